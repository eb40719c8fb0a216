package uk.concordat.referral;

import java.util.List;
import uk.concordat.kernel.FieldError;

/**
 * A draft after a page of it was saved.
 *
 * @param draft as it is stored now
 * @param refused what could not be stored and stayed as it was, in the order of the form
 */
public record Kept(ReferralView draft, List<FieldError> refused) {
  /** Copies what was refused. */
  public Kept {
    refused = List.copyOf(refused);
  }
}
