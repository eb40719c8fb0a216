package uk.concordat.audit.merkle;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * That a tree is the beginning of another: nothing in it was changed, left out or put between.
 *
 * @param from how many leaves the earlier tree has
 * @param to how many the later one has
 * @param hashes what both roots are computed with, from the bottom up
 */
public record ConsistencyProof(long from, long to, List<byte[]> hashes) {

  /** Copies the list, not its hashes. */
  public ConsistencyProof {
    hashes = List.copyOf(hashes);
  }

  /**
   * Whether the tree of the one root is the beginning of that of the other (RFC 9162 2.1.4.2). The
   * empty tree is the beginning of every other, which proves nothing: it is refused.
   *
   * @param fromRoot root of the earlier tree, from a source that is trusted
   * @param toRoot root of the later tree, from a source that is trusted
   */
  public boolean verify(byte[] fromRoot, byte[] toRoot) {
    if (from < 1 || from > to || fromRoot.length == 0) {
      return false;
    }
    if (from == to) {
      return hashes.isEmpty() && MessageDigest.isEqual(fromRoot, toRoot);
    }
    if (!TreeHash.isHash(fromRoot) || !hashes.stream().allMatch(TreeHash::isHash)) {
      return false;
    }
    List<byte[]> all = new ArrayList<>(hashes);
    if (Long.bitCount(from) == 1) {
      all.add(0, fromRoot);
    }
    return !all.isEmpty() && compute(all, fromRoot, toRoot);
  }

  private boolean compute(List<byte[]> all, byte[] fromRoot, byte[] toRoot) {
    var path = new Path(from - 1, to - 1);
    path.skipRight();
    byte[] earlier = all.get(0);
    byte[] later = all.get(0);
    for (byte[] hash : all.subList(1, all.size())) {
      if (path.atRoot()) {
        return false;
      }
      if (path.leftOf()) {
        earlier = TreeHash.node(hash, earlier);
        later = TreeHash.node(hash, later);
      } else {
        later = TreeHash.node(later, hash);
      }
      path.up();
    }
    return path.atRoot()
        && MessageDigest.isEqual(earlier, fromRoot)
        && MessageDigest.isEqual(later, toRoot);
  }
}
