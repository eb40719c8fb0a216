package uk.concordat.oversight;

import java.util.List;
import java.util.Map;

/**
 * Entries of the ledger with the names of what they are about.
 *
 * @param entries newest first
 * @param names references of records, agreements and colleagues by their identity, as far as the
 *     reader may know them today
 */
public record Trail(List<TrailEntry> entries, Map<String, String> names) {
  /** Copies both. */
  public Trail {
    entries = List.copyOf(entries);
    names = Map.copyOf(names);
  }
}
