package uk.concordat.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import uk.concordat.caller.Caller;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.kernel.InvalidInput;

/** Works in somebody's name outside of their request. What fails leaves nothing, and says so. */
@ApplicationScoped
class ImportWorker {
  private static final Logger LOG = Logger.getLogger(ImportWorker.class.getName());

  @Inject ImportProgress progress;
  @Inject CurrentCaller current;

  @ActivateRequestContext
  void work(Caller caller, UUID id, Runnable work) {
    current.is(caller);
    try {
      work.run();
    } catch (InvalidInput faster) {
      LOG.log(Level.FINE, "Somebody was faster: {0}", faster.getClass());
    } catch (RuntimeException failed) {
      LOG.log(Level.WARNING, "A file of incidents was not done with: {0}", failed.getClass());
      current.is(caller);
      progress.failed(id);
    }
  }
}
