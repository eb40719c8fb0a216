package uk.concordat.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates and times as people here read them: "23 November 2026", "2:30pm". */
public final class London {
  /** The zone in which everything is shown. */
  public static final ZoneId ZONE = ZoneId.of("Europe/London");

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
  private static final DateTimeFormatter WEEKDAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.UK);

  private London() {}

  /** For example "23 November 2026"; null for null. */
  public static String date(LocalDate day) {
    return day == null ? null : DATE.format(day);
  }

  /** For example "Monday 23 November". */
  public static String weekday(LocalDate day) {
    return WEEKDAY.format(day);
  }

  /** For example "5:40pm" or "4pm"; null for null. */
  public static String time(LocalTime time) {
    if (time == null) {
      return null;
    }
    int hour = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
    String minutes = time.getMinute() == 0 ? "" : ":%02d".formatted(time.getMinute());
    return hour + minutes + (time.getHour() < 12 ? "am" : "pm");
  }

  /** For example "23 November 2026 at 10:42am"; null for null. */
  public static String dateTime(Instant instant) {
    if (instant == null) {
      return null;
    }
    var there = instant.atZone(ZONE);
    return date(there.toLocalDate()) + " at " + time(there.toLocalTime());
  }
}
