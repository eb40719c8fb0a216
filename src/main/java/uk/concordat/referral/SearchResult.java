package uk.concordat.referral;

import java.util.List;

/**
 * A page of what was found, best first.
 *
 * @param found how many there are in all, {@link SearchQuery#MOST} at most
 * @param more whether there are more than that
 * @param from how many come before this page
 * @param next cursor of the page after; null on the last
 */
public record SearchResult(List<SearchHit> hits, int found, boolean more, int from, String next) {
  /** Copies the hits. */
  public SearchResult {
    hits = List.copyOf(hits);
  }
}
