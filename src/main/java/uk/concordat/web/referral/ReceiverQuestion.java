package uk.concordat.web.referral;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import uk.concordat.kernel.Urgency;
import uk.concordat.referral.ReferralContent;

/** Who shall get it, and how soon must they act? */
@Named
@RequestScoped
public class ReceiverQuestion extends Question {
  private String to;
  private String urgency;

  @Override
  public Step getStep() {
    return Step.RECEIVER;
  }

  @Override
  protected void show(ReferralContent content) {
    to = content.to();
    urgency = content.urgency().name();
  }

  @Override
  protected ReferralContent merge(ReferralContent content) {
    return content.withTo(blank(to)).withUrgency(urgency(content.urgency()));
  }

  private Urgency urgency(Urgency stored) {
    return urgency == null ? stored : constant(Urgency.class, urgency, "urgency", stored);
  }

  public String getTo() {
    return to;
  }

  public void setTo(String to) {
    this.to = to;
  }

  public String getUrgency() {
    return urgency;
  }

  public void setUrgency(String urgency) {
    this.urgency = urgency;
  }
}
