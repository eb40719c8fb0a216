package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import uk.concordat.access.Action;
import uk.concordat.audit.Refusals;

/** Finds a referral for a use case that needs an action on that very record. */
@ApplicationScoped
class PermittedReferral {
  @Inject ReferralService service;
  @Inject ReferralGate gate;
  @Inject Refusals refusals;

  /**
   * The referral.
   *
   * @throws uk.concordat.kernel.NotFound where the caller does not see it
   * @throws GuardRefused where they see it and somebody else must do this to it; the refusal is in
   *     the ledger
   */
  Referral find(String reference, Action action) {
    Referral referral = service.visible(reference, Action.REFERRAL_READ);
    if (!gate.access(referral).permits(action)) {
      throw refused(referral, action);
    }
    return referral;
  }

  /** Records that the caller may not do this to a record that they see. */
  GuardRefused refused(Referral referral, Action action) {
    refusals.record(action.code(), "not-permitted", referral.id());
    return new GuardRefused("not-permitted");
  }
}
