package uk.concordat.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LondonTest {
  @ParameterizedTest
  @CsvSource({
    "00:00,12am",
    "00:05,12:05am",
    "09:30,9:30am",
    "12:00,12pm",
    "12:01,12:01pm",
    "16:00,4pm",
    "23:59,11:59pm"
  })
  void timesAreWrittenAsPeopleSayThem(LocalTime time, String words) {
    assertThat(London.time(time)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T10:42:00Z,23 November 2026 at 10:42am",
    "2026-06-30T23:30:00Z,1 July 2026 at 12:30am",
    "2026-10-25T00:30:00Z,25 October 2026 at 1:30am",
    "2026-10-25T01:30:00Z,25 October 2026 at 1:30am",
  })
  void instantsAreShownInLondon(Instant instant, String words) {
    assertThat(London.dateTime(instant)).isEqualTo(words);
  }

  @Test
  void daysHaveTheirNames() {
    assertThat(London.date(LocalDate.of(2026, 3, 1))).isEqualTo("1 March 2026");
    assertThat(London.weekday(LocalDate.of(2026, 11, 23))).isEqualTo("Monday 23 November");
  }

  @Test
  void nothingIsShownAsNothing() {
    assertThat(London.date(null)).isNull();
    assertThat(London.time(null)).isNull();
    assertThat(London.dateTime(null)).isNull();
  }
}
