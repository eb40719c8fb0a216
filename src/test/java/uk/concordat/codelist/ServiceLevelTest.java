package uk.concordat.codelist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.concordat.kernel.WorkingDays;

class ServiceLevelTest {
  private static final WorkingDays NO_HOLIDAYS = new WorkingDays(Set.of());

  @ParameterizedTest
  @CsvSource({
    // the clocks go forward on 29 March and back on 25 October 2026
    "1,HOURS,2026-03-29T00:30:00Z,2026-03-29T01:30:00Z",
    "24,HOURS,2026-10-24T12:00:00Z,2026-10-25T12:00:00Z",
    "2,WORKING_DAYS,2026-03-27T10:00:00Z,2026-03-31T16:00:00Z",
    "1,WORKING_DAYS,2026-10-23T09:00:00Z,2026-10-26T17:00:00Z",
    // half past midnight in London is still yesterday in UTC
    "1,WORKING_DAYS,2026-06-30T23:30:00Z,2026-07-02T16:00:00Z",
    "1,WORKING_DAYS,2026-11-23T23:30:00Z,2026-11-24T17:00:00Z",
  })
  void endsAtFiveInLondonOrToTheMinute(int amount, String unit, Instant start, Instant due) {
    assertThat(new ServiceLevel(amount, unit).dueAfter(start, NO_HOLIDAYS)).isEqualTo(due);
  }

  @ParameterizedTest
  @CsvSource({
    // due, paused, resumed, due then: over a weekend, Easter, a change of the clocks, and within
    // one day
    "WORKING_DAYS,2026-03-31T16:00:00Z,2026-03-27T10:00:00Z,2026-03-30T08:00:00Z,2026-04-01T16:00:00Z",
    "WORKING_DAYS,2026-04-02T16:00:00Z,2026-04-01T10:00:00Z,2026-04-02T08:00:00Z,2026-04-07T16:00:00Z",
    "WORKING_DAYS,2026-10-23T16:00:00Z,2026-10-22T10:00:00Z,2026-10-25T08:00:00Z,2026-10-26T17:00:00Z",
    "WORKING_DAYS,2026-11-24T17:00:00Z,2026-11-23T08:00:00Z,2026-11-23T22:00:00Z,2026-11-24T17:00:00Z",
    "HOURS,2026-10-25T00:30:00Z,2026-10-24T23:00:00Z,2026-10-25T02:00:00Z,2026-10-25T03:30:00Z",
    "DAYS,2026-04-10T16:00:00Z,2026-04-01T10:00:00Z,2026-04-08T10:00:00Z,2026-04-17T16:00:00Z",
  })
  void goesOnAsMuchLaterAsTheClockStoodStill(
      String unit, Instant due, Instant paused, Instant resumed, Instant then) {
    var easter = new WorkingDays(Set.of(LocalDate.of(2026, 4, 3), LocalDate.of(2026, 4, 6)));
    assertThat(new ServiceLevel(1, unit).resumed(due, paused, resumed, easter)).isEqualTo(then);
  }
}
