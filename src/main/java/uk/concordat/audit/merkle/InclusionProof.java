package uk.concordat.audit.merkle;

import java.security.MessageDigest;
import java.util.List;

/**
 * That a leaf is in a tree.
 *
 * @param leafIndex the place of the leaf, from 0
 * @param treeSize how many leaves the tree has
 * @param leafHash hash of the leaf
 * @param hashes what the root is computed with, from the leaf up
 */
public record InclusionProof(long leafIndex, long treeSize, byte[] leafHash, List<byte[]> hashes) {

  /** Copies the list, not its hashes. */
  public InclusionProof {
    hashes = List.copyOf(hashes);
  }

  /**
   * Whether the leaf is at its place in the tree of that root (RFC 9162 2.1.3.2).
   *
   * @param root from a source that is trusted, as a signed checkpoint is
   */
  public boolean verify(byte[] root) {
    if (leafIndex < 0 || leafIndex >= treeSize) {
      return false;
    }
    if (!TreeHash.isHash(leafHash) || !hashes.stream().allMatch(TreeHash::isHash)) {
      return false;
    }
    var path = new Path(leafIndex, treeSize - 1);
    byte[] computed = leafHash;
    for (byte[] hash : hashes) {
      if (path.atRoot()) {
        return false;
      }
      computed = path.leftOf() ? TreeHash.node(hash, computed) : TreeHash.node(computed, hash);
      path.up();
    }
    return path.atRoot() && MessageDigest.isEqual(computed, root);
  }
}
