package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Exclusion;
import uk.concordat.access.ExclusionRepository;
import uk.concordat.access.Requires;
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
import uk.concordat.kernel.NotFound;

/**
 * Conflicts of interest: who must not see a referral, whatever else lets them (domain.md 7.5). All
 * throw {@link NotFound} where the caller does not know of the record and {@link GuardRefused}
 * where somebody else must do this to it.
 */
@ApplicationScoped
public class ReferralExclusionService {
  @Inject PermittedReferral permitted;
  @Inject ReferralService service;
  @Inject ExclusionRepository exclusions;
  @Inject AgencyRepository agencies;
  @Inject CodeListRepository codeLists;
  @Inject Ledger ledger;
  @Inject Refusals refusals;
  @Inject CurrentCaller current;

  /** The exclusions in force. */
  @Transactional
  @Requires(Action.EXCLUSION_MANAGE)
  public List<Exclusion> exclusions(String reference) {
    ReferralHeader referral = permitted.find(reference, Action.EXCLUSION_MANAGE);
    record(Verb.CONSULT, Action.EXCLUSION_MANAGE, referral);
    return exclusions.of(referral.participation().record());
  }

  /** Colleagues who are not excluded yet, by name; without the caller, who declares. */
  @Transactional
  @Requires(Action.EXCLUSION_MANAGE)
  public List<StaffMember> candidates(String reference) {
    Set<UUID> excluded =
        exclusions(reference).stream().map(Exclusion::subject).collect(Collectors.toSet());
    return agencies.colleagues().stream()
        .filter(colleague -> !colleague.subject().equals(current.get().subject()))
        .filter(colleague -> !excluded.contains(colleague.subject()))
        .toList();
  }

  /**
   * Bars a colleague from the record, from their next request on.
   *
   * @param username of the caller's own agency
   * @param reason code of list {@code exclusion-reason}
   */
  @Transactional
  @Requires(Action.EXCLUSION_MANAGE)
  public void exclude(String reference, String username, String reason) {
    ReferralHeader referral = permitted.find(reference, Action.EXCLUSION_MANAGE);
    var findings = new Findings();
    findings.required(username, "username");
    check(reason, findings);
    findings.throwIfAny();
    UUID excluded = colleague(username);
    exclusions.exclude(
        referral.participation().record(), excluded, reason, current.get().subject());
    changed(Action.EXCLUSION_MANAGE, referral, new Change(null, exclusion(excluded, reason)));
  }

  /**
   * Bars the caller from the record, because they have a part in it: they lose sight of it at once,
   * and only those who manage exclusions can undo it. Anybody may who reads the record.
   *
   * @param reason code of list {@code exclusion-reason}
   */
  @Transactional
  @Requires(Action.EXCLUSION_DECLARE)
  public void declare(String reference, String reason) {
    ReferralHeader referral = declarable(reference);
    var findings = new Findings();
    check(reason, findings);
    findings.throwIfAny();
    UUID caller = current.get().subject();
    exclusions.exclude(referral.participation().record(), caller, reason, caller);
    changed(Action.EXCLUSION_DECLARE, referral, new Change(null, exclusion(caller, reason)));
  }

  /** Whether the caller may declare a conflict in it; returns its reference as it is written. */
  @Transactional
  @Requires(Action.EXCLUSION_DECLARE)
  public String open(String reference) {
    ReferralHeader referral = declarable(reference);
    record(Verb.CONSULT, Action.EXCLUSION_DECLARE, referral);
    return referral.reference();
  }

  /**
   * Lets a colleague see the record again as far as anything else lets them.
   *
   * @param subject of the caller's own agency; whoever is not, or is not excluded, is not found
   */
  @Transactional
  @Requires(Action.EXCLUSION_MANAGE)
  public void lift(String reference, UUID subject) {
    ReferralHeader referral = permitted.find(reference, Action.EXCLUSION_MANAGE);
    if (agencies.colleague(subject).isEmpty()
        || !exclusions.lift(referral.participation().record(), subject, current.get().subject())) {
      refusals.record(
          Action.EXCLUSION_MANAGE.code(), "not-excluded", referral.participation().record());
      throw new NotFound();
    }
    changed(Action.EXCLUSION_MANAGE, referral, new Change(Map.of("subject", subject), null));
  }

  /** A draft is nobody else's: whoever knows somebody in it leaves it to a colleague to write. */
  private ReferralHeader declarable(String reference) {
    Referral referral = service.visible(reference, Action.REFERRAL_READ);
    if (referral.state() == ReferralState.DRAFT) {
      throw permitted.refused(referral.id(), Action.EXCLUSION_DECLARE);
    }
    return referral.header();
  }

  private void check(String reason, Findings findings) {
    findings.required(reason, "reason");
    findings.add(
        reason != null && !codeLists.today().has("exclusion-reason", reason), "reason", "unknown");
  }

  private UUID colleague(String username) {
    return agencies
        .colleague(username)
        .map(StaffMember::subject)
        .orElseThrow(() -> new InvalidInput("username", "unknown"));
  }

  private static Map<String, Object> exclusion(UUID subject, String reason) {
    return Map.of("subject", subject, "reason", reason);
  }

  private void changed(Action action, ReferralHeader referral, Change change) {
    ledger.append(entry(Verb.ALTER, action, referral).changing(DataClass.D1.name(), change));
  }

  private void record(Verb verb, Action action, ReferralHeader referral) {
    ledger.append(entry(verb, action, referral));
  }

  private static Entry entry(Verb verb, Action action, ReferralHeader referral) {
    return Entry.of(
        verb,
        action.code(),
        referral.participation().record(),
        referral.version(),
        List.of(DataClass.D1));
  }
}
