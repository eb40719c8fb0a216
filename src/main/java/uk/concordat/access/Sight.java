package uk.concordat.access;

/**
 * What a caller sees of one data class of one record.
 *
 * @param why what shows it, or what withholds it; the same whether the class holds anything or not
 * @param requestable whether more could be had by asking
 */
public record Sight(Level level, Why why, boolean requestable) {
  static final Sight NONE = new Sight(Level.WITHHELD, Why.NO_PART, false);

  /** The better of the two; the first where they are equal. */
  Sight or(Sight other) {
    boolean more = other.level.compareTo(level) > 0;
    Sight best = more || (why == Why.NO_PART && other.why != Why.NO_PART) ? other : this;
    return new Sight(best.level, best.why, requestable || other.requestable);
  }
}
