package uk.concordat.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/** The compartment of data class D4. */
@Entity
@Table(name = "referral_needs")
class ReferralNeeds {
  @Id private UUID referral;
  @Version private long version;

  @Column(name = "contact_method")
  private String contactMethod;

  @Column(name = "contact_detail")
  private String contactDetail;

  @Column(name = "contact_safety")
  private String contactSafety;

  private String communication;
  private String wish;

  @Column(name = "override_reason")
  private String overrideReason;

  private Boolean told;

  @Column(name = "not_told_reason")
  private String notToldReason;

  private String confidentiality;
  private String injury;

  protected ReferralNeeds() {}

  ReferralNeeds(UUID referral) {
    this.referral = referral;
  }

  void set(Needs needs) {
    contactMethod = needs.contactMethod();
    contactDetail = needs.contactDetail();
    contactSafety = needs.contactSafety();
    communication = needs.communication();
    wish = needs.wish();
    overrideReason = needs.overrideReason();
    told = needs.told();
    notToldReason = needs.notToldReason();
    confidentiality = needs.confidentiality();
    injury = needs.injury();
  }

  Needs needs() {
    return new Needs(
        contactMethod,
        contactDetail,
        contactSafety,
        communication,
        wish,
        overrideReason,
        told,
        notToldReason,
        confidentiality,
        injury);
  }
}
