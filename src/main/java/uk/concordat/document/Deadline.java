package uk.concordat.document;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Ends something that takes too long, whatever it waits for; closed in time it does nothing. */
final class Deadline implements AutoCloseable {
  private final AtomicBoolean passed = new AtomicBoolean();
  private final CompletableFuture<Void> clock;

  /**
   * @param end done by another thread, once, when the time is over
   */
  Deadline(Duration limit, Runnable end) {
    var later = CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS);
    clock =
        CompletableFuture.runAsync(
            () -> {
              passed.set(true);
              end.run();
            },
            later);
  }

  boolean passed() {
    return passed.get();
  }

  @Override
  public void close() {
    clock.cancel(false);
  }
}
