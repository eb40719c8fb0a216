package uk.concordat.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A flood is counted, not written down. */
class SecurityAlarmTest {
  private final List<String> written = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-25T03:00:00Z");
  private boolean away;
  private final SecurityAlarm alarm = new SecurityAlarm();

  @BeforeEach
  void wire() {
    alarm.log =
        new SecurityLog() {
          @Override
          public void note(
              SecurityEvent event, UUID actor, String agency, String detail, int occurrences) {
            if (away) {
              throw new IllegalStateException("the database is away");
            }
            written.add(event + " " + detail + " " + occurrences);
          }
        };
    alarm.clock =
        new Clock() {
          @Override
          public Instant instant() {
            return now;
          }

          @Override
          public ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }
        };
  }

  @Test
  void isWrittenOnceAMinuteWithTheNumberItStandsFor() {
    for (int i = 0; i < 10_000; i++) {
      alarm.ring(SecurityEvent.TOKEN_REFUSED, "not-good");
    }
    alarm.ring(SecurityEvent.TOKEN_REFUSED, "no-token");
    now = now.plusSeconds(59);
    alarm.ring(SecurityEvent.TOKEN_REFUSED, "not-good");
    now = now.plusSeconds(1);
    alarm.ring(SecurityEvent.TOKEN_REFUSED, "not-good");
    now = now.plusSeconds(60);
    alarm.ring(SecurityEvent.TOKEN_REFUSED, "not-good");
    assertThat(written)
        .containsExactly(
            "TOKEN_REFUSED not-good 1",
            "TOKEN_REFUSED no-token 1",
            "TOKEN_REFUSED not-good 10001",
            "TOKEN_REFUSED not-good 1");
  }

  @Test
  void changesNothingWhereItCannotBeWritten() {
    away = true;
    alarm.ring(SecurityEvent.READINESS_LOST, "database");
    assertThat(written).isEmpty();
  }
}
