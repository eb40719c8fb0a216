package uk.concordat.audit.merkle;

import java.util.ArrayList;
import java.util.List;

/** Makes proofs out of the hashes of perfect subtrees (RFC 9162 2.1.3.1 and 2.1.4.1). */
public final class Proofs {

  /** Gives the hashes of the tree that have all their leaves. */
  @FunctionalInterface
  public interface Source {
    /**
     * The hash of a perfect subtree.
     *
     * @param level its height; 0 is a leaf
     * @param index which of that height it is, from the left: it begins at leaf {@code index <<
     *     level}
     */
    byte[] hash(int level, long index);
  }

  private final Source source;
  private final List<byte[]> hashes = new ArrayList<>();

  private Proofs(Source source) {
    this.source = source;
  }

  /**
   * That a leaf is in a tree.
   *
   * @param leaf its place, from 0
   * @param size of the tree
   * @param source asked within the tree only
   * @throws IllegalArgumentException where the leaf is not in the tree
   */
  public static InclusionProof inclusion(long leaf, long size, Source source) {
    if (leaf < 0 || leaf >= size) {
      throw new IllegalArgumentException("Leaf %d of %d".formatted(leaf, size));
    }
    var proof = new Proofs(source);
    proof.path(leaf, 0, size);
    return new InclusionProof(leaf, size, source.hash(0, leaf), proof.hashes);
  }

  /**
   * That a tree is the beginning of another.
   *
   * @param from its size, at least 1
   * @param to the size of the other
   * @param source asked within the other tree only
   * @throws IllegalArgumentException where there is nothing to prove
   */
  public static ConsistencyProof consistency(long from, long to, Source source) {
    if (from < 1 || from > to) {
      throw new IllegalArgumentException("From %d to %d".formatted(from, to));
    }
    var proof = new Proofs(source);
    proof.subproof(from, 0, to, true);
    return new ConsistencyProof(from, to, proof.hashes);
  }

  private void path(long leaf, long begin, long end) {
    if (end - begin == 1) {
      return;
    }
    long middle = middle(begin, end);
    if (leaf < middle) {
      path(leaf, begin, middle);
      hashes.add(root(middle, end));
    } else {
      path(leaf, middle, end);
      hashes.add(root(begin, middle));
    }
  }

  /**
   * The proof within a subtree.
   *
   * @param known whether the earlier tree is the whole of what is left, so that its root is known
   */
  private void subproof(long from, long begin, long end, boolean known) {
    if (from == end) {
      if (!known) {
        hashes.add(root(begin, end));
      }
      return;
    }
    long middle = middle(begin, end);
    if (from <= middle) {
      subproof(from, begin, middle, known);
      hashes.add(root(middle, end));
    } else {
      subproof(from, middle, end, false);
      hashes.add(root(begin, middle));
    }
  }

  private byte[] root(long begin, long end) {
    if (Long.bitCount(end - begin) == 1) {
      int level = Long.numberOfTrailingZeros(end - begin);
      return source.hash(level, begin >> level);
    }
    long middle = middle(begin, end);
    return TreeHash.node(root(begin, middle), root(middle, end));
  }

  /** Where the largest perfect subtree ends that is less than the whole. */
  private static long middle(long begin, long end) {
    return begin + Long.highestOneBit(end - begin - 1);
  }
}
