package uk.concordat.web.referral;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import uk.concordat.referral.Needs;
import uk.concordat.referral.ReferralContent;

/** What does the person want, and were they told? */
@Named
@RequestScoped
public class WishQuestion extends Question {
  private String wish;
  private String overrideReason;
  private String told;
  private String notToldReason;
  private String confidentiality;

  @Override
  public Step getStep() {
    return Step.WISH;
  }

  @Override
  protected void show(ReferralContent content) {
    Needs needs = content.needs();
    wish = needs.wish();
    overrideReason = needs.overrideReason();
    told = needs.told() == null ? null : needs.told().toString();
    notToldReason = needs.notToldReason();
    confidentiality = needs.confidentiality();
  }

  @Override
  protected ReferralContent merge(ReferralContent content) {
    Needs old = content.needs();
    return content.withNeeds(
        new Needs(
            old.contactMethod(),
            old.contactDetail(),
            old.contactSafety(),
            old.communication(),
            blank(wish),
            blank(overrideReason),
            yesOrNo(told, "needs.told", old.told()),
            blank(notToldReason),
            blank(confidentiality),
            old.injury()));
  }

  public String getWish() {
    return wish;
  }

  public void setWish(String wish) {
    this.wish = wish;
  }

  public String getOverrideReason() {
    return overrideReason;
  }

  public void setOverrideReason(String overrideReason) {
    this.overrideReason = overrideReason;
  }

  public String getTold() {
    return told;
  }

  public void setTold(String told) {
    this.told = told;
  }

  public String getNotToldReason() {
    return notToldReason;
  }

  public void setNotToldReason(String notToldReason) {
    this.notToldReason = notToldReason;
  }

  public String getConfidentiality() {
    return confidentiality;
  }

  public void setConfidentiality(String confidentiality) {
    this.confidentiality = confidentiality;
  }
}
