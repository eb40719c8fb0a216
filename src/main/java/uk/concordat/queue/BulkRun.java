package uk.concordat.queue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A move that somebody makes of many referrals.
 *
 * @param items in the order in which they were chosen
 */
public record BulkRun(UUID id, BulkMove move, Instant startedAt, List<BulkItem> items) {
  /** Copies the items. */
  public BulkRun {
    items = List.copyOf(items);
  }
}
