package uk.concordat.access;

import java.util.Set;

/**
 * How a referral that was made of a record stands to the caller: what bars them from the one bars
 * them from the other.
 *
 * @param restrictedBy codes of the agencies that named who sees it; none where it is not restricted
 * @param named whether the caller is named
 * @param excluded whether the caller must not see it
 */
public record ReferredFacts(Set<String> restrictedBy, boolean named, boolean excluded) {
  /** Copies the agencies. */
  public ReferredFacts {
    restrictedBy = Set.copyOf(restrictedBy);
  }

  /**
   * Whether the caller is barred from the record: an exclusion holds for both, a restriction where
   * the holder set it.
   */
  boolean bars(String holder) {
    return excluded || (restrictedBy.contains(holder) && !named);
  }
}
