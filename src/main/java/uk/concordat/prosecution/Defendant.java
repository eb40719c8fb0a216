package uk.concordat.prosecution;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Somebody who is suspected, and where the review of that stands.
 *
 * @param number 1 for the first of the file
 * @param since when the review came to that state
 * @param decidedBy who made the decision that stands; null before there is one
 * @param carriedOut the day on which the police charged them, or disposed of it out of court, as
 *     was decided; null where they did not say so yet
 * @param identity null where it is withheld
 * @param custody null where it is withheld
 */
public record Defendant(
    UUID id,
    int number,
    ReviewState state,
    Instant since,
    UUID decidedBy,
    LocalDate carriedOut,
    Identity identity,
    Custody custody) {

  /** Who it is (D6). */
  public record Identity(String name, LocalDate dateOfBirth) {
    /** Whether they were under 18 on that day; no where the day of birth is not known. */
    public boolean youth(LocalDate day) {
      return dateOfBirth != null && dateOfBirth.plusYears(18).isAfter(day);
    }
  }

  /** Number on the police computer, and whether they are held (D7). */
  public record Custody(String pncId, Held held, LocalDate until) {}
}
