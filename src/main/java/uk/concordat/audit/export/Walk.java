package uk.concordat.audit.export;

import java.security.MessageDigest;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import uk.concordat.audit.merkle.CompactRange;

/**
 * Walks entries in the order of their leaves and rebuilds the tree from them. It stops at the first
 * that does not fit. Holds the edge of the tree and the tombstones that are still to come, whatever
 * the number of entries.
 */
public final class Walk {
  private final CompactRange range;
  private final Iterator<Head> heads;
  private final Tombstones tombstones = new Tombstones();
  private Head next;
  private long checked;
  private long withheld;

  /**
   * Begins behind what is known already.
   *
   * @param before the leaves before the first entry; empty where the walk begins with the ledger
   */
  public Walk(CompactRange before) {
    this(before, Collections.emptyIterator());
  }

  /**
   * Begins behind what is known already and compares every state on the way.
   *
   * @param before the leaves before the first entry
   * @param heads signed states that are larger, the smallest first: they narrow down where a tree
   *     that was rewritten as a whole begins to differ
   */
  public Walk(CompactRange before, Iterator<Head> heads) {
    this.range = before;
    this.heads = heads;
    this.checked = before.to();
    forward();
  }

  /**
   * Takes the next entry.
   *
   * @throws TamperedException where it is not the one that the tree has there
   */
  public void add(Row row) {
    long expected = range.to();
    if (row.leaf() > expected) {
      throw TamperedException.at(expected, "is missing, and nothing tells of its disposal");
    }
    if (row.leaf() < expected) {
      throw TamperedException.at(
          row.leaf(), "stands where entry %d should: put in or moved".formatted(expected));
    }
    if (row instanceof KeptRow kept && !MessageDigest.isEqual(kept.computed(), kept.hash())) {
      throw TamperedException.at(expected, "is not what the tree has in its place: changed");
    }
    tombstones.see(row);
    withheld += row instanceof WithheldRow ? 1 : 0;
    range.append(row.hash());
    compare();
  }

  /**
   * Ends the walk.
   *
   * @return the leaves before the first entry and all entries, for the root
   * @throws TamperedException where a state was signed that had more entries
   */
  public CompactRange end() {
    if (next != null) {
      throw TamperedException.at(
          range.to(), "is missing and so is all after it: %d were signed".formatted(next.size()));
    }
    tombstones.end(range.to());
    return range;
  }

  /** How many entries were erased, each told of by another. */
  public long disposed() {
    return tombstones.disposed();
  }

  /** How many of the erased entries are told of by one that comes after the end of the walk. */
  public long toldLater() {
    return tombstones.toldLater();
  }

  /** The last place beyond the end where an entry is to tell of a disposal; -1 where none is. */
  long lastAwaited() {
    return tombstones.lastAwaited();
  }

  /** The disposals that entries on the way told of: whether they were right, people must say. */
  public List<Tombstone> tombstones() {
    return tombstones.told();
  }

  /** Of how many entries the hash alone was there. */
  public long withheld() {
    return withheld;
  }

  private void compare() {
    while (next != null && next.size() == range.to()) {
      if (!MessageDigest.isEqual(next.root(), range.root())) {
        throw new TamperedException(
            "Entry %d, or one after it up to entry %d, is not what was signed: the tree was rewritten"
                .formatted(checked, range.to() - 1));
      }
      checked = range.to();
      forward();
    }
  }

  private void forward() {
    next = heads.hasNext() ? heads.next() : null;
  }
}
