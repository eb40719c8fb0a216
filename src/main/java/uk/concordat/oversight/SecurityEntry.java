package uk.concordat.oversight;

import java.time.Instant;
import java.util.UUID;
import uk.concordat.audit.TrailCursor;

/**
 * One event of the security log.
 *
 * @param id the order in which they were written
 * @param at when, UTC
 * @param kind name of a {@link uk.concordat.audit.SecurityEvent}
 * @param actor subject of whoever it was; null where it was nobody
 * @param name theirs as colleagues know it; null where the reader knows no such colleague
 * @param agency theirs; null where it was nobody
 * @param role in which they acted; null where that was not known yet
 * @param detail ids, codes and sizes; null where there is nothing to add
 * @param occurrences how many such events it stands for
 */
public record SecurityEntry(
    long id,
    Instant at,
    String kind,
    UUID actor,
    String name,
    String agency,
    String role,
    String detail,
    int occurrences) {

  /** Where a page ends that ends with it. */
  public TrailCursor cursor() {
    return new TrailCursor(at, id);
  }
}
