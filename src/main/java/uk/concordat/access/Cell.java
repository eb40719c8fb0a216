package uk.concordat.access;

/** One cell of the class matrix: what a role sees of a data class by default. */
enum Cell {
  FULL("In full"),
  /** In full where the person harmed agreed or a duty was recorded, otherwise on request. */
  AGREED("In full if they agreed, or on request"),
  MASKED("Masked"),
  /** Masked; in full on request. */
  MASKED_ON_REQUEST("Masked, in full on request"),
  HEADER("Header only"),
  ON_REQUEST("On request"),
  WITHHELD("No");

  private final String label;

  Cell(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  Level level(boolean agreed) {
    return switch (this) {
      case FULL -> Level.FULL;
      case AGREED -> agreed ? Level.FULL : Level.ON_REQUEST;
      case MASKED, MASKED_ON_REQUEST -> Level.MASKED;
      case HEADER -> Level.HEADER;
      case ON_REQUEST -> Level.ON_REQUEST;
      case WITHHELD -> Level.WITHHELD;
    };
  }

  /** What a grant opens at most. */
  Level granted() {
    return requestable() || this == FULL ? Level.FULL : level(true);
  }

  boolean requestable() {
    return this == ON_REQUEST || this == MASKED_ON_REQUEST || this == AGREED;
  }
}
