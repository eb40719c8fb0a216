package uk.concordat.incident;

import java.time.LocalDate;
import java.util.List;

/**
 * A recording decision as somebody makes it.
 *
 * @param decision code of a {@link RecordingOption}
 * @param tests codes of the tests that they are satisfied of
 * @param rationale why, in their own words
 * @param reviewOn when it is looked at again
 * @param suspect who is suspected, where the option lets them be named
 */
public record RecordingContent(
    String decision, List<String> tests, String rationale, LocalDate reviewOn, Suspect suspect) {
  /** Copies the tests. */
  public RecordingContent {
    tests = List.copyOf(tests);
  }
}
