package uk.concordat.victim;

import java.util.List;

/**
 * A review with what can be done about it.
 *
 * @param reference of the referral that it is about
 * @param window until when they may ask, by the bank holidays as they stand
 * @param moves those that the caller can make now
 */
public record Reviewable(
    String reference, Review review, ReviewWindow window, List<ReviewMove> moves) {
  /** Copies the moves. */
  public Reviewable {
    moves = List.copyOf(moves);
  }
}
