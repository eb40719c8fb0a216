package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.concordat.access.Access;
import uk.concordat.access.DataClass;
import uk.concordat.access.Level;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.kernel.Urgency;

/**
 * What forbids a move to somebody whose move it is: the stairs ask before it is made, and what is
 * offered asks the same, so that nothing is offered which would be refused.
 */
@ApplicationScoped
class MoveGuards {
  private static final Set<String> FOR_A_COLLEAGUE = Set.of("own-referral", "own-work");
  private static final Set<Guard> ASKED =
      EnumSet.of(
          Guard.NOT_OWN,
          Guard.SECOND_PAIR_OF_EYES,
          Guard.FILE_OVER,
          Guard.HARMED_TOLD,
          Guard.NOTHING_OWED);

  @Inject ReferralGate gate;
  @Inject ReferralRepository referrals;
  @Inject OutcomeOwed owed;
  @Inject CurrentCaller current;

  /**
   * What the caller is offered.
   *
   * @param moves those that would be taken from them now
   * @param colleague why a colleague has to make another one, {@code own-referral} or {@code
   *     own-work}; null where none has to
   */
  record Offer(List<Move> moves, String colleague) {
    /** Copies the moves. */
    Offer {
      moves = List.copyOf(moves);
    }
  }

  /** The code of what forbids it; empty where nothing does. */
  Optional<String> against(Move move, Referral referral, Access access) {
    if (move.guardedBy(Guard.NOT_OWN)
        && current.get().subject().equals(referral.route().submitter())) {
      return refused("own-referral");
    }
    if (move.guardedBy(Guard.SECOND_PAIR_OF_EYES)
        && (referral.matter().urgency() != Urgency.STANDARD || referrals.atRisk(referral.id()))
        && referrals.workedOn(referral.id())) {
      return refused("own-work");
    }
    if (move.guardedBy(Guard.FILE_OVER) && referrals.fileOpen(referral.id())) {
      return refused("file-open");
    }
    if (move.guardedBy(Guard.HARMED_TOLD) && owed.of(referral.header(), access)) {
      return refused("not-told");
    }
    return move.guardedBy(Guard.NOTHING_OWED)
            && access.level(DataClass.D4) == Level.FULL // whoever does not see it can log nothing
            && referrals.owed(referral.id(), current.get().agency())
        ? refused("still-owed")
        : Optional.empty();
  }

  private static Optional<String> refused(String code) {
    return Optional.of(code);
  }

  /**
   * The moves that would be taken from the caller now.
   *
   * @param access what the gate answered
   */
  Offer offer(Referral referral, Access access) {
    List<Move> moves = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    for (Move move : gate.moves(referral.header(), access)) {
      against(move, referral, access).ifPresentOrElse(refused::add, () -> moves.add(move));
    }
    return new Offer(
        moves, refused.stream().filter(FOR_A_COLLEAGUE::contains).findFirst().orElse(null));
  }

  /** The same where no more than the header is loaded. */
  List<Move> moves(ReferralHeader header, Access access) {
    List<Move> moves = gate.moves(header, access);
    return moves.stream().noneMatch(move -> ASKED.stream().anyMatch(move::guardedBy))
        ? moves
        : referrals.among(List.of(header.participation().record())).stream()
            .findFirst()
            .map(referral -> offer(referral, access).moves())
            .orElse(moves);
  }
}
