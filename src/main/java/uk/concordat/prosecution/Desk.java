package uk.concordat.prosecution;

import java.util.List;
import java.util.Optional;

/**
 * A page of the prosecutors' desk, what runs out first before the rest.
 *
 * @param count how many files the whole list has
 * @param next where the page after it begins; empty where there is none
 */
public record Desk(List<DeskItem> items, long count, Optional<DeskCursor> next) {
  /** Copies the items. */
  public Desk {
    items = List.copyOf(items);
  }
}
