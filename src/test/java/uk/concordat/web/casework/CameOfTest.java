package uk.concordat.web.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.concordat.casework.CrimeOutcome;

class CameOfTest {
  private static final Instant NOW = Instant.parse("2026-11-28T15:00:00Z");

  @Test
  void whatTheOutcomeNeededIsReadWithIt() {
    assertThat(
            said(1, null, Map.of("learningOwner", "The unit head", "limitationOn", "2026-10-28")))
        .isEqualTo(
            """
            Suspect 1: 17. Too late. Decided on 28 November 2026.
            The time limit expired: 28 October 2026
            Who sees to the learning review: The unit head""");
  }

  @Test
  void whyItTookThePlaceOfAnotherStandsBeside() {
    assertThat(said(null, "A film came in.", Map.of()))
        .isEqualTo("Nobody identified: 17. Too late. Decided on 28 November 2026. A film came in.");
  }

  private static String said(Integer suspect, String reason, Map<String, String> details) {
    return new CameOf(
            new CrimeOutcome(
                null,
                suspect,
                1,
                "17",
                "Too late",
                LocalDate.of(2026, 11, 28),
                reason,
                true,
                "police-officer",
                NOW,
                details))
        .text();
  }
}
