package uk.concordat.referral;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/**
 * When it happened, in London's time: exactly, or between two days. Any part may be null in a
 * draft, times always.
 *
 * @param toDate the last day; null where it happened on one day
 */
public record Occurrence(
    LocalDate fromDate, LocalTime fromTime, LocalDate toDate, LocalTime toTime) {
  /** Of which nothing has been said. */
  public static final Occurrence UNKNOWN = new Occurrence(null, null, null, null);

  /**
   * What is wrong with it: to come, backwards, or before anybody now alive.
   *
   * @param path of its fields
   * @param now in London's time
   */
  public void check(String path, LocalDateTime now, Findings findings) {
    findings.add(
        fromDate != null && at(fromDate, fromTime).isAfter(now),
        path + ".fromDate",
        "in-the-future");
    findings.add(
        toDate != null && at(toDate, toTime).isAfter(now), path + ".toDate", "in-the-future");
    findings.add(
        fromDate != null && toDate != null && end(toDate, toTime).isBefore(at(fromDate, fromTime)),
        path + ".toDate",
        "before-start");
    findings.add(fromDate != null && fromDate.getYear() < 1900, path + ".fromDate", "too-long-ago");
  }

  private static LocalDateTime at(LocalDate day, LocalTime time) {
    return time == null ? day.atStartOfDay() : day.atTime(time);
  }

  private static LocalDateTime end(LocalDate day, LocalTime time) {
    return day.atTime(time == null ? LocalTime.MAX : time);
  }
}
