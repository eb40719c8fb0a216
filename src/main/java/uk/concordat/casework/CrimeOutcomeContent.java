package uk.concordat.casework;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The outcome of a crime as somebody records it; what is missing is null.
 *
 * @param suspect number of the suspect within the crime; null where nobody is identified
 * @param type of {@link PoliceOutcomeType}
 * @param outcomeOn the day in London on which it was decided
 * @param reason why it supersedes the one that stands
 * @param details by {@link OutcomeField#field()}, days as in {@code 2026-11-18}
 */
public record CrimeOutcomeContent(
    Integer suspect, String type, LocalDate outcomeOn, String reason, Map<String, String> details) {
  /** Copies the details, in order. */
  public CrimeOutcomeContent {
    details = new TreeMap<>(details);
  }

  /** Whether it is of the same suspect, or of nobody as well. */
  boolean sameSuspect(CrimeOutcome outcome) {
    return Objects.equals(suspect, outcome.suspect());
  }
}
