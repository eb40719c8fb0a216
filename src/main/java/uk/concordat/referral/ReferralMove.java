package uk.concordat.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import uk.concordat.caller.Caller;
import uk.concordat.kernel.Ids;

/** One move that a referral made; never changed afterwards. */
@Entity
@Table(name = "referral_move")
class ReferralMove {
  @Id private UUID id;
  private UUID referral;

  @Enumerated(EnumType.STRING)
  private Move move;

  @Enumerated(EnumType.STRING)
  @Column(name = "from_state")
  private ReferralState fromState;

  @Enumerated(EnumType.STRING)
  @Column(name = "to_state")
  private ReferralState toState;

  private Instant at;
  private UUID actor;
  private String agency;
  private String role;

  protected ReferralMove() {}

  /** What has become of a referral by a move that was just made. */
  ReferralMove(Moving.Ready made, Caller actor) {
    Referral referral = made.referral();
    id = Ids.next();
    this.referral = referral.id();
    move = made.move();
    fromState = made.from();
    toState = referral.state();
    at = referral.changedAt();
    this.actor = actor.subject();
    agency = actor.agency();
    role = actor.role();
  }

  UUID referral() {
    return referral;
  }

  UUID id() {
    return id;
  }

  /** The move as readers see it, with what was said of it where they see that. */
  HistoryEvent event(Optional<ReferralFeedback> feedback) {
    return new HistoryEvent(
        move, at, agency, role, feedback.map(ReferralFeedback::feedback).orElse(Feedback.NONE));
  }
}
