package uk.concordat.prosecution;

import java.util.List;

/**
 * The review stands where that cannot be done; nobody in the file can make that move from there.
 */
public class ImpossibleReview extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<ReviewMove> possible;

  ImpossibleReview(List<ReviewMove> possible) {
    this.possible = List.copyOf(possible);
  }

  /** The moves that this caller could make instead. */
  public List<ReviewMove> possible() {
    return possible;
  }
}
