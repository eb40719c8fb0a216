package uk.concordat.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * An agreement as this caller may read it.
 *
 * @param rowVersion what a change must name
 * @param proposedFor the agency that proposed it
 * @param proposedBy name of who proposed it, where that is a colleague
 * @param signedFor the agency that signed it, or null
 * @param signedBy name of who signed it, where that is a colleague
 * @param closedFor the agency that refused, withdrew or ended it, or null
 * @param reason why, for the two parties only
 * @param moves what this caller could do with it now
 */
public record AgreementView(
    String code,
    int version,
    long rowVersion,
    AgreementStatus status,
    Terms terms,
    String proposedFor,
    String proposedBy,
    Instant proposedAt,
    String signedFor,
    String signedBy,
    Instant activeFrom,
    Instant activeTo,
    String closedFor,
    Instant closedAt,
    String reason,
    List<AgreementMove> moves) {
  /** Copies the moves. */
  public AgreementView {
    moves = List.copyOf(moves);
  }

  /** Whether it is in force and both should look at it again within sixty days, or should have. */
  public boolean reviewDue(LocalDate today) {
    return status == AgreementStatus.ACTIVE && terms.reviewDate().isBefore(today.plusDays(61));
  }

  /** Whether it is in force or may come to be. */
  public boolean current() {
    return status == AgreementStatus.ACTIVE || status == AgreementStatus.PROPOSED;
  }
}
