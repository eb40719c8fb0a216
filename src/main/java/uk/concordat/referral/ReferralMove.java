package uk.concordat.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import uk.concordat.caller.Caller;
import uk.concordat.kernel.Ids;

/**
 * One move that a referral made; never changed afterwards. Public, because its metamodel is as
 * visible as it is, and EclipseLink fills in the fields of public classes only.
 */
@Entity
@Table(name = "referral_move")
public class ReferralMove {
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
  private String reason;
  private String comment;
  private String advice;

  protected ReferralMove() {}

  ReferralMove(Referral referral, Move move, Caller actor, Rejection rejection) {
    id = Ids.next();
    this.referral = referral.id();
    this.move = move;
    fromState = move.fromState();
    toState = move.toState();
    at = referral.changedAt();
    this.actor = actor.subject();
    agency = actor.agency();
    role = actor.role();
    if (rejection != null) {
      reason = rejection.reason();
      comment = rejection.text();
      advice = rejection.advice();
    }
  }

  HistoryEvent event() {
    return new HistoryEvent(move, at, agency, role, new Rejection(reason, comment, advice));
  }
}
