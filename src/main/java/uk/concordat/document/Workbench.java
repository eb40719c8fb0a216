package uk.concordat.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import uk.concordat.document.workshop.Answer;
import uk.concordat.document.workshop.Job;

/**
 * Has helpers take files apart and draw them, two at a time, a new one for each. Whoever waits too
 * long for one, or finds too many waiting, is told to come again: no file holds up the portal.
 */
@ApplicationScoped
class Workbench {
  private static final int PLACES = 2;
  private static final int MOST_WAITING = 10;

  private final Semaphore places = new Semaphore(PLACES, true);

  @Inject WorkshopPath path;
  Duration wait = Duration.ofSeconds(15);
  Duration limit = Duration.ofSeconds(30);

  /**
   * Does work for which there is a place, so that no more files lie in memory than are worked on.
   *
   * @throws Busy where there is none in time
   */
  <T> T inPlace(Supplier<T> work) {
    try {
      if (places.getQueueLength() >= MOST_WAITING
          || !places.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new Busy();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Busy();
    }
    try {
      return work.get();
    } finally {
      places.release();
    }
  }

  /**
   * Has a job done by who is in a place.
   *
   * @throws HelperLost where the file was too much for its helper
   */
  Answer done(Job job) throws HelperLost {
    try (Helper helper = Helper.start(path)) {
      return helper.does(job, limit);
    }
  }
}
