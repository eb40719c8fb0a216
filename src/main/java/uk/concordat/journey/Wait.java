package uk.concordat.journey;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How long a case stood after a step.
 *
 * @param after the step
 * @param until the step that ended it; empty while it lasts
 * @param with code of the agency that it waited for: the one that took the next step, or whose turn
 *     it is; null where it waits for none here
 * @param days from day to day in London
 */
public record Wait(JourneyStep after, Optional<JourneyStep> until, String with, long days) {

  static Wait between(JourneyStep after, JourneyStep until) {
    return new Wait(after, Optional.of(until), until.by(), days(after, until.day()));
  }

  static Wait since(JourneyStep after, LocalDate today) {
    return new Wait(after, Optional.empty(), after.next(), days(after, today));
  }

  private static long days(JourneyStep after, LocalDate until) {
    return Math.max(0, ChronoUnit.DAYS.between(after.day(), until));
  }
}
