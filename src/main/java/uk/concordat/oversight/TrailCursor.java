package uk.concordat.oversight;

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

  /** Behind an entry. */
  public static TrailCursor after(TrailEntry entry) {
    return new TrailCursor(entry.at(), entry.ordinal());
  }

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
          ? Optional.of(new TrailCursor(Instant.parse(parts[0]), Long.parseLong(parts[1])))
          : Optional.empty();
    } catch (IllegalArgumentException | DateTimeException noCursor) {
      return Optional.empty();
    }
  }
}
