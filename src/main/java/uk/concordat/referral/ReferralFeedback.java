package uk.concordat.referral;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The compartment of data class D16: what the receiver says back with a move. */
@Entity
@Table(name = "referral_feedback")
class ReferralFeedback {
  @Id private UUID move;
  private UUID referral;
  private String reason;
  private String comment;
  private String advice;

  protected ReferralFeedback() {}

  ReferralFeedback(UUID move, UUID referral, Rejection rejection) {
    this.move = move;
    this.referral = referral;
    reason = rejection.reason();
    comment = rejection.text();
    advice = rejection.advice();
  }

  UUID move() {
    return move;
  }

  Rejection rejection() {
    return new Rejection(reason, comment, advice);
  }
}
