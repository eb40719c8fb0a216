package uk.concordat.stack;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The one place that polls: a condition of another process cannot notify us. */
public final class Waiting {
  private static final long PAUSE = Duration.ofMillis(100).toNanos();

  private Waiting() {}

  /** True as soon as the condition holds; false when it does not within the limit. */
  public static boolean until(Duration limit, BooleanSupplier condition) {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted()) {
        return false;
      }
      LockSupport.parkNanos(PAUSE);
    }
    return true;
  }

  /** Waits for a child to be ready; fails with its log's address when it ends or takes too long. */
  static void untilReady(Child child, Duration limit, BooleanSupplier ready) {
    boolean came = until(limit, () -> !child.isAlive() || ready.getAsBoolean());
    if (!child.isAlive()) {
      throw new StackFailure(
          child.name() + " ended while it started; its last words are in " + child.log());
    }
    if (!came) {
      throw new StackFailure(
          "%s was not ready after %d seconds; see %s"
              .formatted(child.name(), limit.toSeconds(), child.log()));
    }
  }
}
