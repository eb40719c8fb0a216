package uk.concordat.casework;

import java.util.List;

/**
 * The outcomes of a referral, as far as the caller sees them.
 *
 * @param reference of the referral
 * @param items newest first
 */
public record Outcomes(String reference, List<RecordedOutcome> items) {
  /** Copies them. */
  public Outcomes {
    items = List.copyOf(items);
  }
}
