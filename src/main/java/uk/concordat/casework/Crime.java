package uk.concordat.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A crime that a force recorded for a referral. That there is one, and its number, is told to the
 * sender (D16).
 *
 * @param reference the force's number
 * @param force code of the force
 * @param recordedOn the day in London on which it was recorded as a crime
 * @param enteredAt when that was entered here; null where it is withheld
 * @param detail null where it is withheld
 */
public record Crime(
    UUID id,
    String reference,
    String force,
    LocalDate recordedOn,
    Instant enteredAt,
    CrimeDetail detail) {

  /** All that is recorded of it, as it stands; its detail has to be shown. */
  public CrimeContent content() {
    return new CrimeContent(
        reference,
        detail.reportedOn(),
        recordedOn,
        detail.offenceClass(),
        detail.homeOfficeClass(),
        detail.offenceCode(),
        detail.strands().stream()
            .filter(CrimeStrand::stands)
            .map(CrimeStrand::strand)
            .collect(Collectors.toSet()));
  }

  /**
   * Whether it was recorded later than the day after the report: advice, not a refusal, for the
   * standard counts hours and the days alone are kept (domain.md 1.4).
   */
  public boolean late() {
    return detail != null && recordedOn.isAfter(detail.reportedOn().plusDays(1));
  }
}
