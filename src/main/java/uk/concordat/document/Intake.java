package uk.concordat.document;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Places for the bytes of files that are sent: from the first byte that is read until the file is
 * kept or refused, its scan included, no more of them lie in memory than there are places. Whoever
 * finds none in time, or too many waiting, is told to come again: a scanner that is silent holds up
 * neither the portal nor whoever sends no file.
 */
@ApplicationScoped
public class Intake {
  private static final int PLACES = 4;
  private static final int MOST_WAITING = 4;

  private final Places places = new Places(PLACES, MOST_WAITING);
  Duration wait = Duration.ofSeconds(15);

  /**
   * Takes a file in where there is a place for it.
   *
   * @throws Busy where there is none in time
   */
  public <T> T inPlace(Supplier<T> work) {
    return places.in(wait, work);
  }
}
