package uk.concordat.access;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * An emergency in which somebody looked at a record without being asked (break-glass).
 *
 * @param record the identity of what was opened, for the ledger
 * @param person name of who broke it, where they are a colleague of the reader; else null
 * @param reason code of list {@code break-glass-reason}
 * @param text what they typed
 * @param mine whether the reader is the one who broke the glass
 * @param closedAt when they ended it before its time; null where they did not
 * @param reviewDue by when governance looks at it: within one working day
 * @param escalatedAt when others were told that nobody had reviewed it in three working days; null
 *     where they were not
 * @param verdict JUSTIFIED, QUERY or MISUSE; null until it is reviewed
 */
public record Glass(
    UUID id,
    UUID record,
    String reference,
    String agency,
    String role,
    String person,
    boolean mine,
    Set<DataClass> dataClasses,
    String reason,
    String text,
    Instant openedAt,
    Instant expiresAt,
    Instant closedAt,
    Instant reviewDue,
    Instant escalatedAt,
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

  /** When it ended, or will end by itself. */
  public Instant endsAt() {
    return closedAt == null ? expiresAt : closedAt;
  }

  /** Whether the review is late at that instant. */
  public boolean overdue(Instant now) {
    return verdict == null && !now.isBefore(reviewDue);
  }

  /** Whether it waits for a review and has gone further up because of that (domain.md 7.6). */
  public boolean escalated() {
    return verdict == null && escalatedAt != null;
  }

  /** Whether governance may still say what it makes of it: once, and again after a query. */
  public boolean reviewable() {
    return !mine && (verdict == null || verdict.equals("QUERY"));
  }
}
