package uk.concordat.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import uk.concordat.referral.Clocked;

/** A time limit in words, with how much of it is used. */
public final class ClockView {
  private final String state;
  private final String text;
  private final String detail;
  private final int used;

  private ClockView(String state, String text, String detail, int used) {
    this.state = state;
    this.text = text;
    this.detail = detail;
    this.used = used;
  }

  /** The clock as it stands now; null where nothing is due. */
  public static ClockView of(Clocked clock, Instant now) {
    if (clock == null) {
      return null;
    }
    var due = clock.due().atZone(London.ZONE);
    LocalDate today = now.atZone(London.ZONE).toLocalDate();
    String at = London.time(due.toLocalTime());
    if (clock.due().isBefore(now)) {
      boolean wasToday = due.toLocalDate().equals(today);
      return new ClockView(
          "late",
          length(Duration.between(clock.due(), now)) + " late",
          "was due " + (wasToday ? "today" : London.weekday(due.toLocalDate())) + ", " + at,
          100);
    }
    Duration left = Duration.between(now, clock.due());
    long whole = Math.max(1, Duration.between(clock.start(), clock.due()).toMinutes());
    int used = (int) Math.max(0, Math.min(100, 100 - 100 * left.toMinutes() / whole));
    if (due.toLocalDate().equals(today)) {
      return new ClockView("today", "Due today, " + at, length(left) + " left", used);
    }
    String day =
        due.toLocalDate().equals(today.plusDays(1))
            ? "Due tomorrow, " + at
            : "Due " + London.weekday(due.toLocalDate());
    return new ClockView("ok", day, London.date(due.toLocalDate()) + ", " + at, used);
  }

  /** A limit in words of its own, of which nobody can say how much is used. */
  public static ClockView said(String state, String text, String detail) {
    return new ClockView(state, text, detail, -1);
  }

  private static String length(Duration duration) {
    if (duration.toDays() > 0) {
      return plural(duration.toDays(), "day");
    }
    if (duration.toHours() > 0) {
      return plural(duration.toHours(), "hour");
    }
    return plural(Math.max(1, duration.toMinutes()), "minute");
  }

  private static String plural(long number, String unit) {
    return number + " " + unit + (number == 1 ? "" : "s");
  }

  /** {@code late}, {@code today} or {@code ok}. */
  public String getState() {
    return state;
  }

  /** The main words. */
  public String getText() {
    return text;
  }

  /** The words beneath. */
  public String getDetail() {
    return detail;
  }

  /** Per cent of the time that is used; negative where that cannot be said. */
  public int getUsed() {
    return used;
  }
}
