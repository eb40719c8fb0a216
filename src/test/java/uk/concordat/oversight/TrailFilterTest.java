package uk.concordat.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.concordat.kernel.InvalidInput;

class TrailFilterTest {
  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
  private static final UUID SOMEBODY = UUID.randomUUID();

  @Test
  void isOfTheLastMonthUnlessADayIsGiven() {
    assertThat(days(null, null).within(NOW).since()).isEqualTo("2026-10-25T12:00:00Z");
    assertThat(days(null, "2026-03-01T00:00:00Z").within(NOW).since())
        .isEqualTo("2026-01-29T00:00:00Z");
    assertThat(days("2026-01-01T00:00:00Z", null).within(NOW).since())
        .isEqualTo("2026-01-01T00:00:00Z");
  }

  @Test
  void isOfAYearAtMost() {
    TrailFilter long1 = days("2025-11-01T00:00:00Z", null);
    TrailFilter long2 = days("2024-01-01T00:00:00Z", "2025-02-01T00:00:00Z");
    for (TrailFilter tooLong : new TrailFilter[] {long1, long2}) {
      assertThatThrownBy(() -> tooLong.within(NOW)).isInstanceOf(InvalidInput.class);
    }
    assertThat(days("2024-02-01T00:00:00Z", "2025-02-01T00:00:00Z").within(NOW).since())
        .isEqualTo("2024-02-01T00:00:00Z");
    assertThat(days("2026-01-01T00:00:00Z", "2099-01-01T00:00:00Z").within(NOW).since())
        .isEqualTo("2026-01-01T00:00:00Z");
  }

  @Test
  void isNotLimitedWhereOnePersonOrRecordIsAskedFor() {
    assertThat(TrailFilter.of(SOMEBODY).within(NOW).since()).isNull();
    assertThat(days(null, null).about(SOMEBODY).within(NOW).since()).isNull();
    assertThat(days(null, null).by(SOMEBODY).within(NOW).since()).isNull();
  }

  @Test
  void asksForRefusalsPlainly() {
    var refused =
        new TrailFilter(null, null, null, null, null, null, null, Reading.REFUSED, null, null);
    assertThat(refused.plain().permitted()).isFalse();
    assertThat(refused.plain().reading()).isNull();
    var contradiction =
        new TrailFilter(null, null, true, null, null, null, null, Reading.REFUSED, null, null);
    assertThat(contradiction.plain()).isEqualTo(contradiction);
  }

  private static TrailFilter days(String since, String until) {
    return new TrailFilter(
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        since == null ? null : Instant.parse(since),
        until == null ? null : Instant.parse(until));
  }
}
