package uk.concordat.referral;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The compartment of data class D16: what is said with a move. */
@Entity
@Table(name = "referral_feedback")
class ReferralFeedback {
  @Id private UUID move;
  private UUID referral;
  private String reason;
  private String comment;
  private String advice;

  protected ReferralFeedback() {}

  ReferralFeedback(UUID move, UUID referral, Feedback feedback) {
    this.move = move;
    this.referral = referral;
    reason = feedback.reason();
    comment = feedback.text();
    advice = feedback.advice();
  }

  UUID move() {
    return move;
  }

  Feedback feedback() {
    return new Feedback(reason, comment, advice);
  }
}
