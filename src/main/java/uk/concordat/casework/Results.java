package uk.concordat.casework;

import java.util.List;

/**
 * What of a prosecution was passed on to whoever sent a referral, as far as the caller sees it.
 *
 * @param reference of the referral
 * @param items newest first: the first one stands
 * @param files references of the referrals to prosecutors to which it led; for the force alone
 * @param reaches whether a result would reach whoever sent it; null for others than the force
 * @param passes whether the caller could pass one on
 */
public record Results(
    String reference,
    List<PassedResult> items,
    List<String> files,
    Boolean reaches,
    boolean passes) {
  /** Copies the lists. */
  public Results {
    items = List.copyOf(items);
    files = List.copyOf(files);
  }
}
