package uk.concordat.web.prosecution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.concordat.kernel.Urgency;
import uk.concordat.prosecution.DeskItem;
import uk.concordat.prosecution.DeskLimit;
import uk.concordat.prosecution.Priority;
import uk.concordat.prosecution.ReviewState;
import uk.concordat.prosecution.SubmissionKind;

/** What the desk says of a file. */
class DeskWordsTest {
  private static final DeskWords WORDS = new DeskWords(LocalDate.of(2026, 11, 28));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-27T00:00:00Z | late  | ended 2 days ago, on 26 November 2026",
        "2026-11-28T00:00:00Z | late  | ended 1 day ago, on 27 November 2026",
        "2026-11-29T00:00:00Z | today | ends today, 28 November 2026",
        "2026-11-30T00:00:00Z | today | 1 day left, ends tomorrow, 29 November 2026",
        "2026-12-02T00:00:00Z | today | 3 days left, ends 1 December 2026",
        "2026-12-03T00:00:00Z | ok    | 4 days left, ends 2 December 2026"
      })
  void whatRunsOutIsSaidWithItsDayAndHowManyAreLeft(Instant ends, String tone, String said) {
    var clock = WORDS.clock(item(List.of(custody(ends)), null));
    assertThat(clock.getText()).isEqualTo("Custody time limit");
    assertThat(clock.getState()).isEqualTo(tone);
    assertThat(clock.getDetail()).isEqualTo(said);
    assertThat(clock.getUsed()).as("since when it runs is not known").isNegative();
  }

  @Test
  void everythingElseIsSaidBeneath() {
    DeskLimit level =
        new DeskLimit(
            DeskLimit.Kind.SERVICE_LEVEL, "FIRST_CONTACT", Instant.parse("2026-11-20T17:00:00Z"));
    DeskItem item =
        item(
            List.of(level, custody(Instant.parse("2026-12-03T00:00:00Z"))),
            LocalDate.of(2026, 11, 24));
    assertThat(WORDS.clock(item).getText()).as("the law first").isEqualTo("Custody time limit");
    assertThat(WORDS.others(item))
        .containsExactly(
            "Service level: first contact: ended 8 days ago, on 20 November 2026.",
            "A summary-only charge could be begun until 24 November 2026: too late now.");
    assertThat(WORDS.tags(item))
        .containsExactly("Being reviewed", "Red: the suspect is held", "Yours");
    assertThat(WORDS.risk(item)).isEqualTo("High risk");
    assertThat(WORDS.clock(item(List.of(), null))).isNull();
  }

  private static DeskLimit custody(Instant ends) {
    return new DeskLimit(DeskLimit.Kind.CUSTODY, null, ends);
  }

  private static DeskItem item(List<DeskLimit> limits, LocalDate lapsed) {
    return new DeskItem(
        new UUID(1, 2),
        "HCR-2026-000137-L",
        SubmissionKind.CHARGING_DECISION,
        Priority.RED,
        Urgency.HIGH,
        List.of(ReviewState.UNDER_REVIEW),
        DeskItem.Assigned.YOU,
        limits,
        lapsed);
  }
}
