package uk.concordat.codelist;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import uk.concordat.kernel.WorkingDays;

/**
 * How long a step may take.
 *
 * @param amount how many
 * @param unit {@code HOURS}, {@code WORKING_DAYS} or {@code DAYS}
 */
public record ServiceLevel(int amount, String unit) {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final LocalTime CLOSE = LocalTime.of(17, 0);

  /** When a step that started then is due: to the minute in hours, else 5pm in London. */
  public Instant dueAfter(Instant start, WorkingDays workingDays) {
    LocalDate day = day(start);
    return switch (unit) {
      case "HOURS" -> start.plus(amount, ChronoUnit.HOURS);
      case "DAYS" -> closeOf(day.plusDays(amount));
      default -> closeOf(workingDays.after(day, amount));
    };
  }

  /**
   * When a step is due whose clock stood still: as much later as that took, in the unit of the
   * level. A clock that stopped and goes on within one day loses nothing.
   *
   * @param due when it was due
   * @param paused since when the clock stood still
   * @param resumed when it goes on
   */
  public Instant resumed(Instant due, Instant paused, Instant resumed, WorkingDays workingDays) {
    LocalDate from = day(paused);
    LocalDate to = day(resumed);
    return switch (unit) {
      case "HOURS" -> due.plus(Duration.between(paused, resumed));
      case "DAYS" -> closeOf(day(due).plusDays(ChronoUnit.DAYS.between(from, to)));
      default -> closeOf(workingDays.after(day(due), workingDays.between(from, to)));
    };
  }

  /** The end of the working day: 5pm in London. */
  public static Instant closeOf(LocalDate day) {
    return day.atTime(CLOSE).atZone(LONDON).toInstant();
  }

  private static LocalDate day(Instant instant) {
    return instant.atZone(LONDON).toLocalDate();
  }
}
