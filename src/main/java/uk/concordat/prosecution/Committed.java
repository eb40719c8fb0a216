package uk.concordat.prosecution;

import java.time.LocalDate;

/**
 * When an offence was committed, in days of London.
 *
 * @param first the first day
 * @param last the last one, of a course of conduct; the same where it was on one day
 */
public record Committed(LocalDate first, LocalDate last) {

  /** On one day. */
  public static Committed on(LocalDate day) {
    return new Committed(day, day);
  }
}
