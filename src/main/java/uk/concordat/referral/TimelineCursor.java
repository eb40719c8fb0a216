package uk.concordat.referral;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import uk.concordat.audit.TrailCursor;

/**
 * Where a page of a timeline ended. Opaque to clients; it opens nothing that its reader may not
 * see.
 *
 * @param at time of the last entry
 * @param id its identity
 */
public record TimelineCursor(Instant at, UUID id) {

  /** Where that entry stands. */
  static TimelineCursor of(TimelineEntry entry) {
    return new TimelineCursor(entry.at(), entry.id());
  }

  /** As it stands in an address. */
  public String text() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((at + " " + id).getBytes(StandardCharsets.US_ASCII));
  }

  /** Reads what {@link #text()} wrote; empty where it is anything else. */
  public static Optional<TimelineCursor> parse(String text) {
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split(" ");
      return parts.length == 2
          ? Optional.of(new TimelineCursor(TrailCursor.moment(parts[0]), UUID.fromString(parts[1])))
          : Optional.empty();
    } catch (IllegalArgumentException | DateTimeException noCursor) {
      return Optional.empty();
    }
  }
}
