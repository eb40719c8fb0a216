package uk.concordat.referral;

import java.time.LocalDate;
import java.time.LocalTime;

/**
 * When it happened, in London's time: exactly, or between two days. Any part may be null in a
 * draft, times always.
 *
 * @param toDate the last day; null where it happened on one day
 */
public record Occurrence(
    LocalDate fromDate, LocalTime fromTime, LocalDate toDate, LocalTime toTime) {
  static final Occurrence UNKNOWN = new Occurrence(null, null, null, null);
}
