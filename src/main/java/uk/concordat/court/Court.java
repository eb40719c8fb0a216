package uk.concordat.court;

import java.time.LocalDate;

/**
 * A court.
 *
 * @param from the first day on which it sits
 * @param to the last one; null where there is none
 */
public record Court(String code, String label, LocalDate from, LocalDate to) {

  /** Whether it sits on that day. */
  public boolean sits(LocalDate day) {
    return !day.isBefore(from) && (to == null || !day.isAfter(to));
  }
}
