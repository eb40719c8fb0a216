package uk.concordat.web.prosecution;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import uk.concordat.kernel.NotFound;
import uk.concordat.prosecution.CarriedOutService;
import uk.concordat.prosecution.Defendant;
import uk.concordat.prosecution.ReviewState;
import uk.concordat.web.DateParts;
import uk.concordat.web.PageAddress;
import uk.concordat.web.TypedAnswers;

/** The police say on which day they did what was decided on somebody. */
@Named
@RequestScoped
public class CarriedOutPage extends FileForm {
  private static final Set<ReviewState> DONE_BY_POLICE =
      EnumSet.of(ReviewState.CHARGE_AUTHORISED, ReviewState.OUT_OF_COURT);

  @Inject CarriedOutService carriedOut;
  private String defendant;
  private DateParts on = new DateParts();

  @PostConstruct
  void named() {
    defendant = PageAddress.parameter("defendant");
  }

  /**
   * Opens the form.
   *
   * @throws NotFound where nothing was decided on them that the police do, or it was said already
   */
  public void open() {
    Defendant one = getDecided();
    opened(
        getView().carriesOut()
            && one.identity() != null
            && one.carriedOut() == null
            && DONE_BY_POLICE.contains(one.state()));
  }

  /** Keeps it. */
  public String keep() throws IOException {
    var answers = new TypedAnswers();
    var day = answers.date(on, "on", null);
    return keep(
        answers,
        "carried.",
        () -> carriedOut.carriedOut(getRef(), getVersion(), PageAddress.id(defendant), day));
  }

  @Override
  String next() {
    return "/prosecution/file.xhtml?faces-redirect=true&ref=" + getRef();
  }

  /** On whom it was decided. */
  public Defendant getDecided() {
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
}
