package uk.concordat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.UUID;
import uk.concordat.victim.ReviewMove;
import uk.concordat.victim.Reviewable;
import uk.concordat.victim.RightToReviewService;

/** The right to review of whoever was harmed. */
@RequestScoped
@Path("/referrals/{reference}/reviews")
@Produces(MediaType.APPLICATION_JSON)
public class ReviewsResource {
  @Inject RightToReviewService reviews;
  @Inject ReferralDoor door;

  /** All of them about a referral. */
  @GET
  public JsonObject of(@PathParam("reference") String reference) {
    return new JsonOut()
        .put("items", JsonOut.array(reviews.of(reference), ReviewWriter::write))
        .build();
  }

  /** Makes a move of one. */
  @POST
  @Path("{id}/moves")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response move(
      @PathParam("reference") String reference,
      @PathParam("id") String id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      InputStream stream) {
    return door.toThoseWhoSee(
        reference,
        () -> {
          long version = EntityTags.version(ifMatch);
          var fields = new Fields(Body.read(stream).json());
          String named = fields.text("move");
          ReviewMove move = ReviewMove.of(String.valueOf(named)).orElse(null);
          LocalDate on = fields.date("on");
          String words = fields.text("words");
          if (move == null) {
            fields.wrong("move", named == null ? "required" : "unknown");
          }
          fields.end();
          fields.throwIfAny();
          return answer(made(reference, PathIds.read(id), version, move, on, words));
        });
  }

  private Reviewable made(
      String reference, UUID id, long version, ReviewMove move, LocalDate on, String words) {
    return switch (move.mover()) {
      case TIMEKEEPER -> reviews.say(reference, id, version, move, on);
      case OTHER_DECIDER -> reviews.decide(reference, id, version, move, words);
    };
  }

  private static Response answer(Reviewable one) {
    return Response.ok(ReviewWriter.write(one)).tag(EntityTags.of(one.review().version())).build();
  }
}
