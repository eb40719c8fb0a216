package uk.concordat.document;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A few places for work of which there is never more at once, and for a few who wait for one. */
final class Places {
  private final Semaphore free;
  private final int mostWaiting;

  Places(int places, int mostWaiting) {
    free = new Semaphore(places, true);
    this.mostWaiting = mostWaiting;
  }

  /**
   * Does work in a place.
   *
   * @throws Busy where there is none in time, or too many wait
   */
  <T> T in(Duration wait, Supplier<T> work) {
    try {
      if (free.getQueueLength() >= mostWaiting
          || !free.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new Busy();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Busy();
    }
    try {
      return work.get();
    } finally {
      free.release();
    }
  }
}
