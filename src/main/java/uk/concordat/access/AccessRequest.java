package uk.concordat.access;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody asks to see a record.
 *
 * @param reference as the requester typed it; whether it names anything is for deciders only
 * @param mine whether the reader is the requester
 * @param duration code of list {@code access-duration}
 * @param status ASKED, QUESTIONED, APPROVED, REFUSED or WITHDRAWN
 * @param question what the decider wants to know; null where nothing was asked back
 */
public record AccessRequest(
    UUID id,
    UUID requester,
    boolean mine,
    String agency,
    String role,
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
    Instant decidedAt) {
  /** Copies the classes. */
  public AccessRequest {
    dataClasses = Set.copyOf(dataClasses);
  }

  /** Whether it still waits for somebody. */
  public boolean open() {
    return status.equals("ASKED") || status.equals("QUESTIONED");
  }
}
