package uk.concordat.codelist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
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
}
