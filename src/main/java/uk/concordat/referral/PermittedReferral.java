package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import uk.concordat.access.Action;
import uk.concordat.audit.Refusals;
import uk.concordat.kernel.NotFound;
import uk.concordat.kernel.Reference;

/**
 * Finds a referral for what can be done to it without reading it: information governance knows the
 * header only, and restricts and excludes by that.
 */
@ApplicationScoped
class PermittedReferral {
  @Inject ReferralRepository referrals;
  @Inject HeaderRepository headers;
  @Inject ReferralGate gate;
  @Inject Refusals refusals;

  /**
   * The referral, for a use case that needs an action on that very record.
   *
   * @throws NotFound where the caller does not know of it
   * @throws GuardRefused where they do and somebody else must do this to it; the refusal is in the
   *     ledger
   */
  ReferralHeader find(String reference, Action action) {
    ReferralHeader referral = known(reference, action);
    if (!gate.access(referral).permits(action)) {
      throw refused(referral.participation().record(), action);
    }
    return referral;
  }

  /**
   * The referral, as far as the caller knows of it.
   *
   * @throws NotFound where they do not
   */
  ReferralHeader known(String reference, Action action) {
    Optional<ReferralHeader> found = Reference.parse(reference).flatMap(this::header);
    if (found.isEmpty() || !gate.access(found.get()).knows()) {
      refusals.record(
          action.code(),
          "not-visible",
          found.map(one -> one.participation().record()).orElse(null));
      throw new NotFound();
    }
    return found.get();
  }

  private Optional<ReferralHeader> header(Reference reference) {
    return referrals.find(reference).map(Referral::header).or(() -> headers.find(reference));
  }

  /** Records that the caller may not do this to a record of which they know. */
  GuardRefused refused(UUID record, Action action) {
    refusals.record(action.code(), "not-permitted", record);
    return new GuardRefused("not-permitted");
  }
}
