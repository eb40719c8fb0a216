package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.ExclusionRepository;
import uk.concordat.access.Permissions;
import uk.concordat.agency.AgencyRepository;
import uk.concordat.agency.StaffMember;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Ledger;
import uk.concordat.audit.Verb;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.NotFound;

/**
 * The colleagues to whom a referral can be given. Whoever is excluded from it is offered as little
 * as somebody who is not there.
 */
@ApplicationScoped
class Assignable {
  @Inject ReferralService service;
  @Inject AgencyRepository agencies;
  @Inject ExclusionRepository exclusions;
  @Inject Permissions permissions;
  @Inject Ledger ledger;

  /** Those who may be chosen, by name, for somebody who is about to choose. */
  List<StaffMember> offered(String reference, Action action) {
    Referral referral = service.visible(reference, Action.REFERRAL_READ);
    ledger.append(
        Entry.of(
            Verb.CONSULT, action.code(), referral.id(), referral.version(), List.of(DataClass.D1)));
    return of(List.of(referral));
  }

  /** Those who may be chosen for each of these, as far as they are seen; listed in one entry. */
  List<StaffMember> offered(List<String> references, Action action) {
    List<Referral> seen = new ArrayList<>();
    for (String reference : references) {
      try {
        seen.add(service.visible(reference, Action.REFERRAL_READ));
      } catch (NotFound unseen) {
        // as if it had not been named
      }
    }
    if (seen.isEmpty()) {
      return List.of();
    }
    ledger.append(
        Entry.listed(
            action.code(), seen.stream().map(Referral::id).toList(), List.of(DataClass.D1)));
    return of(seen);
  }

  /**
   * The one of that user name.
   *
   * @throws InvalidInput where nobody is named, or nobody who may be chosen
   */
  StaffMember find(Referral referral, String username) {
    if (username == null || username.isBlank()) {
      throw new InvalidInput("assignee", "required");
    }
    return of(List.of(referral)).stream()
        .filter(member -> member.username().equals(username.strip()))
        .findFirst()
        .orElseThrow(() -> new InvalidInput("assignee", "unknown"));
  }

  private List<StaffMember> of(List<Referral> each) {
    List<Set<UUID>> free = each.stream().map(one -> exclusions.assignable(one.id())).toList();
    return agencies.colleagues(permissions.rolesWith(Action.REFERRAL_WORK)).stream()
        .filter(member -> free.stream().allMatch(one -> one.contains(member.subject())))
        .toList();
  }
}
