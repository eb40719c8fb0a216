package uk.concordat.victim;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import uk.concordat.codelist.ServiceLevel;
import uk.concordat.kernel.WorkingDays;

/**
 * How long after an event something has to be done, or may be (domain.md 3.5).
 *
 * @param amount how many of the unit
 */
public record Limit(int amount, Unit unit) {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  /** What the Victims' Code counts in. */
  public enum Unit {
    HOURS,
    WORKING_DAYS,
    WEEKS,
    MONTHS
  }

  /**
   * When it ends. Hours are elapsed hours. Of the rest the day of the event in London does not
   * count, however late in it the event was, and the last day ends at 5pm for an agency and at
   * midnight for the person harmed, both in London. Weeks and months that end on a day off end on
   * the working day before it for an agency, on the next one for the person harmed. A month ends on
   * the same day of the month, or on its last where there is no such day.
   *
   * @param event when it happened
   */
  public Instant endsAfter(Instant event, Holder holder, WorkingDays workingDays) {
    LocalDate day = event.atZone(LONDON).toLocalDate();
    return switch (unit) {
      case HOURS -> event.plus(amount, ChronoUnit.HOURS);
      case WORKING_DAYS -> end(workingDays.after(day, amount), holder);
      case WEEKS -> end(worked(day.plusWeeks(amount), holder, workingDays), holder);
      case MONTHS -> end(worked(day.plusMonths(amount), holder, workingDays), holder);
    };
  }

  private static LocalDate worked(LocalDate last, Holder holder, WorkingDays workingDays) {
    LocalDate day = last;
    while (!workingDays.isWorkingDay(day)) {
      day = holder == Holder.AGENCY ? day.minusDays(1) : day.plusDays(1);
    }
    return day;
  }

  private static Instant end(LocalDate day, Holder holder) {
    return holder == Holder.AGENCY
        ? ServiceLevel.closeOf(day)
        : day.plusDays(1).atStartOfDay(LONDON).toInstant();
  }
}
