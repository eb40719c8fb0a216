package uk.concordat.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A recording decision that was made.
 *
 * @param label the decision in words
 * @param regime the rules that it was made under, in words
 * @param tests codes of the tests that were met
 * @param by subject of whoever decided
 * @param role code of the role in which they did
 */
public record Recording(
    String decision,
    String label,
    String regime,
    List<String> tests,
    String rationale,
    LocalDate reviewOn,
    UUID by,
    String role,
    Instant at) {
  /** Copies the tests. */
  public Recording {
    tests = List.copyOf(tests);
  }
}
