package uk.concordat.audit.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import uk.concordat.audit.Verb;

/**
 * That every erased entry is told of by another that is there and names its leaf, the rule and the
 * date: each one that is still to come. Nothing else makes the lack of an entry lawful.
 */
final class Tombstones {
  private final TreeMap<Long, AwaitedTombstone> awaited = new TreeMap<>();
  private final List<Tombstone> told = new ArrayList<>();
  private long disposed;

  void see(Row row) {
    if (row instanceof DisposedRow erased) {
      disposed++;
      if (erased.tombstone() <= erased.leaf()) {
        throw TamperedException.at(erased.leaf(), "is said to be erased before it was there");
      }
      awaited.computeIfAbsent(erased.tombstone(), at -> new AwaitedTombstone(erased)).add(erased);
    }
    Optional<Tombstone> here =
        row instanceof KeptRow kept && kept.verb() == Verb.ERASE
            ? Tombstone.in(kept.entry())
            : Optional.empty();
    here.ifPresent(told::add);
    AwaitedTombstone expected = awaited.remove(row.leaf());
    if (expected != null && here.filter(expected::isToldBy).isEmpty()) {
      throw TamperedException.at(
          expected.first(),
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

  /** How many of them are told of by an entry beyond the end. */
  long toldLater() {
    return awaited.values().stream().mapToLong(AwaitedTombstone::count).sum();
  }

  /** The last entry that is expected to tell of a disposal; -1 where none is. */
  long lastAwaited() {
    return awaited.isEmpty() ? -1 : awaited.lastKey();
  }

  long disposed() {
    return disposed;
  }

  /** The disposals that entries on the way told of, for whoever has to judge them. */
  List<Tombstone> told() {
    return List.copyOf(told);
  }
}
