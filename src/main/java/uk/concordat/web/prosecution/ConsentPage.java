package uk.concordat.web.prosecution;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import uk.concordat.prosecution.Consent;
import uk.concordat.prosecution.DecisionService;
import uk.concordat.prosecution.ReviewMove;
import uk.concordat.web.DateParts;
import uk.concordat.web.TypedAnswers;

/** Says where the consent of the Attorney General stands. */
@Named
@RequestScoped
public class ConsentPage extends FileForm {
  @Inject DecisionService decisions;
  private String status;
  private DateParts on = new DateParts();

  /** Opens the form, for whoever decides on somebody in the file now. */
  public void open() {
    opened(
        getView().moves().stream().anyMatch(move -> move.saying() == ReviewMove.Saying.DECISION));
    if (getView().consent() != null) {
      status = getView().consent().status().name();
    }
  }

  /** Keeps it. */
  public String keep() throws IOException {
    var answers = new TypedAnswers();
    var consent =
        new Consent(
            TypedAnswers.blank(status) == null
                ? null
                : answers.constant(Consent.Status.class, status, "status", null),
            answers.date(on, "on", null));
    return keep(answers, "consent.", () -> decisions.consent(getRef(), getVersion(), consent));
  }

  @Override
  String next() {
    return "/prosecution/file.xhtml?faces-redirect=true&ref=" + getRef();
  }

  /** How far it can have come. */
  public Consent.Status[] getStages() {
    return Consent.Status.values();
  }

  public String getStatus() {
    return status;
  }

  public void setStatus(String status) {
    this.status = status;
  }

  public DateParts getOn() {
    return on;
  }
}
