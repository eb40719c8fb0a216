package uk.concordat.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Pattern;

/** A date as three fields, kept as typed. */
public class DateParts {
  private static final Pattern TIME = Pattern.compile("(\\d{1,2})(?:[:.](\\d{2}))?\\s*(am|pm)?");
  private String day;
  private String month;
  private String year;

  /** Shows a date; nothing for null. */
  public static DateParts of(LocalDate date) {
    var parts = new DateParts();
    if (date != null) {
      parts.day = String.valueOf(date.getDayOfMonth());
      parts.month = String.valueOf(date.getMonthValue());
      parts.year = String.valueOf(date.getYear());
    }
    return parts;
  }

  /** Whether nothing was typed. */
  public boolean isEmpty() {
    return blank(day) && blank(month) && blank(year);
  }

  /**
   * The date; null where nothing was typed.
   *
   * @throws DateTimeException where it is no date
   */
  public LocalDate date() {
    try {
      return isEmpty()
          ? null
          : LocalDate.of(
              Integer.parseInt(year.strip()),
              Integer.parseInt(month.strip()),
              Integer.parseInt(day.strip()));
    } catch (NumberFormatException | NullPointerException incomplete) {
      throw new DateTimeException("no date", incomplete);
    }
  }

  /**
   * A time of day such as 5:40pm or 17:40; null where nothing was typed.
   *
   * @throws DateTimeException where it is no time
   */
  public static LocalTime time(String typed) {
    if (blank(typed)) {
      return null;
    }
    var parts = TIME.matcher(typed.strip().toLowerCase(Locale.ROOT));
    if (!parts.matches() || (parts.group(2) == null && parts.group(3) == null)) {
      throw new DateTimeException("no time");
    }
    int hour = Integer.parseInt(parts.group(1));
    if (parts.group(3) != null) {
      if (hour < 1 || hour > 12) {
        throw new DateTimeException("no time");
      }
      hour = hour % 12 + (parts.group(3).equals("pm") ? 12 : 0);
    }
    return LocalTime.of(hour, parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2)));
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }

  public String getDay() {
    return day;
  }

  public void setDay(String day) {
    this.day = day;
  }

  public String getMonth() {
    return month;
  }

  public void setMonth(String month) {
    this.month = month;
  }

  public String getYear() {
    return year;
  }

  public void setYear(String year) {
    this.year = year;
  }
}
