package uk.concordat.audit;

/**
 * Leaves of the tree, one after another.
 *
 * @param from the first, from 0
 * @param to the one after the last; the same as from where there is none
 */
public record LeafSpan(long from, long to) {
  /** Refuses what is no span. */
  public LeafSpan {
    if (from < 0 || from > to) {
      throw new IllegalArgumentException("No leaves go from %d to %d".formatted(from, to));
    }
  }

  /** How many there are. */
  public long size() {
    return to - from;
  }

  /** Whether all of another's are among them. */
  public boolean covers(LeafSpan other) {
    return from <= other.from && other.to <= to;
  }
}
