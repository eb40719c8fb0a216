package uk.concordat.incident;

import java.util.List;

/**
 * One way in which an incident may be recorded today.
 *
 * @param hint more words, or null
 * @param regime the rules that it is recorded under, in words
 * @param personalData whether whoever is suspected may be named
 * @param tests all of which must be met
 */
public record RecordingOption(
    String code,
    String label,
    String hint,
    String regime,
    boolean personalData,
    List<RecordingTest> tests) {
  /** Copies the tests. */
  public RecordingOption {
    tests = List.copyOf(tests);
  }
}
