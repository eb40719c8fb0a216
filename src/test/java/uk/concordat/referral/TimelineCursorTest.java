package uk.concordat.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a page of a timeline ended, and in which order it goes on. */
class TimelineCursorTest {
  @Test
  void isReadAsItWasWritten() {
    var cursor = new TimelineCursor(Instant.parse("2026-11-27T22:00:00.123456Z"), new UUID(1, 2));
    assertThat(TimelineCursor.parse(cursor.text())).contains(cursor);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no", "\u00e9", "MjAyNg", "MjAyNi0xMS0yN1QyMjowMDowMFogeA"})
  void isNothingElse(String text) {
    assertThat(TimelineCursor.parse(text)).isEmpty();
  }

  @Test
  void whatHappenedAtOneMomentIsOrderedAsTheDatabaseOrdersIt() {
    TimelineEntry first = entry(new UUID(0x7fff_ffff_ffff_ffffL, 0));
    TimelineEntry second = entry(new UUID(0x8000_0000_0000_0000L, 0)); // negative in Java
    assertThat(new TimelineSpan(true, null, 1).order().compare(first, second)).isNegative();
    assertThat(new TimelineSpan(false, null, 1).order().compare(first, second)).isPositive();
  }

  private static TimelineEntry entry(UUID id) {
    return new TimelineEntry(
        id, Instant.EPOCH, TimelineKind.MOVE, "POLICE", null, List.of(), Map.of());
  }
}
