package uk.concordat.audit.merkle;

/** The way of a node up to the root: fn and sn of RFC 9162 2.1.3.2. */
final class Path {
  private long node;
  private long last;

  /**
   * Starts at a node.
   *
   * @param node its number at its level
   * @param last the number of the last one there
   */
  Path(long node, long last) {
    this.node = node;
    this.last = last;
  }

  boolean atRoot() {
    return last == 0;
  }

  /** Whether the next hash stands to the left of what is computed so far. */
  boolean leftOf() {
    return odd() || node == last;
  }

  /** Past the next hash, and past the levels where the last node has nothing beside it. */
  void up() {
    if (leftOf()) {
      while (!odd() && node != 0) {
        shift();
      }
    }
    shift();
  }

  /** Past the levels where the node is the right one of two. */
  void skipRight() {
    while (odd()) {
      shift();
    }
  }

  private boolean odd() {
    return (node & 1) == 1;
  }

  private void shift() {
    node >>= 1;
    last >>= 1;
  }
}
