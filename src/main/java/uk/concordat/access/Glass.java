package uk.concordat.access;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * An emergency in which somebody looked at a record without being asked (break-glass).
 *
 * @param reason code of list {@code break-glass-reason}
 * @param text what they typed
 * @param mine whether the reader is the one who broke the glass
 * @param closedAt when they ended it before its time; null where they did not
 * @param reviewDue by when governance looks at it: within one working day
 * @param verdict JUSTIFIED, QUERY or MISUSE; null until it is reviewed
 */
public record Glass(
    UUID id,
    String reference,
    String agency,
    String role,
    boolean mine,
    Set<DataClass> dataClasses,
    String reason,
    String text,
    Instant openedAt,
    Instant expiresAt,
    Instant closedAt,
    Instant reviewDue,
    String verdict,
    String verdictText) {
  /** Copies the classes. */
  public Glass {
    dataClasses = Set.copyOf(dataClasses);
  }

  /** Whether it opens the record at that instant. */
  public boolean open(Instant now) {
    return closedAt == null && now.isBefore(expiresAt);
  }
}
