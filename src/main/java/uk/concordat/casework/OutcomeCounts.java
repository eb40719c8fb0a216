package uk.concordat.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * How often which outcome stands, one for each crime and suspect. Each names its basis.
 *
 * @param force code of the force whose crimes are counted, as far as the caller sees them
 * @param from the first day in London of the period
 * @param to the last day
 * @param crimes how many crimes are counted: those recorded in the period, or those with an outcome
 *     assigned in it; one that was recorded twice is one
 * @param notYetAssigned of the crimes recorded in the period, how many have no outcome; in no
 *     total. Null on the other basis, where there are none
 * @param total of the lines that are no "of which" ones
 * @param at when it was counted
 */
public record OutcomeCounts(
    OutcomeBasis basis,
    String force,
    LocalDate from,
    LocalDate to,
    long crimes,
    Long notYetAssigned,
    long total,
    List<Line> lines,
    Instant at) {
  /** Copies the lines. */
  public OutcomeCounts {
    lines = List.copyOf(lines);
  }

  /**
   * One type.
   *
   * @param ofWhich the type of which this one is a part, counted in that line already; else null
   */
  public record Line(String type, String label, String group, String ofWhich, long count) {}
}
