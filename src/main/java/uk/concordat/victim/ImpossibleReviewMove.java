package uk.concordat.victim;

import java.util.List;

/** The review stands where that move does not leave from. */
public class ImpossibleReviewMove extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<ReviewMove> possible;

  ImpossibleReviewMove(List<ReviewMove> possible) {
    this.possible = List.copyOf(possible);
  }

  /** The moves that this caller could make instead. */
  public List<ReviewMove> possible() {
    return possible;
  }
}
