package uk.concordat.audit.export;

import java.util.TreeMap;
import uk.concordat.audit.Erasure;
import uk.concordat.audit.Verb;

/**
 * That every erased entry is told of by another that is there and names its leaf, the rule and the
 * date: each one that is still to come. Nothing else makes the lack of an entry lawful.
 */
final class Tombstones {
  private final TreeMap<Long, AwaitedTombstone> awaited = new TreeMap<>();
  private long disposed;

  void see(Row row) {
    if (row instanceof DisposedRow erased) {
      disposed++;
      if (erased.tombstone() <= erased.leaf()) {
        throw TamperedException.at(erased.leaf(), "is said to be erased before it was there");
      }
      awaited.computeIfAbsent(erased.tombstone(), at -> new AwaitedTombstone(erased)).add(erased);
    }
    AwaitedTombstone told = awaited.remove(row.leaf());
    if (told != null && !tells(row, told.erasure())) {
      throw TamperedException.at(
          told.first(),
          "is gone, and entry %d does not tell of its disposal".formatted(row.leaf()));
    }
  }

  /** A tombstone beyond the end is in what comes later; one before it should have come. */
  void end(long end) {
    if (!awaited.isEmpty() && awaited.firstKey() < end) {
      throw TamperedException.at(
          awaited.firstEntry().getValue().first(),
          "is gone, and so is entry %d that tells of it".formatted(awaited.firstKey()));
    }
  }

  long disposed() {
    return disposed;
  }

  private static boolean tells(Row row, Erasure erasure) {
    return row instanceof KeptRow kept
        && kept.verb() == Verb.ERASE
        && kept.permitted()
        && ErasureJson.in(kept.entry()).filter(told -> told.tellsOf(erasure)).isPresent();
  }
}
