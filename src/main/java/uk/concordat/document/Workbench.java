package uk.concordat.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import uk.concordat.document.workshop.Answer;
import uk.concordat.document.workshop.Job;

/**
 * Has helpers take files apart and draw them, two of each at a time, a new one for each job.
 * Whoever waits too long for one, or finds too many waiting, is told to come again: no file holds
 * up the portal, and no reader an upload.
 */
@ApplicationScoped
class Workbench {
  private static final Logger LOG = Logger.getLogger(Workbench.class.getName());
  private static final int PLACES = 2;
  private static final int MOST_WAITING = 10;

  private final Places checks = new Places(PLACES, MOST_WAITING);
  private final Places pages = new Places(PLACES, MOST_WAITING);

  @Inject WorkshopPath path;
  Duration wait = Duration.ofSeconds(15);
  Duration limit = Duration.ofSeconds(30);

  /**
   * Does work on a file that is sent, for which there is a place.
   *
   * @throws Busy where there is none in time
   */
  <T> T checking(Supplier<T> work) {
    return checks.in(wait, work);
  }

  /**
   * Does work on a document that is looked at, for which there is a place.
   *
   * @throws Busy where there is none in time
   */
  <T> T showing(Supplier<T> work) {
    return pages.in(wait, work);
  }

  /**
   * Has a job done by who is in a place.
   *
   * @throws HelperLost where the file was too much for its helper
   * @throws Busy where the machine does not let a helper start
   */
  Answer done(Job job) throws HelperLost {
    try (Helper helper = Helper.start(path)) {
      return helper.does(job, limit);
    } catch (IllegalStateException none) {
      LOG.log(Level.SEVERE, "no helper that works on files starts: {0}", none.getMessage());
      throw new Busy();
    }
  }
}
