package uk.concordat.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.concordat.referral.Clocked;

class ClockViewTest {
  private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");
  private static final Instant DUE = Instant.parse("2026-11-25T17:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T09:00:00Z,ok,Due Wednesday 25 November,'25 November 2026, 5pm',0",
    "2026-11-24T13:00:00Z,ok,'Due tomorrow, 5pm','25 November 2026, 5pm',50",
    "2026-11-25T10:30:00Z,today,'Due today, 5pm',6 hours left,89",
    "2026-11-25T15:59:00Z,today,'Due today, 5pm',1 hour left,99",
    "2026-11-25T16:59:30Z,today,'Due today, 5pm',1 minute left,100",
    "2026-11-25T17:00:01Z,late,1 minute late,'was due today, 5pm',100",
    "2026-11-28T09:00:00Z,late,2 days late,'was due Wednesday 25 November, 5pm',100",
  })
  void saysByWhenAndHowMuchIsLeft(Instant now, String state, String text, String detail, int used) {
    ClockView view = ClockView.of(new Clocked("DECIDE", START, DUE), now);
    assertThat(view.getState()).isEqualTo(state);
    assertThat(view.getText()).isEqualTo(text);
    assertThat(view.getDetail()).isEqualTo(detail);
    assertThat(view.getUsed()).isEqualTo(used);
  }

  @Property
  void neverShowsMoreThanAllOfIt(@ForAll @LongRange(min = -500_000, max = 500_000) long second) {
    ClockView view = ClockView.of(new Clocked("DECIDE", START, DUE), START.plusSeconds(second));
    assertThat(view.getUsed()).isBetween(0, 100);
    assertThat(view.getState()).isIn("ok", "today", "late");
  }

  @Test
  void isNothingWhereNothingIsDue() {
    assertThat(ClockView.of(null, START)).isNull();
  }
}
