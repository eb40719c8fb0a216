package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import uk.concordat.codelist.CodeListRepository;
import uk.concordat.kernel.Urgency;

/** Works out by when a step is due, from the dated service levels. */
@ApplicationScoped
class ReferralClock {
  @Inject CodeListRepository codeLists;

  Clocked start(String step, Urgency urgency, Instant start) {
    return new Clocked(
        step,
        start,
        codeLists.serviceLevel(urgency, step).dueAfter(start, codeLists.workingDays()));
  }
}
