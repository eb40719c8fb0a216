package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.ExclusionRepository;
import uk.concordat.access.Permissions;
import uk.concordat.access.Refused;
import uk.concordat.access.Requires;
import uk.concordat.agency.Agency;
import uk.concordat.agency.AgencyRepository;
import uk.concordat.agency.StaffMember;
import uk.concordat.audit.Change;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Ledger;
import uk.concordat.audit.Refusals;
import uk.concordat.audit.Verb;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.codelist.CodeListRepository;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.StaleVersion;

/**
 * The moves of a referral. Each is one transaction, asks one permission and writes its ledger
 * entry. All throw {@link uk.concordat.kernel.NotFound} where the caller may not see the record,
 * {@link Refused} where the role never has the action, {@link StaleVersion} when somebody was
 * faster, {@link ImpossibleMove} from another state, {@link GuardRefused} when a guard forbids it.
 */
@ApplicationScoped
public class ReferralMoves {
  @Inject ReferralService service;
  @Inject ReferralRepository referrals;
  @Inject ReferralClock referralClock;
  @Inject Projection projection;
  @Inject SubmitGuard submitGuard;
  @Inject AgencyRepository agencies;
  @Inject ExclusionRepository exclusions;
  @Inject CodeListRepository codeLists;
  @Inject ReferralGate gate;
  @Inject Permissions permissions;
  @Inject Ledger ledger;
  @Inject Refusals refusals;
  @Inject CurrentCaller current;
  @Inject Clock clock;

  /**
   * Sends a draft to the other agency: from here on it sees it. What nobody there may see stays.
   *
   * @param conflict whether the caller declares that they know somebody in it
   * @throws NotCovered with what no agreement in force covers
   * @throws OverrideNeeded where it goes against the wish and nobody who may answers for it
   */
  @Transactional
  @Requires(Action.SESSION_READ)
  public ReferralView submit(String reference, String version, boolean conflict) {
    Referral referral = ready(reference, version, Move.SUBMIT, conflict);
    ReferralView draft = projection.view(referral, current.get());
    Cleared cleared = submitGuard.cleared(referral, draft.content());
    referral.submit(
        current.get(),
        draft.content().needs().agreedOrDuty(),
        referralClock.start("ACKNOWLEDGE", referral.urgency(), clock.instant()));
    referrals.flush();
    Agency sender = agencies.find(referral.fromAgency()).orElseThrow();
    cleared
        .dataClasses()
        .forEach(dataClass -> referrals.add(new Disclosure(referral, dataClass, sender.regime())));
    referrals.add(new ReferralMove(referral, Move.SUBMIT, current.get()), null);
    ledger.append(
        entry(Verb.DISCLOSE, Move.SUBMIT, referral, cleared.dataClasses())
            .changing(DataClass.D1.name(), referral.change())
            .disclosedTo(
                referral.toAgency(),
                cleared.agreements(),
                referral.footing().purpose(),
                referral.footing().lawfulBasis()));
    return view(referral);
  }

  /**
   * Confirms that the receiving unit has it.
   *
   * @param conflict whether the caller declares that they know somebody in it
   */
  @Transactional
  @Requires(Action.SESSION_READ)
  public ReferralView acknowledge(String reference, String version, boolean conflict) {
    Referral referral = ready(reference, version, Move.ACKNOWLEDGE, conflict);
    referral.acknowledge(
        referralClock.start("DECIDE", referral.urgency(), referral.submittedAt()), clock.instant());
    return made(referral, Move.ACKNOWLEDGE, null);
  }

  /**
   * Takes the referral on.
   *
   * @param assignee user name of the colleague who will lead
   */
  @Transactional
  @Requires(Action.SESSION_READ)
  public ReferralView accept(String reference, String version, String assignee) {
    Referral referral = ready(reference, version, Move.ACCEPT, false);
    notOwn(referral, Move.ACCEPT);
    if (assignee == null || assignee.isBlank()) {
      throw new InvalidInput("assignee", "required");
    }
    StaffMember lead =
        assignable(referral).stream()
            .filter(member -> member.username().equals(assignee.strip()))
            .findFirst()
            .orElseThrow(() -> new InvalidInput("assignee", "unknown"));
    referral.accept(
        lead.subject(), referralClock.start("FIRST_CONTACT", referral.urgency(), clock.instant()));
    return made(referral, Move.ACCEPT, null);
  }

  /** Turns the referral down, with a reason and with advice on what the sender can do. */
  @Transactional
  @Requires(Action.SESSION_READ)
  public ReferralView reject(String reference, String version, Rejection rejection) {
    Referral referral = ready(reference, version, Move.REJECT, false);
    notOwn(referral, Move.REJECT);
    check(rejection);
    referral.reject(clock.instant());
    return made(referral, Move.REJECT, rejection);
  }

  /** Colleagues who may lead this referral, by name. */
  @Transactional
  @Requires(Action.REFERRAL_DECIDE)
  public List<StaffMember> leads(String reference) {
    Referral referral = service.visible(reference, Action.REFERRAL_READ);
    ledger.append(entry(Verb.CONSULT, Move.ACCEPT, referral, List.of(DataClass.D1)));
    return assignable(referral);
  }

  /** Whoever is excluded from it is offered as little as somebody who is not there. */
  private List<StaffMember> assignable(Referral referral) {
    Set<UUID> free = exclusions.assignable(referral.id());
    return agencies.colleagues(permissions.rolesWith(Action.REFERRAL_READ)).stream()
        .filter(member -> !member.role().equals("third-party-reporter"))
        .filter(member -> free.contains(member.subject()))
        .toList();
  }

  private void check(Rejection rejection) {
    var findings = new Findings();
    findings.required(rejection.reason(), "reason");
    findings.add(
        rejection.reason() != null && !codeLists.today().has("reject-reason", rejection.reason()),
        "reason",
        "unknown");
    findings.required(rejection.text(), "text");
    findings.required(rejection.advice(), "advice");
    findings.atMost(2_000, rejection.text(), "text");
    findings.atMost(2_000, rejection.advice(), "advice");
    findings.throwIfAny();
  }

  /** Whether the record is seen, the role may do it, the version is current and the move exists. */
  private Referral ready(String reference, String version, Move move, boolean conflict) {
    Referral referral = service.visible(reference, Action.REFERRAL_READ);
    String action = move.action().code();
    if (!permissions.has(current.get().role(), move.action())) {
      refusals.record(action, "role-lacks-action", referral.id());
      throw new Refused(move.action());
    }
    if (!projection.version(referral).equals(version)) {
      throw new StaleVersion();
    }
    if (referral.state() != move.fromState() || !gate.access(referral).permits(move.action())) {
      refusals.record(action, "impossible-move", referral.id());
      throw new ImpossibleMove(projection.moves(referral));
    }
    if (conflict) {
      refusals.record(action, "conflict-declared", referral.id());
      throw new GuardRefused("conflict-declared");
    }
    return referral;
  }

  private void notOwn(Referral referral, Move move) {
    if (current.get().subject().equals(referral.submitter())) {
      refusals.record(move.action().code(), "own-referral", referral.id());
      throw new GuardRefused("own-referral");
    }
  }

  private ReferralView made(Referral referral, Move move, Rejection rejection) {
    referrals.flush();
    referrals.add(new ReferralMove(referral, move, current.get()), rejection);
    referrals.flush();
    List<DataClass> changed =
        rejection == null ? List.of(DataClass.D1) : List.of(DataClass.D1, DataClass.D16);
    ledger.append(
        entry(Verb.ALTER, move, referral, changed)
            .changing(DataClass.D1.name(), referral.change())
            .changing(DataClass.D16.name(), new Change(null, rejection)));
    return view(referral);
  }

  private Entry entry(Verb verb, Move move, Referral referral, List<DataClass> classes) {
    return Entry.of(verb, move.action().code(), referral.id(), referral.version(), classes);
  }

  private ReferralView view(Referral referral) {
    referrals.flush();
    ReferralView view = projection.view(referral, current.get());
    ledger.append(view.consulted(Action.REFERRAL_READ, referral.version()));
    return view;
  }
}
