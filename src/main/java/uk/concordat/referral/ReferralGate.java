package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Set;
import uk.concordat.access.Access;
import uk.concordat.access.AccessPolicy;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.FactsRepository;
import uk.concordat.access.RecordFacts;
import uk.concordat.caller.CurrentCaller;

/** Puts a referral before the gate: every question about it is answered from here. */
@ApplicationScoped
class ReferralGate {
  @Inject FactsRepository facts;
  @Inject AccessPolicy policy;
  @Inject CurrentCaller current;
  @Inject Clock clock;

  /** What the caller sees of the referral and may do to it now. */
  Access access(Referral referral) {
    return access(referral.header());
  }

  /** The same, where no more than the header is loaded. */
  Access access(ReferralHeader referral) {
    return access(facts(referral));
  }

  /** What is decided on such facts. */
  Access access(RecordFacts known) {
    return policy.decide(current.get(), known);
  }

  /** Everything about the referral on which the answer rests. */
  RecordFacts facts(ReferralHeader referral) {
    return facts.of(referral.participation(), referral.restricted(), current.get());
  }

  /** The agreements under which the caller was shown these classes. */
  Set<String> agreements(RecordFacts known, Access access, Set<DataClass> shown) {
    return known.agreements(current.get(), access, shown, clock.instant());
  }

  /** Whether the caller answers for the referral, so that who has seen it is theirs to know. */
  boolean answers(ReferralHeader referral) {
    return policy.reaches(current.get(), Action.REFERRAL_TRAIL, referral.participation());
  }
}
