package uk.concordat.access;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody asks to see a record.
 *
 * @param person name of the requester, where they are a colleague of the reader; else null
 * @param reference as the requester typed it; whether it names anything is for deciders only
 * @param mine whether the reader is the requester
 * @param duration code of list {@code access-duration}
 * @param status ASKED, QUESTIONED, APPROVED, REFUSED or WITHDRAWN
 * @param question what the decider wants to know; null where nothing was asked back
 * @param given what was approved; empty where nothing was
 * @param givenUntil when that ends; null where it does so with the referral
 * @param endedAt when it was taken back before its time; null where it was not
 */
public record AccessRequest(
    UUID id,
    UUID requester,
    boolean mine,
    String agency,
    String role,
    String person,
    String reference,
    Set<DataClass> dataClasses,
    String purpose,
    String why,
    String duration,
    String status,
    long version,
    String question,
    String answer,
    String decision,
    Instant askedAt,
    Instant decidedAt,
    Set<DataClass> given,
    Instant givenUntil,
    Instant endedAt) {
  /** Copies the classes. */
  public AccessRequest {
    dataClasses = Set.copyOf(dataClasses);
    given = Set.copyOf(given);
  }

  /** Whether it still waits for somebody. */
  public boolean open() {
    return status.equals("ASKED") || status.equals("QUESTIONED");
  }

  /** Whether what was approved can be seen at that instant, as far as time decides. */
  public boolean gives(Instant now) {
    return status.equals("APPROVED")
        && endedAt == null
        && (givenUntil == null || now.isBefore(givenUntil));
  }

  /**
   * What its reader could do with it at that instant: a requester with their own; with another's,
   * whoever reads it, for only those who may decide do.
   */
  public Set<RequestMove> moves(Instant now) {
    if (mine) {
      return !open()
          ? Set.of()
          : question == null
              ? EnumSet.of(RequestMove.WITHDRAW)
              : EnumSet.of(RequestMove.ANSWER, RequestMove.WITHDRAW);
    }
    return open()
        ? EnumSet.of(RequestMove.APPROVE, RequestMove.REFUSE, RequestMove.ASK)
        : gives(now) ? EnumSet.of(RequestMove.REVOKE) : Set.of();
  }
}
