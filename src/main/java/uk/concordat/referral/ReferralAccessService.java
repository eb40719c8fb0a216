package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.concordat.access.Access;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Permissions;
import uk.concordat.access.Requires;
import uk.concordat.access.RestrictionRepository;
import uk.concordat.agency.AgencyRepository;
import uk.concordat.agency.StaffMember;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Ledger;
import uk.concordat.audit.Verb;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.kernel.InvalidInput;

/**
 * Who sees a referral: explained, or restricted to named people. All throw {@link
 * uk.concordat.kernel.NotFound} where the caller does not see the record and {@link GuardRefused}
 * where somebody else must do this to it.
 */
@ApplicationScoped
public class ReferralAccessService {
  @Inject ReferralService service;
  @Inject PermittedReferral permitted;
  @Inject ReferralRepository referrals;
  @Inject ReferralGate gate;
  @Inject Projection projection;
  @Inject RestrictionRepository restrictions;
  @Inject AgencyRepository agencies;
  @Inject Ledger ledger;
  @Inject Permissions permissions;
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

  /** Whom the caller's agency names, and whom it could. */
  @Transactional
  @Requires(Action.RESTRICTED_FLAG)
  public Restriction restriction(String reference) {
    Referral referral = permitted.find(reference, Action.RESTRICTED_FLAG);
    record(Verb.CONSULT, Action.RESTRICTED_FLAG, referral);
    Set<UUID> always = always(referral);
    List<StaffMember> candidates =
        agencies.colleagues(permissions.rolesWith(Action.REFERRAL_READ)).stream()
            .filter(colleague -> !always.contains(colleague.subject()))
            .toList();
    Set<UUID> named = referral.restricted() ? restrictions.names(referral.id()) : Set.<UUID>of();
    return new Restriction(
        referral.reference(),
        referral.restricted(),
        candidates.stream()
            .filter(colleague -> named.contains(colleague.subject()))
            .map(StaffMember::username)
            .toList(),
        candidates);
  }

  /**
   * Restricts the record to named people: these colleagues, the caller, whoever started it and
   * whoever works on it. Nobody else sees that it exists. Where it is restricted already, these
   * colleagues take the place of those of the caller's agency; the other agency's stay.
   */
  @Transactional
  @Requires(Action.RESTRICTED_FLAG)
  public Explanation restrict(String reference, Collection<String> usernames) {
    Referral referral = permitted.find(reference, Action.RESTRICTED_FLAG);
    Set<UUID> named = always(referral);
    usernames.forEach(name -> named.add(colleague(name, "names")));
    named.forEach(subject -> restrictions.name(referral.id(), subject, current.get().subject()));
    restrictions.keep(referral.id(), named);
    referral.restrict(true);
    referrals.flush();
    record(Verb.ALTER, Action.RESTRICTED_FLAG, referral);
    return explain(reference);
  }

  /** Lifts the restriction. */
  @Transactional
  @Requires(Action.RESTRICTED_FLAG)
  public Explanation unrestrict(String reference) {
    Referral referral = permitted.find(reference, Action.RESTRICTED_FLAG);
    referral.restrict(false);
    referrals.flush();
    restrictions.clear(referral.id());
    record(Verb.ALTER, Action.RESTRICTED_FLAG, referral);
    return explain(reference);
  }

  private Set<UUID> always(Referral referral) {
    return Stream.of(current.get().subject(), referral.participation().owner(), referral.assignee())
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
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
