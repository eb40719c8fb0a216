package uk.concordat.prosecution;

import uk.concordat.kernel.Strand;

/**
 * A change of monitoring flags as a prosecutor makes it; what is missing is null.
 *
 * @param stands whether it is flagged with it
 * @param reason why: has to be said where a flag goes
 */
public record FlagChange(Strand strand, Boolean stands, String reason) {
  /** What is blank was not said. */
  public FlagChange {
    reason = reason == null || reason.isBlank() ? null : reason;
  }
}
