package uk.concordat.audit.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * Neighbouring leaves of a tree as the few perfect subtrees that cover them. That is all that it
 * takes to append leaves or the next range, and, for a range from the first leaf on, to know the
 * root. Not for several threads.
 */
public final class CompactRange {
  private final long from;
  private long to;
  private final List<byte[]> hashes = new ArrayList<>();

  /** The range without leaves at that place; 0 is where a tree begins. */
  public CompactRange(long from) {
    this.from = from;
    this.to = from;
  }

  /**
   * A range as its hashes were kept.
   *
   * @param from the first leaf
   * @param to the leaf after the last
   * @param hashes as {@link #hashes()} gave them
   * @throws IllegalArgumentException where these cannot be the hashes of such a range
   */
  public static CompactRange of(long from, long to, List<byte[]> hashes) {
    List<Integer> levels = levels(from, to);
    if (levels.size() != hashes.size() || !hashes.stream().allMatch(TreeHash::isHash)) {
      throw new IllegalArgumentException(
          "%d hashes are no range from %d to %d".formatted(hashes.size(), from, to));
    }
    var range = new CompactRange(from);
    range.to = to;
    range.hashes.addAll(hashes);
    return range;
  }

  /**
   * A range of a tree.
   *
   * @param from the first leaf
   * @param to the leaf after the last
   * @param source asked for the hashes of the range only
   */
  public static CompactRange of(long from, long to, Proofs.Source source) {
    var range = new CompactRange(from);
    for (int level : levels(from, to)) {
      range.push(level, source.hash(level, range.to >> level));
    }
    return range;
  }

  /** The first leaf. */
  public long from() {
    return from;
  }

  /** The leaf after the last. */
  public long to() {
    return to;
  }

  /** The hashes of the perfect subtrees that cover the range, from the left. */
  public List<byte[]> hashes() {
    return List.copyOf(hashes);
  }

  /** Appends the next leaf by its hash. */
  public void append(byte[] leaf) {
    push(0, leaf);
  }

  /**
   * Appends the range that begins where this one ends.
   *
   * @throws IllegalArgumentException where it begins elsewhere
   */
  public void merge(CompactRange next) {
    if (next.from != to) {
      throw new IllegalArgumentException(
          "A range from %d does not follow one up to %d".formatted(next.from, to));
    }
    List<Integer> levels = levels(next.from, next.to);
    for (int i = 0; i < levels.size(); i++) {
      push(levels.get(i), next.hashes.get(i));
    }
  }

  /**
   * The root of the tree whose leaves these are.
   *
   * @throws IllegalStateException where the range does not begin with the first leaf
   */
  public byte[] root() {
    if (from != 0) {
      throw new IllegalStateException("A range from %d has no root".formatted(from));
    }
    if (hashes.isEmpty()) {
      return TreeHash.empty();
    }
    byte[] root = hashes.get(hashes.size() - 1);
    for (int i = hashes.size() - 2; i >= 0; i--) {
      root = TreeHash.node(hashes.get(i), root);
    }
    return root;
  }

  /** Every second subtree of a height completes one of the next, if its sibling is in the range. */
  private void push(int level, byte[] subtree) {
    long index = to >> level;
    int height = level;
    byte[] hash = subtree;
    to += 1L << level;
    while ((index & 1) == 1 && index - 1 << height >= from) {
      hash = TreeHash.node(hashes.remove(hashes.size() - 1), hash);
      index >>= 1;
      height++;
    }
    hashes.add(hash);
  }

  /** The heights of the largest perfect subtrees that cover a range, from the left. */
  private static List<Integer> levels(long from, long to) {
    if (from < 0 || from > to) {
      throw new IllegalArgumentException("No range goes from %d to %d".formatted(from, to));
    }
    List<Integer> levels = new ArrayList<>();
    for (long at = from; at < to; at += 1L << levels.get(levels.size() - 1)) {
      int fits = Long.numberOfTrailingZeros(Long.highestOneBit(to - at));
      levels.add(Math.min(Long.numberOfTrailingZeros(at), fits));
    }
    return levels;
  }
}
