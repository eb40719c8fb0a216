package uk.concordat.referral;

import static uk.concordat.referral.ReferralState.ACCEPTED;
import static uk.concordat.referral.ReferralState.CLOSED;
import static uk.concordat.referral.ReferralState.INFO_REQUESTED;
import static uk.concordat.referral.ReferralState.IN_PROGRESS;
import static uk.concordat.referral.ReferralState.OUTCOME_RECORDED;
import static uk.concordat.referral.ReferralState.RECEIVED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import uk.concordat.access.Why;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Refusals;
import uk.concordat.kernel.NotFound;

/** Puts a referral before the gate for the file that it brings and the review of it (ADR 36). */
@ApplicationScoped
public class ProsecutionGate {
  private static final Set<ReferralState> ARRIVED =
      EnumSet.of(RECEIVED, INFO_REQUESTED, ACCEPTED, IN_PROGRESS, OUTCOME_RECORDED);
  private static final Set<ReferralState> TAKEN_ON =
      EnumSet.of(ACCEPTED, IN_PROGRESS, OUTCOME_RECORDED);
  private static final Set<ReferralState> DECIDED_ON =
      EnumSet.of(ACCEPTED, IN_PROGRESS, OUTCOME_RECORDED, CLOSED);
  private static final Set<Why> OPENED = EnumSet.of(Why.GRANT, Why.BREAK_GLASS);
  private static final Set<ReferralState> OVER =
      EnumSet.of(
          CLOSED,
          ReferralState.WITHDRAWN,
          ReferralState.REJECTED,
          ReferralState.REDIRECTED,
          ReferralState.DUPLICATE,
          ReferralState.CANCELLED_IN_ERROR);

  @Inject ReferralService service;
  @Inject ReferralGate gate;
  @Inject OwnWork work;
  @Inject FactsRepository facts;
  @Inject Refusals refusals;
  @Inject ReferralRepository referrals;

  /**
   * The referral, for whoever may read it.
   *
   * @throws NotFound where the caller may not, there is none, or it does not go to prosecutors
   */
  public FileReferral read(String reference, Action action) {
    Referral referral = service.visible(reference, action);
    if (referral.type() != ReferralType.POLICE_TO_CPS_REVIEW) {
      refusals.record(action.code(), "not-visible", referral.id());
      throw new NotFound();
    }
    return of(referral, gate.access(referral));
  }

  /** Those of some referrals that the caller may read and that go to prosecutors. */
  public Map<UUID, FileReferral> readable(Collection<UUID> ids) {
    List<Referral> found = referrals.among(ids);
    Map<UUID, Access> accesses = gate.accesses(found.stream().map(Referral::header).toList());
    return found.stream()
        .filter(one -> one.type() == ReferralType.POLICE_TO_CPS_REVIEW)
        .filter(one -> accesses.get(one.id()).reads())
        .collect(Collectors.toMap(Referral::id, one -> of(one, accesses.get(one.id()))));
  }

  /** The refusal, once it is in the ledger. */
  public GuardRefused refused(FileReferral referral, Action action, String code) {
    refusals.record(action.code(), code, referral.id());
    return new GuardRefused(code);
  }

  /** The same entry as a disclosure to the police, as far as an agreement in force covers D16. */
  public Entry told(FileReferral referral, Entry entry) {
    return told(referral, entry, DataClass.D16).orElse(entry);
  }

  /** The same entry as a disclosure to the police; empty where no agreement covers that class. */
  public Optional<Entry> told(FileReferral referral, Entry entry, DataClass dataClass) {
    Footing footing = referral.footing();
    Cover cover = facts.covered(referral.to(), referral.from(), footing.purpose());
    return cover.classes().contains(dataClass)
        ? Optional.of(
            entry.disclosedTo(
                referral.from(),
                cover.agreements(List.of(dataClass)),
                footing.purpose(),
                footing.lawfulBasis()))
        : Optional.empty();
  }

  /**
   * Refuses to ask the police for something that they could not read.
   *
   * @throws NotCovered where no agreement in force lets feedback back to them
   */
  public void answerable(FileReferral referral, Action action) {
    Cover cover = facts.covered(referral.to(), referral.from(), referral.footing().purpose());
    if (!cover.classes().contains(DataClass.D16)) {
      refusals.record(action.code(), "no-agreement", referral.id());
      throw NotCovered.forClasses(List.of(DataClass.D16));
    }
  }

  private FileReferral of(Referral referral, Access access) {
    var record = referral.participation();
    Set<DataClass> own = work.shown(record, access);
    boolean advice = stands(access) && own.contains(DataClass.D10);
    return new FileReferral(
        referral.id(),
        referral.reference(),
        referral.version(),
        referral.state(),
        referral.route().fromAgency(),
        referral.route().toAgency(),
        referral.matter().strands(),
        referral.matter().footing(),
        access.shown(),
        advice,
        advice || (work.sent(record) && told(access)),
        own.contains(DataClass.D11) || (work.sent(record) && toldOutcome(referral, access)),
        work.sent(record) && prepares(referral, access),
        work.sent(record)
            && access.permits(Action.REFERRAL_AMEND)
            && DECIDED_ON.contains(referral.state()),
        work.arrived(record)
            && access.permits(Action.REFERRAL_DECIDE)
            && ARRIVED.contains(referral.state()),
        work.arrived(record)
            && access.permits(Action.OUTCOME_CPS_RECORD)
            && TAKEN_ON.contains(referral.state()),
        referral.state() != ReferralState.DRAFT
            && !OVER.contains(referral.state())
            && access.permits(Action.TIMER_MANAGE));
  }

  /** By a part of their own: neither an emergency nor a grant opens what prosecutors advise. */
  private static boolean stands(Access access) {
    return !OPENED.contains(access.why(DataClass.D1));
  }

  private static boolean told(Access access) {
    return access.level(DataClass.D10) == Level.MASKED && access.level(DataClass.D16) == Level.FULL;
  }

  private boolean toldOutcome(Referral referral, Access access) {
    return access.level(DataClass.D11) == Level.FULL
        && facts
            .covered(
                referral.route().toAgency(),
                referral.route().fromAgency(),
                referral.matter().footing().purpose())
            .classes()
            .contains(DataClass.D11);
  }

  private static boolean prepares(Referral referral, Access access) {
    return referral.state() == ReferralState.DRAFT
        ? access.permits(Action.REFERRAL_SUBMIT)
        : !OVER.contains(referral.state()) && access.permits(Action.REFERRAL_AMEND);
  }
}
