package uk.concordat.casework;

import java.time.LocalDate;

/**
 * What has become of a measure; what is missing is null, and stays as it is kept.
 *
 * @param readable whether the person harmed may read it
 * @param sharedOn once it was said it is not taken back
 */
public record MeasureChange(
    Measure.Status status, String outcome, Boolean readable, LocalDate sharedOn) {

  /** The same with what was kept and is not said again. */
  MeasureChange over(Measure kept) {
    return new MeasureChange(
        status,
        outcome == null && status == kept.status() ? kept.outcome() : outcome,
        readable == null ? (Boolean) kept.readable() : readable,
        sharedOn == null ? kept.sharedOn() : sharedOn);
  }
}
