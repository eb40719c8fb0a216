package uk.concordat.web.prosecution;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import uk.concordat.kernel.NotFound;
import uk.concordat.prosecution.CarriedOutService;
import uk.concordat.prosecution.Defendant;
import uk.concordat.web.DateParts;
import uk.concordat.web.London;
import uk.concordat.web.PageAddress;
import uk.concordat.web.TypedAnswers;

/** The police correct the day on which they did what was decided on somebody, and say why. */
@Named
@RequestScoped
public class CorrectDayPage extends FileForm {
  @Inject CarriedOutService carriedOut;
  private String defendant;
  private DateParts on = new DateParts();
  private String reason;

  @PostConstruct
  void named() {
    defendant = PageAddress.parameter("defendant");
  }

  /**
   * Opens the form.
   *
   * @throws NotFound where no day was said
   */
  public void open() {
    Defendant one = said();
    opened(getView().carriesOut() && one.identity() != null && one.carriedOut() != null);
  }

  /** Keeps it. */
  public String keep() throws IOException {
    var answers = new TypedAnswers();
    var day = answers.date(on, "on", null);
    return keep(
        answers,
        "carried.",
        () ->
            carriedOut.correct(
                getRef(),
                getVersion(),
                PageAddress.id(defendant),
                day,
                TypedAnswers.blank(reason)));
  }

  @Override
  String next() {
    return "/prosecution/file.xhtml?faces-redirect=true&ref=" + getRef();
  }

  /** The day that was said, in words. */
  public String getWas() {
    return London.date(said().carriedOut());
  }

  private Defendant said() {
    if (getView().file() == null) {
      throw new NotFound();
    }
    return getView().file().defendant(PageAddress.id(defendant)).orElseThrow(NotFound::new);
  }

  public String getDefendant() {
    return defendant;
  }

  public void setDefendant(String defendant) {
    this.defendant = defendant;
  }

  public DateParts getOn() {
    return on;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
