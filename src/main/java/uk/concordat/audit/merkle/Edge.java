package uk.concordat.audit.merkle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The right edge of the tree: the one unfinished tile of each level. That is all that is needed to
 * append leaves and to know the root.
 */
public final class Edge {
  private final List<Tile> unfinished = new ArrayList<>();
  private final Set<Tile> changed = new LinkedHashSet<>();

  /** Gives the tiles that are there already. */
  @FunctionalInterface
  public interface Known {
    /** The tile, which exists. */
    Tile tile(int level, long index);
  }

  /**
   * The edge of a tree of that many leaves.
   *
   * @param known asked for the unfinished tiles only
   */
  public Edge(long size, Known known) {
    long hashes = size;
    for (int level = 0; hashes > 0; level++, hashes /= Tile.WIDTH) {
      long index = hashes / Tile.WIDTH;
      unfinished.add(hashes % Tile.WIDTH == 0 ? new Tile(level, index) : known.tile(level, index));
    }
  }

  /** Appends a leaf by its hash. */
  public void append(byte[] leaf) {
    append(0, leaf);
  }

  private void append(int level, byte[] hash) {
    if (level == unfinished.size()) {
      unfinished.add(new Tile(level, 0));
    }
    Tile tile = unfinished.get(level);
    tile.add(hash);
    changed.add(tile);
    if (tile.full()) {
      unfinished.set(level, new Tile(level, tile.index() + 1));
      append(level + 1, tile.subtree(Tile.HEIGHT, 0));
    }
  }

  /** The tiles that have grown, in no order that matters. */
  public Collection<Tile> changed() {
    return List.copyOf(changed);
  }

  /** The root hash of the whole tree (RFC 9162 2.1.1). */
  public byte[] root() {
    byte[] root = null;
    for (Tile tile : unfinished) {
      for (int height = 0; height < Tile.HEIGHT; height++) {
        if ((tile.width() >> height & 1) == 1) {
          byte[] left = tile.subtree(height, (tile.width() >> height) - 1);
          root = root == null ? left : TreeHash.node(left, root);
        }
      }
    }
    return root == null ? TreeHash.empty() : root;
  }
}
