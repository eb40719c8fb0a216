package uk.concordat.journey;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;

/**
 * A stage that a case reached.
 *
 * @param at when; of what only its day is known, the last second of that day in London
 * @param by code of the agency that brought it there
 * @param next code of the agency whose turn it is from then on; null where none here is to act
 */
public record JourneyStep(JourneyStage stage, Instant at, String by, String next) {
  static final Comparator<JourneyStep> ORDER =
      Comparator.comparing(JourneyStep::at).thenComparing(JourneyStep::stage);

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  /** A step of which only the day is known. */
  public static JourneyStep on(LocalDate day, JourneyStage stage, String by, String next) {
    Instant end = day.plusDays(1).atStartOfDay(LONDON).toInstant().minusSeconds(1);
    return new JourneyStep(stage, end, by, next);
  }

  /** Its day in London. */
  public LocalDate day() {
    return at.atZone(LONDON).toLocalDate();
  }
}
