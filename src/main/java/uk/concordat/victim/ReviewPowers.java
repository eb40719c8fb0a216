package uk.concordat.victim;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import uk.concordat.referral.CaseworkReferral;

/**
 * Which moves of a review are whose; function {@code move_review} again.
 *
 * @param subject the caller
 */
record ReviewPowers(CaseworkReferral referral, UUID subject) {

  /** Whether such a move is the caller's, whatever the review. */
  boolean theirs(ReviewMove move) {
    return switch (move.mover()) {
      case TIMEKEEPER -> referral.timekeeps();
      case OTHER_DECIDER -> referral.decides();
    };
  }

  /** Whether the caller took a decision in it, so that another one is somebody else's. */
  boolean tookPart(ReviewMove move, Review review) {
    return move.mover() == ReviewMove.Mover.OTHER_DECIDER && review.deciders().contains(subject);
  }

  /** Those that the caller can make now. */
  List<ReviewMove> moves(Review review) {
    return Arrays.stream(ReviewMove.values())
        .filter(move -> move.from(review.state()).isPresent())
        .filter(move -> theirs(move) && !tookPart(move, review))
        .toList();
  }
}
