package uk.concordat.victim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.concordat.kernel.WorkingDays;

class ReviewRulesTest {
  /** Monday. */
  private static final Instant TOLD = Instant.parse("2026-06-15T09:00:00Z");

  private static final Instant LONG_AFTER = Instant.parse("2026-12-01T12:00:00Z");
  private static final UUID DECIDER = new UUID(0, 1);
  private static final UUID SECOND = new UUID(0, 2);

  private static final ReviewWindow WINDOW = window();

  private static ReviewWindow window() {
    var none = new WorkingDays(Set.of());
    return new ReviewWindow(
        new Limit(10, Limit.Unit.WORKING_DAYS).endsAfter(TOLD, Holder.HARMED, none),
        new Limit(3, Limit.Unit.MONTHS).endsAfter(TOLD, Holder.HARMED, none));
  }

  @ParameterizedTest
  @CsvSource({
    // ten working days after Monday 15 June end with Monday 29; three months with Tuesday 15
    // September
    "2026-06-14,on:before-that,",
    "2026-06-15,,false",
    "2026-06-29,,false",
    "2026-06-30,,true",
    "2026-09-15,,true",
    "2026-09-16,on:too-late,",
    "2026-12-02,on:in-the-future on:too-late,",
  })
  void anAskIsHeardForThreeMonthsAndMarkedAsLateAfterTenWorkingDays(
      LocalDate on, String wrong, Boolean late) {
    var rules = new ReviewRules(review(ReviewState.OFFERED, List.of()), WINDOW, LONG_AFTER);
    assertThat(
            String.join(
                " ",
                rules.said(ReviewMove.ASK, on).all().stream()
                    .map(error -> error.field() + ":" + error.code())
                    .toList()))
        .isEqualTo(wrong == null ? "" : wrong);
    if (late != null) {
      assertThat(rules.late(on)).isEqualTo(late);
    }
  }

  @Test
  void onlyAnAskIsTooLate() {
    var rules = new ReviewRules(review(ReviewState.ASKED, List.of()), WINDOW, LONG_AFTER);
    assertThat(rules.said(ReviewMove.WITHDRAW, LocalDate.of(2026, 11, 30)).all()).isEmpty();
    assertThat(rules.said(ReviewMove.WITHDRAW, null).all()).hasSize(1);
  }

  @Test
  void aDecisionHasWords() {
    assertThat(ReviewRules.decided(" ").all()).hasSize(1);
    assertThat(ReviewRules.decided("It was right.").all()).isEmpty();
    assertThat(ReviewRules.decided("x".repeat(2_001)).all()).hasSize(1);
  }

  @Test
  void whoeverTookADecisionInItTakesNoOther() {
    Review asked = review(ReviewState.ASKED, List.of(step(ReviewMove.ASK, SECOND)));
    assertThat(asked.deciders()).containsExactly(DECIDER);
    Review upheld = review(ReviewState.INDEPENDENT, List.of(step(ReviewMove.UPHOLD, SECOND)));
    assertThat(upheld.deciders()).containsExactlyInAnyOrder(DECIDER, SECOND);
  }

  private static ReviewStep step(ReviewMove move, UUID actor) {
    return new ReviewStep(move, ReviewState.ASKED, TOLD, false, null, actor, "cps-prosecutor");
  }

  private static Review review(ReviewState state, List<ReviewStep> steps) {
    return new Review(
        new UUID(0, 9), EventKind.CPS_NOT_CHARGED, 1, DECIDER, TOLD, state, TOLD, 1, steps);
  }
}
