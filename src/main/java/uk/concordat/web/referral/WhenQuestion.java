package uk.concordat.web.referral;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import uk.concordat.referral.Incident;
import uk.concordat.referral.ReferralContent;

/** When did it happen: at one time, or over a range? */
@Named
@RequestScoped
public class WhenQuestion extends Question {
  private WhenAnswer when = new WhenAnswer();

  @Override
  public Step getStep() {
    return Step.WHEN;
  }

  @Override
  protected void show(ReferralContent content) {
    when = new WhenAnswer(content.incident().occurred());
  }

  @Override
  protected ReferralContent merge(ReferralContent content) {
    Incident old = content.incident();
    return content.withIncident(
        new Incident(
            old.category(),
            old.narrative(),
            when.read(answers, "incident.occurred", old.occurred()),
            old.locationType(),
            old.place(),
            old.postcode(),
            old.perceivedBy()));
  }

  /** What is typed. */
  public WhenAnswer getWhen() {
    return when;
  }
}
