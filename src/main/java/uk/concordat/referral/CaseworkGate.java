package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.concordat.access.Access;
import uk.concordat.access.Action;
import uk.concordat.access.Cover;
import uk.concordat.access.DataClass;
import uk.concordat.access.FactsRepository;
import uk.concordat.access.Level;
import uk.concordat.access.OwnWork;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Refusals;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.kernel.NotFound;

/** Puts a referral before the gate for what the police keep of their work on it. */
@ApplicationScoped
public class CaseworkGate {
  private static final Set<ReferralState> TAKEN_ON =
      EnumSet.of(
          ReferralState.ACCEPTED,
          ReferralState.IN_PROGRESS,
          ReferralState.ON_HOLD,
          ReferralState.OUTCOME_RECORDED,
          ReferralState.CLOSED);

  @Inject ReferralService service;
  @Inject ReferralGate gate;
  @Inject MoveGuards guards;
  @Inject OwnWork work;
  @Inject FactsRepository facts;
  @Inject Refusals refusals;
  @Inject ReferralRepository referrals;
  @Inject CurrentCaller current;

  /**
   * The referral, for whoever may read it.
   *
   * @throws NotFound where the caller may not, or there is none; the refusal is in the ledger
   */
  public CaseworkReferral read(String reference, Action action) {
    Referral referral = service.visible(reference, action);
    return of(referral, gate.access(referral));
  }

  /**
   * The referral, for whoever works on it.
   *
   * @param states those in which this can be done
   * @throws NotFound where the caller may not read it, or there is none
   * @throws GuardRefused where it is not theirs to work on
   * @throws ImpossibleMove in another state
   */
  public CaseworkReferral worked(String reference, Action action, Set<ReferralState> states) {
    Referral referral = service.visible(reference, action);
    Access access = gate.access(referral);
    CaseworkReferral known = of(referral, access);
    if (!known.works()) {
      throw refused(known, action, "not-permitted");
    }
    if (!states.contains(referral.state())) {
      refusals.record(action.code(), "impossible-move", referral.id());
      throw new ImpossibleMove(guards.offer(referral, access).moves());
    }
    return known;
  }

  /** Those of some referrals that the caller may read, by their identity. */
  public Map<UUID, CaseworkReferral> readable(Collection<UUID> ids) {
    List<Referral> found = referrals.among(ids);
    Map<UUID, Access> accesses = gate.accesses(found.stream().map(Referral::header).toList());
    return found.stream()
        .filter(referral -> accesses.get(referral.id()).reads())
        .collect(
            Collectors.toMap(Referral::id, referral -> of(referral, accesses.get(referral.id()))));
  }

  /** The refusal, once it is in the ledger. */
  public GuardRefused refused(CaseworkReferral referral, Action action, String code) {
    refusals.record(action.code(), code, referral.id());
    return new GuardRefused(code);
  }

  /** The same entry as a disclosure to the sender, as far as an agreement in force covers D16. */
  public Entry told(CaseworkReferral referral, Entry entry) {
    Footing footing = referral.footing();
    Cover cover = facts.covered(referral.to(), referral.from(), footing.purpose());
    return cover.classes().contains(DataClass.D16)
        ? entry.disclosedTo(
            referral.from(),
            cover.agreements(List.of(DataClass.D16)),
            footing.purpose(),
            footing.lawfulBasis())
        : entry;
  }

  /** Whether an agreement in force lets that class back to whoever sent it. */
  public boolean lets(CaseworkReferral referral, DataClass dataClass) {
    return facts
        .covered(referral.to(), referral.from(), referral.footing().purpose())
        .classes()
        .contains(dataClass);
  }

  private CaseworkReferral of(Referral referral, Access access) {
    var record = referral.participation();
    Set<DataClass> own = work.shown(record, access);
    boolean sent = record.fromAgency().equals(current.get().agency());
    return new CaseworkReferral(
        referral.id(),
        referral.reference(),
        referral.version(),
        referral.state(),
        referral.route().fromAgency(),
        referral.route().toAgency(),
        referral.matter().strands(),
        referral.matter().urgency(),
        referral.submittedAt(),
        record.assignee(),
        referral.matter().footing(),
        own,
        access.level(DataClass.D16) == Level.FULL,
        work.does(record, access),
        own.contains(DataClass.D4) || sent && access.level(DataClass.D4) == Level.FULL,
        access.permits(Action.TIMER_MANAGE),
        work.arrived(record) && TAKEN_ON.contains(referral.state()) && records(access),
        referral.type() == ReferralType.POLICE_TO_CPS_REVIEW);
  }

  private static boolean records(Access access) {
    return access.permits(Action.OUTCOME_POLICE_RECORD)
        || access.permits(Action.OUTCOME_CPS_RECORD);
  }
}
