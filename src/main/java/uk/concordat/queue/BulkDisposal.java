package uk.concordat.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import uk.concordat.caller.Caller;
import uk.concordat.caller.CurrentCaller;

/**
 * Erases, in the product's own name, what became of many moves once it is seven days old. What was
 * done stands in the ledger with each referral, so that this says nothing there.
 */
@ApplicationScoped
public class BulkDisposal {
  @Inject BulkRepository runs;
  @Inject CurrentCaller current;

  /** Erases it; any number of nodes may try. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void erase() {
    Caller itself = Caller.itself("BOARD");
    current.is(itself);
    runs.bind(itself);
    runs.eraseOld();
  }
}
