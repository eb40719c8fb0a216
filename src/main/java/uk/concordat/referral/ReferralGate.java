package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.concordat.access.Access;
import uk.concordat.access.AccessPolicy;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.FactsRepository;
import uk.concordat.access.Level;
import uk.concordat.access.Participation;
import uk.concordat.access.RecordFacts;
import uk.concordat.caller.CurrentCaller;

/** Puts a referral before the gate: every question about it is answered from here. */
@ApplicationScoped
class ReferralGate {
  @Inject FactsRepository facts;
  @Inject AccessPolicy policy;
  @Inject CurrentCaller current;
  @Inject Clock clock;

  /** What the caller sees of the referral and may do to it now. */
  Access access(Referral referral) {
    return access(referral.header());
  }

  /** The same, where no more than the header is loaded. */
  Access access(ReferralHeader referral) {
    return access(facts(referral));
  }

  /** The same of several, by their identity, with a question to the database for all of them. */
  Map<UUID, Access> accesses(Collection<ReferralHeader> referrals) {
    Map<Participation, Boolean> restricted =
        referrals.stream()
            .collect(Collectors.toMap(ReferralHeader::participation, ReferralHeader::restricted));
    return facts.of(restricted, current.get()).stream()
        .collect(Collectors.toMap(known -> known.participation().record(), this::access));
  }

  /** What is decided on such facts. */
  Access access(RecordFacts known) {
    return policy.decide(current.get(), known);
  }

  /** Everything about the referral on which the answer rests. */
  RecordFacts facts(ReferralHeader referral) {
    return facts.of(referral.participation(), referral.restricted(), current.get());
  }

  /** The agreements under which the caller was shown these classes. */
  Set<String> agreements(RecordFacts known, Access access, Set<DataClass> shown) {
    return known.agreements(current.get(), access, shown, clock.instant());
  }

  /** Whether the caller answers for the referral, so that who has seen it is theirs to know. */
  boolean answers(ReferralHeader referral) {
    return policy.reaches(current.get(), Action.REFERRAL_TRAIL, referral.participation());
  }

  /** The action by which the caller may make the move, whatever the state; empty where not. */
  Optional<Action> mover(Move move, Referral referral) {
    return move.mover().permitted(current.get(), referral.participation(), access(referral));
  }

  /**
   * The action by which the caller may log a contact with the person harmed: whoever works on it or
   * manages that, whoever answers for it at the agency that sent it, and whoever works the Victims'
   * Code clock; each needs to see how contact is safe. Empty where they may not.
   */
  Optional<Action> contactKeeper(ReferralHeader referral, Access access) {
    return referral.state() == ReferralState.DRAFT || access.level(DataClass.D4) != Level.FULL
        ? Optional.empty()
        : Stream.of(Mover.WORKER, Mover.FOLLOWER, Mover.TIMEKEEPER)
            .flatMap(
                mover -> mover.permitted(current.get(), referral.participation(), access).stream())
            .findFirst();
  }

  /** The moves that are the caller's to make now, whatever guards them besides. */
  List<Move> moves(ReferralHeader referral, Access access) {
    return Move.from(referral.state(), referral.participation().recalled()).stream()
        .filter(
            move ->
                move.mover().permitted(current.get(), referral.participation(), access).isPresent())
        .toList();
  }
}
