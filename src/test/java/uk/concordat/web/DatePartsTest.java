package uk.concordat.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatePartsTest {
  @ParameterizedTest
  @CsvSource({
    "5:40pm,17:40",
    "17:40,17:40",
    "5.40 PM,17:40",
    "5pm,17:00",
    "12am,00:00",
    "12pm,12:00",
    "12:30am,00:30",
    "' 9:05 am ',09:05",
    "00:00,00:00"
  })
  void readsATimeHoweverItWasTyped(String typed, LocalTime time) {
    assertThat(DateParts.time(typed)).isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5",
        "17",
        "25:00",
        "17:60",
        "13pm",
        "0am",
        "0:30pm",
        "17:40pm",
        "noon",
        "5:4pm",
        "-1:00",
        "5:40pm today",
        "٥:٤٠pm"
      })
  void refusesWhatIsNoTime(String typed) {
    assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> DateParts.time(typed));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  "})
  void readsNothingAsNothing(String typed) {
    assertThat(DateParts.time(typed)).isNull();
    assertThat(parts(typed, typed, typed).date()).isNull();
    assertThat(parts(typed, typed, typed).isEmpty()).isTrue();
  }

  @Property
  void keepsADate(@ForAll @IntRange(min = -20_000, max = 40_000) int day) {
    LocalDate date = LocalDate.ofEpochDay(day);
    assertThat(DateParts.of(date).date()).isEqualTo(date);
  }

  @ParameterizedTest
  @CsvSource({"31,2,2026", "29,2,2026", ",2,2026", "1,,2026", "1,2,", "x,2,2026", "1,13,2026"})
  void refusesWhatIsNoDate(String day, String month, String year) {
    DateParts parts = parts(day, month, year);
    assertThatExceptionOfType(DateTimeException.class).isThrownBy(parts::date);
    assertThat(parts.getMonth()).isEqualTo(month);
  }

  private static DateParts parts(String day, String month, String year) {
    var parts = new DateParts();
    parts.setDay(day);
    parts.setMonth(month);
    parts.setYear(year);
    return parts;
  }
}
