package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import uk.concordat.access.Access;
import uk.concordat.access.AccessPolicy;
import uk.concordat.access.FactsRepository;
import uk.concordat.access.RecordFacts;
import uk.concordat.caller.CurrentCaller;

/** Puts a referral before the gate: every question about it is answered from here. */
@ApplicationScoped
class ReferralGate {
  @Inject FactsRepository facts;
  @Inject AccessPolicy policy;
  @Inject CurrentCaller current;

  /** What the caller sees of the referral and may do to it now. */
  Access access(Referral referral) {
    return access(referral.header());
  }

  /** The same, where no more than the header is loaded. */
  Access access(ReferralHeader referral) {
    RecordFacts known = facts.of(referral.participation(), referral.restricted(), current.get());
    return policy.decide(current.get(), known);
  }
}
