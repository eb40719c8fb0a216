package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
    return of(referral);
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
    return of(referral).stream()
        .filter(member -> member.username().equals(username.strip()))
        .findFirst()
        .orElseThrow(() -> new InvalidInput("assignee", "unknown"));
  }

  private List<StaffMember> of(Referral referral) {
    Set<UUID> free = exclusions.assignable(referral.id());
    return agencies.colleagues(permissions.rolesWith(Action.REFERRAL_WORK)).stream()
        .filter(member -> free.contains(member.subject()))
        .toList();
  }
}
