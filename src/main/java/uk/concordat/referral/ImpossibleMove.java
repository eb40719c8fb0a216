package uk.concordat.referral;

import java.util.List;

/** The referral is not in a state from which this move can be made. */
public class ImpossibleMove extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<Move> possible;

  ImpossibleMove(List<Move> possible) {
    this.possible = List.copyOf(possible);
  }

  /** The moves this caller could make instead. */
  public List<Move> possible() {
    return possible;
  }
}
