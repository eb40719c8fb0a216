package uk.concordat.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A recording decision that was made.
 *
 * @param label the decision in words
 * @param regime the rules that it was made under, in words
 * @param onward whether it lets whoever is suspected be named in a referral
 * @param tests codes of the tests that were met
 * @param by subject of whoever decided
 * @param role code of the role in which they did
 */
public record Recording(
    String decision,
    String label,
    String regime,
    boolean onward,
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

  /** What is kept of it, for the ledger: its words may change with the regime. */
  Map<String, Object> kept() {
    return Map.of(
        "decision", decision,
        "regime", regime,
        "tests", tests,
        "rationale", rationale,
        "reviewOn", reviewOn,
        "by", by,
        "role", role,
        "at", at);
  }
}
