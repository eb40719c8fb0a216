package uk.concordat.web.referral;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import uk.concordat.referral.Needs;
import uk.concordat.referral.ReferralContent;

/** How can the person be reached safely? */
@Named
@RequestScoped
public class ContactQuestion extends Question {
  private String contactMethod;
  private String contactDetail;
  private String contactSafety;
  private String communication;

  @Override
  public Step getStep() {
    return Step.CONTACT;
  }

  @Override
  protected void show(ReferralContent content) {
    contactMethod = content.needs().contactMethod();
    contactDetail = content.needs().contactDetail();
    contactSafety = content.needs().contactSafety();
    communication = content.needs().communication();
  }

  @Override
  protected ReferralContent merge(ReferralContent content) {
    Needs old = content.needs();
    return content.withNeeds(
        new Needs(
            blank(contactMethod),
            blank(contactDetail),
            blank(contactSafety),
            blank(communication),
            old.wish(),
            old.overrideReason(),
            old.told(),
            old.notToldReason(),
            old.confidentiality(),
            old.injury()));
  }

  public String getContactMethod() {
    return contactMethod;
  }

  public void setContactMethod(String contactMethod) {
    this.contactMethod = contactMethod;
  }

  public String getContactDetail() {
    return contactDetail;
  }

  public void setContactDetail(String contactDetail) {
    this.contactDetail = contactDetail;
  }

  public String getContactSafety() {
    return contactSafety;
  }

  public void setContactSafety(String contactSafety) {
    this.contactSafety = contactSafety;
  }

  public String getCommunication() {
    return communication;
  }

  public void setCommunication(String communication) {
    this.communication = communication;
  }
}
