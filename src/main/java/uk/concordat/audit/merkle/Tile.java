package uk.concordat.audit.merkle;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Up to 256 neighbouring hashes at one height of the tree, as C2SP tlog-tiles cuts it: tile {@code
 * index} of level {@code level} holds the hashes of the perfect subtrees of height 8 × level, from
 * number 256 × index on. Grows by whole hashes and never changes what it has.
 */
public final class Tile {
  /** How many levels of the tree one level of tiles holds. */
  public static final int HEIGHT = 8;

  /** How many hashes a full tile holds. */
  public static final int WIDTH = 1 << HEIGHT;

  private static final int HASH = 32;

  private final int level;
  private final long index;
  private final List<byte[]> hashes = new ArrayList<>();

  /** An empty tile. */
  public Tile(int level, long index) {
    this.level = level;
    this.index = index;
  }

  /**
   * A tile as it is stored.
   *
   * @param stored its hashes, one after another
   * @throws IllegalArgumentException where that is no whole number of hashes that a tile can hold
   */
  public Tile(int level, long index, byte[] stored) {
    this(level, index);
    if (stored.length % HASH != 0 || stored.length > WIDTH * HASH) {
      throw new IllegalArgumentException(stored.length + " bytes are no tile");
    }
    for (int at = 0; at < stored.length; at += HASH) {
      hashes.add(Arrays.copyOfRange(stored, at, at + HASH));
    }
  }

  /** Its level among tiles; 0 holds the hashes of leaves. */
  public int level() {
    return level;
  }

  /** Which of its level it is, from the left. */
  public long index() {
    return index;
  }

  /** How many hashes it holds. */
  public int width() {
    return hashes.size();
  }

  /** Whether no more hashes fit. */
  public boolean full() {
    return hashes.size() == WIDTH;
  }

  void add(byte[] hash) {
    hashes.add(hash);
  }

  /**
   * The hash of a perfect subtree within the tile.
   *
   * @param height its height above the tile's own hashes, 0 to 8
   * @param number which of that height it is, from the left of the tile
   */
  public byte[] subtree(int height, int number) {
    return height == 0
        ? hashes.get(number)
        : TreeHash.node(subtree(height - 1, 2 * number), subtree(height - 1, 2 * number + 1));
  }

  /** Its hashes, one after another. */
  public byte[] stored() {
    var bytes = new ByteArrayOutputStream(hashes.size() * HASH);
    hashes.forEach(bytes::writeBytes);
    return bytes.toByteArray();
  }
}
