package uk.concordat.victim;

import java.util.List;
import java.util.Optional;
import uk.concordat.referral.TimelineCursor;

/**
 * A page of what is still to be told, what is due first before the rest.
 *
 * @param next where the page after it begins; empty where there is none
 */
public record Owed(List<Item> items, Optional<TimelineCursor> next) {
  /** Copies the items. */
  public Owed {
    items = List.copyOf(items);
  }

  /**
   * One of them.
   *
   * @param reference of the referral that it is about
   */
  public record Item(String reference, Obligation obligation) {}
}
