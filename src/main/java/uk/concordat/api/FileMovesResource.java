package uk.concordat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import uk.concordat.prosecution.Asked;
import uk.concordat.prosecution.FileView;
import uk.concordat.prosecution.ReviewMove;
import uk.concordat.prosecution.ReviewService;

/** The moves of a review other than decisions. */
@RequestScoped
@Path("/referrals/{reference}/file/moves")
@Produces(MediaType.APPLICATION_JSON)
public class FileMovesResource {
  @Inject ReviewService reviews;
  @Inject ReferralDoor door;

  /** Makes one. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response move(
      @PathParam("reference") String reference,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      InputStream stream) {
    return door.toThoseWhoSee(
        reference,
        () -> {
          String version = EntityTags.composed(ifMatch);
          var fields = new Fields(Body.read(stream).json());
          ReviewMove move = ReviewMove.of(String.valueOf(fields.text("move"))).orElse(null);
          List<Asked> asked =
              fields.objects("asked").stream().map(FileMovesResource::asked).toList();
          if (move == null) {
            fields.wrong("move", "unknown");
          } else if (move.saying() == ReviewMove.Saying.NOTHING && !asked.isEmpty()) {
            fields.wrong("asked", "not-of-this-move");
          }
          fields.end();
          fields.throwIfAny();
          return FileWriter.answer(Response.ok(), made(reference, version, move, asked));
        });
  }

  private FileView made(String reference, String version, ReviewMove move, List<Asked> asked) {
    if (move == ReviewMove.SUBMIT || move == ReviewMove.RESUBMIT) {
      return reviews.submit(reference, version);
    }
    return reviews.move(reference, version, move, asked);
  }

  private static Asked asked(Fields given) {
    var asked = new Asked(given.text("item"), given.text("words"), given.date("dueOn"));
    given.end();
    return asked;
  }
}
