package uk.concordat.kernel;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * Monday to Friday less the bank holidays of England and Wales.
 *
 * @param bankHolidays the days that do not count, whichever weekday they fall on
 */
public record WorkingDays(Set<LocalDate> bankHolidays) {

  /** Copies the holidays, so that the value stays what it was. */
  public WorkingDays {
    bankHolidays = Set.copyOf(bankHolidays);
  }

  /** Whether people work on that day. */
  public boolean isWorkingDay(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && !bankHolidays.contains(day);
  }

  /** The day that is so many working days after the given one, which itself does not count. */
  public LocalDate after(LocalDate start, int workingDays) {
    LocalDate day = start;
    for (int counted = 0; counted < workingDays; ) {
      day = day.plusDays(1);
      if (isWorkingDay(day)) {
        counted++;
      }
    }
    return day;
  }

  /** How many working days there are after the first day up to the last, which itself counts. */
  public int between(LocalDate first, LocalDate last) {
    int counted = 0;
    for (LocalDate day = first.plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
      counted += isWorkingDay(day) ? 1 : 0;
    }
    return counted;
  }
}
