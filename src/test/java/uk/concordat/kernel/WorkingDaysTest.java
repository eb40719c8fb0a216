package uk.concordat.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {
  private static final WorkingDays CALENDAR =
      new WorkingDays(
          Set.of(
              LocalDate.of(2026, 4, 3),
              LocalDate.of(2026, 4, 6),
              LocalDate.of(2026, 12, 25),
              LocalDate.of(2026, 12, 28),
              LocalDate.of(2027, 1, 1)));

  @ParameterizedTest
  @CsvSource({
    "2026-04-01,1,2026-04-02",
    "2026-04-02,1,2026-04-07",
    "2026-04-02,2,2026-04-08",
    "2026-04-04,1,2026-04-07",
    "2026-04-02,0,2026-04-02",
    "2026-12-24,1,2026-12-29",
    "2026-12-24,3,2026-12-31",
    "2026-12-24,4,2027-01-04",
    "2026-12-25,5,2027-01-05",
  })
  void areCountedOverEasterAndChristmas(LocalDate start, int days, LocalDate due) {
    assertThat(CALENDAR.after(start, days)).isEqualTo(due);
  }

  @Property
  void endOnAWorkingDayWithJustSoManyBetween(
      @ForAll @IntRange(max = 700) int start, @ForAll @IntRange(min = 1, max = 30) int days) {
    LocalDate first = LocalDate.of(2026, 1, 1).plusDays(start);
    LocalDate due = CALENDAR.after(first, days);
    assertThat(CALENDAR.isWorkingDay(due)).isTrue();
    assertThat(first.plusDays(1).datesUntil(due.plusDays(1)).filter(CALENDAR::isWorkingDay))
        .hasSize(days);
    assertThat(CALENDAR.between(first, due)).isEqualTo(days);
  }
}
