package uk.concordat.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import uk.concordat.caller.CallerBound;

/**
 * Says how far a file has come, in transactions of their own: whoever looks meanwhile sees it, and
 * when the work is cut short it is known how far it was.
 */
@ApplicationScoped
class ImportProgress {
  @Inject ImportRepository imports;
  @Inject Clock clock;

  /**
   * Keeps how far it is.
   *
   * @param done how many incidents of the file
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  @CallerBound
  void tell(UUID id, ImportStep step, int done) {
    imports.tell(id, step, done, clock.instant());
  }
}
