package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
import uk.concordat.audit.Change;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Ledger;
import uk.concordat.audit.Verb;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.kernel.InvalidInput;

/**
 * Who sees a referral: explained, or restricted to named people. All throw {@link
 * uk.concordat.kernel.NotFound} where the caller does not know of the record and {@link
 * GuardRefused} where somebody else must do this to it.
 */
@ApplicationScoped
public class ReferralAccessService {
  @Inject PermittedReferral permitted;
  @Inject ReferralRepository referrals;
  @Inject HeaderRepository headers;
  @Inject ReferralGate gate;
  @Inject MoveGuards guards;
  @Inject RestrictionRepository restrictions;
  @Inject AgencyRepository agencies;
  @Inject Ledger ledger;
  @Inject Permissions permissions;
  @Inject CurrentCaller current;

  /**
   * Who sees it and why, and what the caller can do. Information governance is told the same of
   * what it knows by the header.
   */
  @Transactional
  @Requires(Action.SESSION_READ)
  public Explanation explain(String reference) {
    ReferralHeader referral = permitted.known(reference, Action.REFERRAL_READ);
    Access access = gate.access(referral);
    record(Verb.CONSULT, access.reads() ? Action.REFERRAL_READ : Action.REFERRAL_HEADER, referral);
    return new Explanation(
        referral,
        access,
        guards.moves(referral, access),
        referrals.audiences(referral.participation().record()));
  }

  /** Whom the caller's agency names, and whom it could. */
  @Transactional
  @Requires(Action.RESTRICTED_FLAG)
  public Restriction restriction(String reference) {
    ReferralHeader referral = permitted.find(reference, Action.RESTRICTED_FLAG);
    record(Verb.CONSULT, Action.RESTRICTED_FLAG, referral);
    Set<UUID> always = always(referral);
    List<StaffMember> candidates =
        agencies.colleagues(permissions.rolesWith(Action.REFERRAL_READ)).stream()
            .filter(colleague -> !always.contains(colleague.subject()))
            .toList();
    Set<UUID> named =
        referral.restricted()
            ? restrictions.names(referral.participation().record())
            : Set.<UUID>of();
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
    ReferralHeader referral = permitted.find(reference, Action.RESTRICTED_FLAG);
    UUID record = referral.participation().record();
    Map<String, Object> before = stands(referral);
    Set<UUID> named = always(referral);
    usernames.forEach(name -> named.add(colleague(name, "names")));
    named.forEach(subject -> restrictions.name(record, subject, current.get().subject()));
    restrictions.keep(record, named);
    restrict(referral, true, before);
    return explain(reference);
  }

  /**
   * Lifts the restriction of the caller's agency. While another agency restricts it too, it stays
   * so, to the same people.
   */
  @Transactional
  @Requires(Action.RESTRICTED_FLAG)
  public Explanation unrestrict(String reference) {
    ReferralHeader referral = permitted.find(reference, Action.RESTRICTED_FLAG);
    restrict(referral, false, stands(referral));
    return explain(reference);
  }

  private Map<String, Object> stands(ReferralHeader referral) {
    return referral.restricted()
        ? form(restrictions.names(referral.participation().record()))
        : Map.<String, Object>of();
  }

  private static Map<String, Object> form(Set<UUID> names) {
    return Map.of("restricted", true, "names", names);
  }

  private void restrict(ReferralHeader referral, boolean restricted, Map<String, Object> before) {
    UUID record = referral.participation().record();
    if (!headers.restrict(record, restricted)) {
      throw permitted.refused(record, Action.RESTRICTED_FLAG);
    }
    Set<UUID> names = restrictions.names(record);
    var change = new Change(before, names.isEmpty() ? null : form(names));
    ledger.append(
        entry(Verb.ALTER, Action.RESTRICTED_FLAG, referral).changing(DataClass.D1.name(), change));
  }

  private Set<UUID> always(ReferralHeader referral) {
    return Stream.of(
            current.get().subject(),
            referral.participation().owner(),
            referral.participation().assignee())
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private UUID colleague(String username, String field) {
    return agencies
        .colleague(username)
        .map(StaffMember::subject)
        .orElseThrow(() -> new InvalidInput(field, "unknown"));
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
