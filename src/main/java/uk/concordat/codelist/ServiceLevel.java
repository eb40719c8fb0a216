package uk.concordat.codelist;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import uk.concordat.kernel.WorkingDays;

/**
 * How long a step may take.
 *
 * @param amount how many
 * @param unit {@code HOURS} or {@code WORKING_DAYS}
 */
public record ServiceLevel(int amount, String unit) {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final LocalTime CLOSE = LocalTime.of(17, 0);

  /** When a step that started then is due: to the minute in hours, else 5pm in London. */
  public Instant dueAfter(Instant start, WorkingDays workingDays) {
    return unit.equals("HOURS")
        ? start.plus(amount, ChronoUnit.HOURS)
        : workingDays
            .after(start.atZone(LONDON).toLocalDate(), amount)
            .atTime(CLOSE)
            .atZone(LONDON)
            .toInstant();
  }
}
