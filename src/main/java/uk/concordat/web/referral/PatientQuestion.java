package uk.concordat.web.referral;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;
import uk.concordat.referral.Compartment;
import uk.concordat.referral.Further;
import uk.concordat.referral.ReferralContent;

/** Who the patient is, how badly they were hurt and how to reach them. */
@Named
@RequestScoped
public class PatientQuestion extends Questions {
  private String nhsNumber;
  private String nhsNumberStatus;
  private String injury;

  @Override
  public Step getStep() {
    return Step.PATIENT;
  }

  @Override
  protected void show(ReferralContent content) {
    super.show(content);
    Further further = content.further();
    nhsNumber = further.text(Compartment.CLINICAL, "nhsNumber");
    nhsNumberStatus = further.text(Compartment.CLINICAL, "nhsNumberStatus");
    injury = content.needs().injury();
  }

  @Override
  protected ReferralContent merge(ReferralContent content) {
    ReferralContent merged = super.merge(content);
    Map<String, String> clinical = new HashMap<>(merged.further().of(Compartment.CLINICAL));
    clinical.put("nhsNumber", blank(nhsNumber));
    clinical.put("nhsNumberStatus", blank(nhsNumberStatus));
    return merged
        .withNeeds(merged.needs().withInjury(blank(injury)))
        .withFurther(merged.further().with(Compartment.CLINICAL, clinical));
  }

  public String getNhsNumber() {
    return nhsNumber;
  }

  public void setNhsNumber(String nhsNumber) {
    this.nhsNumber = nhsNumber;
  }

  public String getNhsNumberStatus() {
    return nhsNumberStatus;
  }

  public void setNhsNumberStatus(String nhsNumberStatus) {
    this.nhsNumberStatus = nhsNumberStatus;
  }

  public String getInjury() {
    return injury;
  }

  public void setInjury(String injury) {
    this.injury = injury;
  }
}
