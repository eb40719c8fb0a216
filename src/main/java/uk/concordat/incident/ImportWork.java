package uk.concordat.incident;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import uk.concordat.caller.Caller;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.kernel.InvalidInput;

/**
 * Reads and logs files while their reader does something else: what must be asked is asked at once,
 * the rest happens in their name, and what has become of it stands with the file.
 */
@ApplicationScoped
public class ImportWork {
  private static final long MOMENT = 2;

  @Resource ManagedExecutorService executor;
  @Inject IncidentImportService imports;
  @Inject ImportWorker worker;
  @Inject CurrentCaller current;

  /**
   * Begins to read a file.
   *
   * @return under what it is found from now on
   * @throws InvalidInput where it is no such file at all
   */
  public UUID read(byte[] file) {
    UUID id = imports.begin(file);
    start(id, () -> imports.read(id, file));
    return id;
  }

  /**
   * Begins to log a file.
   *
   * @throws InvalidInput {@code state: not-ready} where something is wrong with it, or it has been
   *     logged
   */
  public void log(UUID id) {
    imports.announce(id);
    start(id, () -> imports.commit(id));
  }

  /** What is done at once is answered at once. */
  private void start(UUID id, Runnable work) {
    Caller caller = current.get();
    Future<?> begun = executor.submit(() -> worker.work(caller, id, work));
    try {
      begun.get(MOMENT, TimeUnit.SECONDS);
    } catch (TimeoutException goesOn) {
      // its page says how far it is
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
