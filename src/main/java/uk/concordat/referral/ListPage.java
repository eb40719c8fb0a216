package uk.concordat.referral;

import java.util.List;

/**
 * A page of a list.
 *
 * @param previous cursor of the page before, or null on the first
 * @param next cursor of the page after, or null on the last
 */
public record ListPage(List<ReferralSummary> referrals, String previous, String next) {
  /** Copies the rows. */
  public ListPage {
    referrals = List.copyOf(referrals);
  }
}
