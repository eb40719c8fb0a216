package uk.concordat.web.referral;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import uk.concordat.referral.Footing;
import uk.concordat.referral.ReferralContent;

/** Why may it be shared in law? */
@Named
@RequestScoped
public class FootingQuestion extends Question {
  private String purpose;
  private String lawfulBasis;
  private String condition;

  @Override
  public Step getStep() {
    return Step.FOOTING;
  }

  @Override
  protected void show(ReferralContent content) {
    purpose = content.footing().purpose();
    lawfulBasis = content.footing().lawfulBasis();
    condition = content.footing().condition();
  }

  @Override
  protected ReferralContent merge(ReferralContent content) {
    return content.withFooting(new Footing(blank(purpose), blank(lawfulBasis), blank(condition)));
  }

  public String getPurpose() {
    return purpose;
  }

  public void setPurpose(String purpose) {
    this.purpose = purpose;
  }

  public String getLawfulBasis() {
    return lawfulBasis;
  }

  public void setLawfulBasis(String lawfulBasis) {
    this.lawfulBasis = lawfulBasis;
  }

  public String getCondition() {
    return condition;
  }

  public void setCondition(String condition) {
    this.condition = condition;
  }
}
