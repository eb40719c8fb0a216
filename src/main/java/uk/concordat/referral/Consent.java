package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import uk.concordat.access.AccessPolicy;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Permissions;
import uk.concordat.access.Scope;
import uk.concordat.agency.Agency;
import uk.concordat.agency.AgencyRepository;
import uk.concordat.audit.Change;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Ledger;
import uk.concordat.audit.Refusals;
import uk.concordat.audit.Verb;
import uk.concordat.caller.CurrentCaller;

/**
 * Holds a referral back that goes against the wish of the person harmed, until somebody who may
 * answers for it. A sender who may does so by sending it.
 */
@ApplicationScoped
class Consent {
  @Inject ConsentOverrideRepository overrides;
  @Inject AccessPolicy policy;
  @Inject Permissions permissions;
  @Inject AgencyRepository agencies;
  @Inject Ledger ledger;
  @Inject Refusals refusals;
  @Inject OverrideCall call;
  @Inject CurrentCaller current;

  /**
   * @throws OverrideNeeded where nobody who may answers for it; it says who can, and they are told
   */
  void settle(Referral referral, ReferralContent content) {
    Needs needs = content.needs();
    if (Boolean.FALSE.equals(content.person().known())
        || Needs.AGREES.equals(needs.wish())
        || overrides.of(referral.id(), content.to(), needs).isPresent()) {
      return;
    }
    boolean theirs =
        policy.reaches(current.get(), Action.CONSENT_OVERRIDE, referral.participation());
    if (!theirs
        || !overrides.override(
            referral.reference(), content.to(), needs.wish(), needs.overrideReason())) {
      refusals.record(Action.CONSENT_OVERRIDE.code(), "consent-override", referral.id());
      call.out(referral.reference());
      throw new OverrideNeeded(who(referral));
    }
    ledger.append(
        Entry.of(
                Verb.ALTER,
                Action.CONSENT_OVERRIDE.code(),
                referral.id(),
                referral.version(),
                List.of(DataClass.D4))
            .changing(
                DataClass.D4.name(),
                new Change(
                    null,
                    PendingOverride.answer(content.to(), needs.wish(), needs.overrideReason()))));
  }

  private List<String> who(Referral referral) {
    List<String> roles =
        agencies
            .find(referral.route().fromAgency())
            .map(Agency::kind)
            .map(agencies::rolesIn)
            .stream()
            .flatMap(List::stream)
            .filter(role -> permissions.has(role, Action.CONSENT_OVERRIDE))
            .map(this::who)
            .toList();
    return roles.isEmpty() ? List.of("nobody") : roles;
  }

  private String who(String role) {
    return permissions.scopes(role, Action.CONSENT_OVERRIDE).contains(Scope.SENDER)
        ? role
        : "team-lead";
  }
}
