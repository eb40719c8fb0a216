package uk.concordat.referral;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import uk.concordat.kernel.Urgency;

/**
 * The time limits of domain.md 7.2, worked out a second time by what is left of them: urgent 1
 * hour, high 1 working day, standard acknowledge 2 and decide 5, first contact 2, news every 28
 * days.
 */
final class ModelClock {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private final Set<LocalDate> holidays = new HashSet<>();

  /**
   * @param extra a day that was made a bank holiday besides
   */
  ModelClock(LocalDate extra) {
    for (int year = 2023; year <= 2030; year++) {
      holidays.addAll(BankHolidays.of(year));
    }
    holidays.add(extra);
  }

  Set<LocalDate> holidays() {
    return holidays;
  }

  /** When a step that starts then is due. */
  Instant due(String step, Urgency urgency, Instant start) {
    LocalDate day = day(start);
    return switch (unit(step, urgency)) {
      case "HOURS" -> start.plus(Duration.ofMinutes(60));
      case "DAYS" -> five(day.plus(4, ChronoUnit.WEEKS));
      default -> five(worked(day).skip(amount(step, urgency) - 1).findFirst().orElseThrow());
    };
  }

  /** When it is due after a pause: what was left of it when it stopped is left when it goes on. */
  Instant resumed(String step, Urgency urgency, Instant due, Instant stopped, Instant goesOn) {
    LocalDate last = day(due);
    LocalDate from = day(stopped);
    LocalDate to = day(goesOn);
    switch (unit(step, urgency)) {
      case "HOURS":
        return goesOn.plus(Duration.between(stopped, due));
      case "DAYS":
        return five(to.plusDays(ChronoUnit.DAYS.between(from, last)));
      default:
        if (last.isBefore(from)) { // it was late already: as late as it was
          long late = worked(last).takeWhile(day -> !day.isAfter(from)).count();
          long all = worked(last).takeWhile(day -> !day.isAfter(to)).count();
          return all == late
              ? five(last)
              : five(worked(last).skip(all - late - 1).findFirst().orElseThrow());
        }
        long left = worked(from).takeWhile(day -> !day.isAfter(last)).count();
        if (left > 0) {
          return five(worked(to).skip(left - 1).findFirst().orElseThrow());
        }
        LocalDate today = to;
        while (!today.equals(last) && !works(today)) {
          today = today.minusDays(1);
        }
        return five(today);
    }
  }

  private static String unit(String step, Urgency urgency) {
    if (step.equals("UPDATE")) {
      return "DAYS";
    }
    return urgency == Urgency.URGENT && !step.equals("FIRST_CONTACT") ? "HOURS" : "WORKING_DAYS";
  }

  private static int amount(String step, Urgency urgency) {
    return switch (step) {
      case "FIRST_CONTACT" -> 2;
      case "ACKNOWLEDGE" -> urgency == Urgency.HIGH ? 1 : 2;
      default -> urgency == Urgency.HIGH ? 1 : 5;
    };
  }

  private Stream<LocalDate> worked(LocalDate after) {
    return Stream.iterate(after.plusDays(1), day -> day.plusDays(1)).filter(this::works);
  }

  private boolean works(LocalDate day) {
    return day.getDayOfWeek().getValue() < 6 && !holidays.contains(day);
  }

  static LocalDate day(Instant instant) {
    return instant.atZone(LONDON).toLocalDate();
  }

  static Instant five(LocalDate day) {
    return ZonedDateTime.of(day, LocalTime.of(17, 0), LONDON).toInstant();
  }
}
