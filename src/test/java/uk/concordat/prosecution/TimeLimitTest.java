package uk.concordat.prosecution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Six months for what only magistrates try; the day of the offence does not count. */
class TimeLimitTest {

  @ParameterizedTest
  @CsvSource({
    "2026-01-15,2026-07-15",
    "2026-02-28,2026-08-28",
    "2026-03-31,2026-09-30",
    "2025-08-31,2026-02-28",
    "2027-08-29,2028-02-29",
    "2027-08-30,2028-02-29",
    "2027-08-31,2028-02-29",
    "2028-02-29,2028-08-29",
    "2026-12-31,2027-06-30",
    "2026-10-25,2027-04-25"
  })
  void endsOnTheDayOfTheSameNumber(LocalDate committed, LocalDate last) {
    Committed day = Committed.on(committed);
    assertThat(OffenceBook.PUBLIC_ORDER.lastDay(day)).contains(last);
    assertThat(OffenceBook.PUBLIC_ORDER.inTime(day, last)).isTrue();
    assertThat(OffenceBook.PUBLIC_ORDER.inTime(day, last.plusDays(1))).isFalse();
  }

  @Test
  void ofACourseOfConductRunsFromItsLastDay() {
    var course = new Committed(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-05-31"));
    assertThat(OffenceBook.PUBLIC_ORDER.lastDay(course)).contains(LocalDate.parse("2026-11-30"));
  }

  @Test
  void isGoneWhereTheAggravatedFormCanBeTriedEitherWay() {
    Committed longAgo = Committed.on(LocalDate.parse("2020-01-15"));
    LocalDate today = LocalDate.parse("2026-11-28");
    assertThat(OffenceBook.ASSAULT.inTime(longAgo, today)).isFalse();
    assertThat(OffenceBook.AGGRAVATED_ASSAULT.lastDay(longAgo)).isEmpty();
    assertThat(OffenceBook.AGGRAVATED_ASSAULT.inTime(longAgo, today)).isTrue();
  }

  @Test
  void staysWhereTheAggravatedFormIsSummaryOnlyToo() {
    Committed day = Committed.on(LocalDate.parse("2026-01-15"));
    assertThat(OffenceBook.AGGRAVATED_PUBLIC_ORDER.lastDay(day))
        .contains(LocalDate.parse("2026-07-15"));
  }
}
