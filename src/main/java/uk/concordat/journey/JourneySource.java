package uk.concordat.journey;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Some stages of cases. A room that keeps what happens to a case has one of these, as far as all
 * who read the referral (D1) may know of it; {@link JourneyService} finds them all.
 */
public interface JourneySource {

  /** What of it happened to these referrals, in any order; the database shows what is theirs. */
  List<JourneyStep> steps(Collection<UUID> referrals);
}
