package uk.concordat.web.referral;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;
import uk.concordat.referral.Compartment;
import uk.concordat.referral.Further;
import uk.concordat.referral.ReferralContent;

/** What the patient wants, whether they can decide it, and why the law lets it be shared. */
@Named
@RequestScoped
public class SharingQuestion extends Questions {
  private String capacity;
  private String rationale;
  private String guardian;

  @Override
  public Step getStep() {
    return Step.SHARING;
  }

  @Override
  protected void show(ReferralContent content) {
    super.show(content);
    Further further = content.further();
    capacity = further.text(Compartment.CLINICAL, "capacity");
    rationale = further.text(Compartment.CLINICAL, "rationale");
    guardian = further.text(Compartment.CLINICAL, "guardian");
  }

  @Override
  protected ReferralContent merge(ReferralContent content) {
    ReferralContent merged = super.merge(content);
    Map<String, String> clinical = new HashMap<>(merged.further().of(Compartment.CLINICAL));
    clinical.put("capacity", blank(capacity));
    clinical.put("rationale", blank(rationale));
    clinical.put("guardian", blank(guardian));
    return merged.withFurther(merged.further().with(Compartment.CLINICAL, clinical));
  }

  public String getCapacity() {
    return capacity;
  }

  public void setCapacity(String capacity) {
    this.capacity = capacity;
  }

  public String getRationale() {
    return rationale;
  }

  public void setRationale(String rationale) {
    this.rationale = rationale;
  }

  public String getGuardian() {
    return guardian;
  }

  public void setGuardian(String guardian) {
    this.guardian = guardian;
  }
}
