package uk.concordat.prosecution;

import java.time.LocalDate;

/**
 * From which day to which, both included, something of the law holds.
 *
 * @param from the day of commencement; null as long as none is appointed: then it never holds
 * @param to the last day; null where there is none
 */
record InForce(LocalDate from, LocalDate to) {

  boolean on(LocalDate day) {
    return from != null && !day.isBefore(from) && (to == null || !day.isAfter(to));
  }

  /**
   * Whether it held all the time that an offence took: nobody is punished under a law that came
   * after the deed.
   */
  boolean throughout(Committed committed) {
    return on(committed.first()) && on(committed.last());
  }
}
