package uk.concordat.web.referral;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import uk.concordat.referral.Incident;
import uk.concordat.referral.ReferralContent;

/** Who believes that hostility was the reason? */
@Named
@RequestScoped
public class PerceivedQuestion extends Question {
  private List<String> perceivedBy = List.of();

  @Override
  public Step getStep() {
    return Step.PERCEIVED;
  }

  @Override
  protected void show(ReferralContent content) {
    perceivedBy = content.incident().perceivedBy();
  }

  @Override
  protected ReferralContent merge(ReferralContent content) {
    Incident old = content.incident();
    return content.withIncident(
        new Incident(
            old.category(),
            old.narrative(),
            old.occurred(),
            old.locationType(),
            old.place(),
            old.postcode(),
            perceivedBy));
  }

  public List<String> getPerceivedBy() {
    return perceivedBy;
  }

  public void setPerceivedBy(List<String> perceivedBy) {
    this.perceivedBy = perceivedBy == null ? List.of() : perceivedBy;
  }
}
