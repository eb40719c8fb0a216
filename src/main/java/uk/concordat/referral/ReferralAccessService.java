package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.concordat.access.Access;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Exclusion;
import uk.concordat.access.ExclusionRepository;
import uk.concordat.access.Requires;
import uk.concordat.access.RestrictionRepository;
import uk.concordat.agency.AgencyRepository;
import uk.concordat.agency.StaffMember;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Ledger;
import uk.concordat.audit.Refusals;
import uk.concordat.audit.Verb;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.codelist.CodeListRepository;
import uk.concordat.kernel.InvalidInput;

/**
 * Who sees a referral: explained, restricted to named people, or barred to somebody. All throw
 * {@link uk.concordat.kernel.NotFound} where the caller does not see the record and {@link
 * GuardRefused} where somebody else must do this to it.
 */
@ApplicationScoped
public class ReferralAccessService {
  @Inject ReferralService service;
  @Inject ReferralRepository referrals;
  @Inject ReferralGate gate;
  @Inject Projection projection;
  @Inject ExclusionRepository exclusions;
  @Inject RestrictionRepository restrictions;
  @Inject AgencyRepository agencies;
  @Inject CodeListRepository codeLists;
  @Inject Ledger ledger;
  @Inject Refusals refusals;
  @Inject CurrentCaller current;

  /** Who sees it and why, and what the caller can do. */
  @Transactional
  @Requires(Action.SESSION_READ)
  public Explanation explain(String reference) {
    Referral referral = service.visible(reference, Action.REFERRAL_READ);
    Access access = gate.access(referral);
    record(Verb.CONSULT, Action.REFERRAL_READ, referral);
    return new Explanation(
        referral.reference(),
        referral.fromAgency(),
        referral.restricted(),
        access,
        projection.moves(referral),
        referrals.audiences(referral.id()));
  }

  /** The exclusions in force. */
  @Transactional
  @Requires(Action.EXCLUSION_MANAGE)
  public List<Exclusion> exclusions(String reference) {
    Referral referral = permitted(reference, Action.EXCLUSION_MANAGE);
    record(Verb.CONSULT, Action.EXCLUSION_MANAGE, referral);
    return exclusions.of(referral.id());
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
    Referral referral = permitted(reference, Action.EXCLUSION_MANAGE);
    var findings = new Findings();
    findings.required(username, "username");
    findings.required(reason, "reason");
    findings.add(
        reason != null && !codeLists.today().has("exclusion-reason", reason), "reason", "unknown");
    findings.throwIfAny();
    exclusions.exclude(
        referral.id(), colleague(username, "username"), reason, current.get().subject());
    record(Verb.ALTER, Action.EXCLUSION_MANAGE, referral);
  }

  /** Lets a colleague see the record again as far as anything else lets them. */
  @Transactional
  @Requires(Action.EXCLUSION_MANAGE)
  public void lift(String reference, String username) {
    Referral referral = permitted(reference, Action.EXCLUSION_MANAGE);
    UUID subject = colleague(username, "username");
    if (!exclusions.lift(referral.id(), subject, current.get().subject())) {
      throw new InvalidInput("username", "not-excluded");
    }
    record(Verb.ALTER, Action.EXCLUSION_MANAGE, referral);
  }

  /**
   * Restricts the record to named people: these colleagues, the caller, whoever started it and
   * whoever works on it. Nobody else sees that it exists.
   */
  @Transactional
  @Requires(Action.RESTRICTED_FLAG)
  public Explanation restrict(String reference, Collection<String> usernames) {
    Referral referral = permitted(reference, Action.RESTRICTED_FLAG);
    UUID caller = current.get().subject();
    Set<UUID> named =
        usernames.stream().map(name -> colleague(name, "names")).collect(Collectors.toSet());
    named.add(caller);
    named.add(referral.participation().owner());
    if (referral.assignee() != null) {
      named.add(referral.assignee());
    }
    named.forEach(subject -> restrictions.name(referral.id(), subject, caller));
    referral.restrict(true);
    referrals.flush();
    record(Verb.ALTER, Action.RESTRICTED_FLAG, referral);
    return explain(reference);
  }

  /** Lifts the restriction. */
  @Transactional
  @Requires(Action.RESTRICTED_FLAG)
  public Explanation unrestrict(String reference) {
    Referral referral = permitted(reference, Action.RESTRICTED_FLAG);
    referral.restrict(false);
    referrals.flush();
    restrictions.clear(referral.id());
    record(Verb.ALTER, Action.RESTRICTED_FLAG, referral);
    return explain(reference);
  }

  private Referral permitted(String reference, Action action) {
    Referral referral = service.visible(reference, Action.REFERRAL_READ);
    if (!gate.access(referral).permits(action)) {
      refusals.record(action.code(), "not-permitted", referral.id());
      throw new GuardRefused("not-permitted");
    }
    return referral;
  }

  private UUID colleague(String username, String field) {
    return agencies
        .colleague(username)
        .map(StaffMember::subject)
        .orElseThrow(() -> new InvalidInput(field, "unknown"));
  }

  private void record(Verb verb, Action action, Referral referral) {
    ledger.append(
        Entry.of(verb, action.code(), referral.id(), referral.version(), List.of(DataClass.D1)));
  }
}
