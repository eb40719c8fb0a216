package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import uk.concordat.access.Access;
import uk.concordat.access.AccessPolicy;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Level;
import uk.concordat.access.OwnWork;
import uk.concordat.access.Permissions;
import uk.concordat.caller.Caller;
import uk.concordat.caller.CurrentCaller;

/**
 * Puts a referral before the gate for its documents; functions {@code attaches} and {@code
 * withdraws} say so again.
 */
@ApplicationScoped
class DocumentGate {
  /** By which of these somebody attaches; the first names what a role lacks that has none. */
  static final List<Action> ACTIONS =
      List.of(
          Action.REFERRAL_AMEND,
          Action.REFERRAL_SUBMIT,
          Action.REFERRAL_WORK,
          Action.REFERRAL_ASSIGN);

  /** When the receiver's own work is written down. */
  private static final Set<ReferralState> WORKED =
      EnumSet.of(
          ReferralState.ACCEPTED,
          ReferralState.IN_PROGRESS,
          ReferralState.ON_HOLD,
          ReferralState.OUTCOME_RECORDED);

  @Inject ReferralGate gate;
  @Inject AccessPolicy policy;
  @Inject OwnWork work;
  @Inject Permissions permissions;
  @Inject CurrentCaller current;

  /** What the caller sees and may do, by what the gate answered on the record. */
  DocumentSight sight(Referral referral, Access access) {
    Set<DataClass> own = work.shown(referral.participation(), access);
    Caller caller = current.get();
    boolean draft = referral.state() == ReferralState.DRAFT;
    boolean sends = draft || caller.agency().equals(referral.route().fromAgency());
    Optional<Action> action =
        draft
            ? gate.mover(Move.SUBMIT, referral)
            : sends
                ? amends(referral, caller)
                : Mover.WORKER.permitted(caller, referral.participation(), access);
    Set<DataClass> written = policy.drafted(caller.role());
    List<DataClass> kept =
        action.isEmpty()
            ? List.of()
            : classes()
                .filter(
                    one ->
                        sends
                            ? written.contains(one) && access.level(one) == Level.FULL
                            : own.contains(one))
                .toList();
    List<DataClass> attachable = takes(referral, sends) ? kept : List.of();
    return new DocumentSight(
        access,
        referral.route().fromAgency(),
        caller,
        draft,
        own,
        action.orElse(null),
        attachable,
        kept);
  }

  /** While it is recalled nobody amends it, but what should never have gone is withdrawn still. */
  private Optional<Action> amends(Referral referral, Caller caller) {
    return referral.recalled()
        ? Optional.of(Action.REFERRAL_AMEND)
            .filter(action -> permissions.has(caller.role(), action))
        : gate.mover(Move.AMEND, referral);
  }

  /** Whether, as the referral stands, something is added to it; withdrawn it is at any time. */
  private static boolean takes(Referral referral, boolean sends) {
    if (referral.state() == ReferralState.DRAFT) {
      return true;
    }
    return sends
        ? Move.AMEND.leaves(referral.state(), referral.recalled())
        : WORKED.contains(referral.state()) && !referral.recalled();
  }

  /** What a document can be of: what a referral says beside its header. */
  private static Stream<DataClass> classes() {
    return Stream.concat(
            Sharings.CORE.stream().filter(one -> one != DataClass.D1),
            Stream.of(Compartment.values()).map(Compartment::dataClass))
        .sorted();
  }
}
