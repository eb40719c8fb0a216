package uk.concordat.victim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.concordat.kernel.WorkingDays;

class ReviewWindowTest {
  private static final Instant TOLD = Instant.parse("2026-12-17T10:00:00Z");
  private static final WorkingDays CHRISTMAS =
      new WorkingDays(
          Set.of(LocalDate.of(2026, 12, 25), LocalDate.of(2026, 12, 28), LocalDate.of(2027, 1, 1)));

  private final ReviewWindow window =
      new ReviewWindow(
          new Limit(10, Limit.Unit.WORKING_DAYS).endsAfter(TOLD, Holder.HARMED, CHRISTMAS),
          new Limit(3, Limit.Unit.MONTHS).endsAfter(TOLD, Holder.HARMED, CHRISTMAS));

  @ParameterizedTest
  @CsvSource({
    // Thursday 17 December: 18, 21, 22, 23, 24, 29, 30, 31, 4, 5 January; three months to 17 March
    "2026-12-17T10:01:00Z,IN_TIME",
    "2027-01-05T23:59:59Z,IN_TIME",
    "2027-01-06T00:00:00Z,LATE",
    "2027-03-17T23:59:59Z,LATE",
    "2027-03-18T00:00:00Z,REFUSED",
  })
  void isOpenToTheEndOfItsLastDay(Instant asked, ReviewWindow.Answer answer) {
    assertThat(window.at(asked)).isEqualTo(answer);
  }

  @Test
  void lapsesOnlyWhereNobodyAsked() {
    Instant late = Instant.parse("2027-03-18T00:00:00Z");
    assertThat(window.lapsed(ReviewState.OFFERED, late)).isTrue();
    assertThat(window.lapsed(ReviewState.OFFERED, late.minusSeconds(1))).isFalse();
    assertThat(window.lapsed(ReviewState.ASKED, late)).isFalse();
  }
}
