package uk.concordat.audit;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a page of entries ended. Opaque to clients; it opens nothing that its reader may not see.
 *
 * @param at time of the last entry
 * @param ordinal its ordinal
 */
public record TrailCursor(Instant at, long ordinal) {
  /** No entry is younger, and no database that we know keeps a time that is. */
  private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

  /** As it stands in an address. */
  public String text() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((at + " " + ordinal).getBytes(StandardCharsets.US_ASCII));
  }

  /** Reads what {@link #text()} wrote; empty where it is anything else. */
  public static Optional<TrailCursor> parse(String text) {
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split(" ");
      return parts.length == 2
          ? Optional.of(new TrailCursor(moment(parts[0]), Long.parseLong(parts[1])))
          : Optional.empty();
    } catch (IllegalArgumentException | DateTimeException noCursor) {
      return Optional.empty();
    }
  }

  /**
   * Reads a time.
   *
   * @throws DateTimeException where it is none, or none at which there could be an entry
   */
  public static Instant moment(String text) {
    Instant moment = Instant.parse(text);
    if (moment.isBefore(Instant.EPOCH) || moment.isAfter(END)) {
      throw new DateTimeException("Out of range");
    }
    return moment;
  }
}
