package uk.concordat.referral;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;

/** The bank holidays of England and Wales, worked out apart from the product's own data. */
final class BankHolidays {
  private BankHolidays() {}

  /** Of a year: New Year, Easter, the three Mondays, Christmas, each with its substitute day. */
  static Set<LocalDate> of(int year) {
    Set<LocalDate> days = new TreeSet<>();
    days.add(substitute(LocalDate.of(year, 1, 1), days));
    LocalDate easter = easter(year);
    days.add(easter.minusDays(2));
    days.add(easter.plusDays(1));
    days.add(firstMonday(LocalDate.of(year, 5, 1)));
    days.add(lastMonday(LocalDate.of(year, 5, 31)));
    days.add(lastMonday(LocalDate.of(year, 8, 31)));
    days.add(substitute(LocalDate.of(year, 12, 25), days));
    days.add(substitute(LocalDate.of(year, 12, 26), days));
    return days;
  }

  /** Easter Sunday (Meeus, Jones, Butcher). */
  static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int n = h + l - 7 * m + 114;
    return LocalDate.of(year, n / 31, n % 31 + 1);
  }

  private static LocalDate substitute(LocalDate day, Set<LocalDate> taken) {
    LocalDate free = day;
    while (free.getDayOfWeek().getValue() > 5 || taken.contains(free)) {
      free = free.plusDays(1);
    }
    return free;
  }

  private static LocalDate firstMonday(LocalDate from) {
    LocalDate day = from;
    while (day.getDayOfWeek() != DayOfWeek.MONDAY) {
      day = day.plusDays(1);
    }
    return day;
  }

  private static LocalDate lastMonday(LocalDate to) {
    LocalDate day = to;
    while (day.getDayOfWeek() != DayOfWeek.MONDAY) {
      day = day.minusDays(1);
    }
    return day;
  }
}
