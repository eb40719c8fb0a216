package uk.concordat.api;

import jakarta.json.JsonObject;
import uk.concordat.victim.Review;
import uk.concordat.victim.ReviewMove;
import uk.concordat.victim.ReviewStep;
import uk.concordat.victim.Reviewable;

/** Renders reviews of decisions. */
final class ReviewWriter {
  private ReviewWriter() {}

  static JsonObject write(Reviewable one) {
    Review review = one.review();
    return new JsonOut()
        .put("id", review.id())
        .put("event", review.event())
        .put("defendant", review.defendant() == null ? null : review.defendant().longValue())
        .put("toldAt", review.toldAt())
        .put("askBy", one.window().askBy())
        .put("latest", one.window().latest())
        .put("state", review.state())
        .put("since", review.since())
        .put("version", review.version())
        .texts("moves", one.moves().stream().map(ReviewMove::code).toList())
        .put("history", JsonOut.array(review.steps(), ReviewWriter::step))
        .build();
  }

  private static JsonObject step(ReviewStep step) {
    return new JsonOut()
        .put("move", step.move().code())
        .put("to", step.to())
        .put("happenedAt", step.happenedAt())
        .put("late", step.late())
        .put("words", step.words())
        .put("role", step.role())
        .build();
  }
}
