package uk.concordat.audit.merkle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A tree as RFC 9162 2.1.1 defines it: slow, but it can be read beside the text. */
public final class ReferenceTree implements Proofs.Source {
  private final List<byte[]> leaves = new ArrayList<>();

  /** A tree whose leaves are told apart by their number. */
  public static ReferenceTree of(int size) {
    var tree = new ReferenceTree();
    for (int i = 0; i < size; i++) {
      tree.add(TreeHash.leaf(("leaf " + i).getBytes(StandardCharsets.UTF_8)));
    }
    return tree;
  }

  public void add(byte[] leaf) {
    leaves.add(leaf);
  }

  public int size() {
    return leaves.size();
  }

  public byte[] root(int size) {
    return root(leaves.subList(0, size));
  }

  @Override
  public byte[] hash(int level, long index) {
    int begin = (int) index << level;
    return root(leaves.subList(begin, begin + (1 << level)));
  }

  private static byte[] root(List<byte[]> leaves) {
    if (leaves.isEmpty()) {
      return TreeHash.empty();
    }
    if (leaves.size() == 1) {
      return leaves.get(0);
    }
    int split = Integer.highestOneBit(leaves.size() - 1);
    return TreeHash.node(
        root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
  }
}
