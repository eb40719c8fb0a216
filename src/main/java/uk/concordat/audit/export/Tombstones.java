package uk.concordat.audit.export;

import java.util.TreeMap;
import uk.concordat.audit.Verb;

/** That every erased entry is told of by another that is there: each one that is still to come. */
final class Tombstones {
  private final TreeMap<Long, Long> awaited = new TreeMap<>();
  private long disposed;

  void see(Row row) {
    if (row instanceof DisposedRow erased) {
      disposed++;
      if (erased.tombstone() <= erased.leaf()) {
        throw TamperedException.at(erased.leaf(), "is said to be erased before it was there");
      }
      awaited.putIfAbsent(erased.tombstone(), erased.leaf());
      return;
    }
    Long first = awaited.remove(row.leaf());
    if (first != null && ((KeptRow) row).verb() != Verb.ERASE) {
      throw TamperedException.at(
          first, "is gone, and entry %d does not tell of its disposal".formatted(row.leaf()));
    }
  }

  /** A tombstone beyond the end is in what comes later; one before it should have come. */
  void end(long end) {
    if (!awaited.isEmpty() && awaited.firstKey() < end) {
      throw TamperedException.at(
          awaited.firstEntry().getValue(),
          "is gone, and so is entry %d that tells of it".formatted(awaited.firstKey()));
    }
  }

  long disposed() {
    return disposed;
  }
}
