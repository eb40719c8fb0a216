package uk.concordat.prosecution;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a page of the desk ended. Opaque to clients; it opens nothing that its reader may not see.
 *
 * @param tier 0 for files with a limit of the law that is near, else 1
 * @param ends when the limit by which the last file stands is over
 * @param risk its urgency, 0 for the highest
 * @param referral its identity
 */
public record DeskCursor(int tier, Instant ends, int risk, UUID referral) {
  private static final int PARTS = 4;
  private static final int LOWEST = 2;

  /** As it stands in an address. */
  public String text() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            (tier + " " + ends + " " + risk + " " + referral).getBytes(StandardCharsets.US_ASCII));
  }

  /** Reads what {@link #text()} wrote; empty where it is anything else. */
  public static Optional<DeskCursor> parse(String text) {
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split(" ");
      return parts.length == PARTS
          ? Optional.of(
                  new DeskCursor(
                      Integer.parseInt(parts[0]),
                      Instant.parse(parts[1]),
                      Integer.parseInt(parts[2]),
                      UUID.fromString(parts[3])))
              .filter(DeskCursor::possible)
          : Optional.empty();
    } catch (IllegalArgumentException | DateTimeException noCursor) {
      return Optional.empty();
    }
  }

  /** Whether the database has such an instant, and the desk such a place. */
  private boolean possible() {
    return (tier == 0 || tier == 1)
        && risk >= 0
        && risk <= LOWEST
        && ends.isAfter(Instant.EPOCH)
        && !ends.isAfter(DeskRepository.NEVER);
  }
}
