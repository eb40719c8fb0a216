package uk.concordat.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What came of a crime for one suspect (the force's own D5).
 *
 * @param suspect number of the suspect within the crime; null where nobody is identified
 * @param number counts those of a crime and suspect from 1; the last stands
 * @param type of {@link PoliceOutcomeType}
 * @param label the words for it in the portal
 * @param outcomeOn the day in London on which it was decided
 * @param reason why it superseded the one before it; null for the first
 * @param current whether it stands
 * @param role code of the role in which it was recorded
 * @param details what was said besides, by field
 */
public record CrimeOutcome(
    UUID id,
    Integer suspect,
    int number,
    String type,
    String label,
    LocalDate outcomeOn,
    String reason,
    boolean current,
    String role,
    Instant at,
    Map<String, String> details) {
  /** Copies the details, in order. */
  public CrimeOutcome {
    details = new TreeMap<>(details);
  }

  /** Whether it says what came of it: it stands, and did not open the crime again. */
  public boolean assigned() {
    return current && !type.equals(PoliceOutcomeType.NOT_ASSIGNED);
  }
}
