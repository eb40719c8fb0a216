package uk.concordat.web.court;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.io.IOException;
import uk.concordat.court.Adjournment;
import uk.concordat.court.Hearing;
import uk.concordat.court.HearingOutcome;
import uk.concordat.kernel.NotFound;
import uk.concordat.web.London;
import uk.concordat.web.PageAddress;
import uk.concordat.web.TypedAnswers;

/** A prosecutor says what came of a hearing. */
@Named
@RequestScoped
public class HeldPage extends CourtForm {
  private String hearing;
  private String outcome;
  private String reason;

  @PostConstruct
  void named() {
    hearing = PageAddress.parameter("hearing");
  }

  /**
   * Opens the form.
   *
   * @throws NotFound where it is not the caller's, or was said already
   */
  public void open() {
    opened(getAsked().outcome() == null);
  }

  /** Keeps it. */
  public String keep() throws IOException {
    var answers = new TypedAnswers();
    HearingOutcome came =
        TypedAnswers.blank(outcome) == null
            ? null
            : answers.constant(HearingOutcome.class, outcome, "outcome", null);
    Adjournment why =
        TypedAnswers.blank(reason) == null
            ? null
            : answers.constant(Adjournment.class, reason, "reason", null);
    return keep(
        answers, () -> hearings.said(getRef(), getVersion(), PageAddress.id(hearing), came, why));
  }

  private Hearing getAsked() {
    return getView().hearing(PageAddress.id(hearing)).orElseThrow(NotFound::new);
  }

  /** Which hearing it is, in words. */
  public String getWhich() {
    Hearing one = getAsked();
    return one.kind().label() + ", " + London.date(one.on()) + ", " + one.court();
  }

  /** What can come of it. */
  public HearingOutcome[] getOutcomes() {
    return HearingOutcome.values();
  }

  /** Why it can have been adjourned. */
  public Adjournment[] getReasons() {
    return Adjournment.values();
  }

  public String getHearing() {
    return hearing;
  }

  public void setHearing(String hearing) {
    this.hearing = hearing;
  }

  public String getOutcome() {
    return outcome;
  }

  public void setOutcome(String outcome) {
    this.outcome = outcome;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
