package uk.concordat.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import uk.concordat.caller.Caller;
import uk.concordat.caller.CallerBound;
import uk.concordat.caller.CurrentCaller;

/**
 * Says how far a file has come, in transactions of their own: whoever looks meanwhile sees it, and
 * when the work is cut short it is known how far it was.
 */
@ApplicationScoped
class ImportProgress {
  @Inject ImportRepository imports;
  @Inject CurrentCaller current;
  @Inject Clock clock;

  /**
   * Keeps how far it is.
   *
   * @param done how many incidents of the file
   * @param worker as whom the work goes on, whatever role they have taken meanwhile
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  @CallerBound
  void tell(UUID id, ImportStep step, int done, Caller worker) {
    imports.tell(id, step, done, clock.instant());
    current.is(worker);
  }

  /** Keeps that it could not be done. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  @CallerBound
  void failed(UUID id) {
    imports.failed(id);
  }
}
