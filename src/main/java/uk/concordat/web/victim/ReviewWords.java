package uk.concordat.web.victim;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import uk.concordat.victim.Review;
import uk.concordat.victim.ReviewMove;
import uk.concordat.victim.ReviewState;
import uk.concordat.victim.ReviewStep;
import uk.concordat.victim.ReviewWindow;
import uk.concordat.victim.Reviewable;
import uk.concordat.web.London;

/**
 * Says where the right to review of a decision stands, in sentences that can be read aloud.
 *
 * @param now against which a time is over
 */
record ReviewWords(Instant now) {

  /** What was decided, for example "The CPS decided not to charge, defendant 2". */
  static String decided(Review review) {
    return review.event().label()
        + (review.defendant() == null ? "" : ", defendant " + review.defendant());
  }

  /** Where it stands. */
  String stands(Reviewable one) {
    Review review = one.review();
    String since = London.date(day(review.since()));
    return switch (review.state()) {
      case OFFERED -> offered(one.window());
      case DECLINED -> "On " + since + " they said that they ask for no review.";
      case ASKED ->
          "They asked for a review on "
              + since
              + (late(review)
                  ? ", after the time that they were told. It is heard all the same"
                  : "")
              + ". Somebody looks at it who did not take the decision.";
      case UPHELD_LOCALLY ->
          "On "
              + since
              + " the review found that the decision was right. They may ask for an independent"
              + " review.";
      case INDEPENDENT -> "They asked for an independent review on " + since + ".";
      case UPHELD -> "On " + since + " the independent review found that the decision was right.";
      case OVERTURNED -> "On " + since + " the review found that the decision was wrong.";
      case WITHDRAWN -> "On " + since + " they said that they ask for no review any more.";
    };
  }

  private String offered(ReviewWindow window) {
    String latest = last(window.latest());
    return switch (window.at(now)) {
      case IN_TIME ->
          "They may ask for a review by "
              + last(window.askBy())
              + ". A request is accepted until "
              + latest
              + ".";
      case LATE ->
          "The time to ask for a review ended on "
              + last(window.askBy())
              + ". A request is still accepted until "
              + latest
              + ".";
      case REFUSED -> "Nobody asked for a review by " + latest + ". The decision stands.";
    };
  }

  /** What they said or what was decided, as a choice. */
  static String choice(ReviewMove move, ReviewState from) {
    return switch (move) {
      case ASK -> "They ask for a review";
      case DECLINE -> "They ask for no review";
      case GO_ON -> "They ask for an independent review";
      case WITHDRAW -> "They ask for no review any more";
      case UPHOLD ->
          from == ReviewState.ASKED
              ? "The decision was right: they may ask for an independent review"
              : "The decision was right, and stands";
      case OVERTURN -> "The decision was wrong";
    };
  }

  /** That no request is accepted any more, and since when. */
  static String over(ReviewWindow window) {
    return "A request was accepted until " + last(window.latest()) + " and is not any more";
  }

  /** The words of the last decision on it; null where there is none. */
  static String words(Review review) {
    return last(review).map(ReviewStep::words).orElse(null);
  }

  private static Optional<ReviewStep> last(Review review) {
    return review.steps().stream()
        .filter(step -> step.words() != null)
        .reduce((before, after) -> after);
  }

  private static boolean late(Review review) {
    return review.steps().stream().anyMatch(ReviewStep::late);
  }

  /** The last day of a time that ends at midnight. */
  private static String last(Instant end) {
    return London.date(day(end.minusNanos(1)));
  }

  private static LocalDate day(Instant at) {
    return at.atZone(London.ZONE).toLocalDate();
  }
}
