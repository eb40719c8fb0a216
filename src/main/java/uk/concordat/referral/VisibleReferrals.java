package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import uk.concordat.kernel.Reference;

/** Which referrals another room may name to the caller: those that the gate lets them read. */
@ApplicationScoped
public class VisibleReferrals {
  @Inject ReferralRepository referrals;
  @Inject ReferralGate gate;

  /** The identity of a referral for the ledger; empty where the caller may not read it. */
  public Optional<UUID> find(String reference) {
    return Reference.parse(reference)
        .flatMap(referrals::find)
        .filter(referral -> gate.access(referral).reads())
        .map(Referral::id);
  }
}
