package uk.concordat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
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
import uk.concordat.casework.CrimeMerge;
import uk.concordat.casework.CrimeMergeService;

/** That one of the crimes of a referral was recorded twice. */
@RequestScoped
@Path("/referrals/{reference}/crimes/{id}/merges")
@Produces(MediaType.APPLICATION_JSON)
public class CrimeMergesResource {
  @Inject CrimeMergeService merges;
  @Inject ReferralDoor door;

  /** Says which of the others counts, or that it is one of its own after all. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response merge(
      @PathParam("reference") String reference,
      @PathParam("id") String id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      InputStream stream) {
    return door.toThoseWhoSee(
        reference,
        () -> {
          String version = EntityTags.composed(ifMatch);
          var fields = new Fields(Body.read(stream).json());
          String into = fields.text("into");
          String reason = fields.text("reason");
          fields.end();
          fields.throwIfAny();
          return CrimesResource.answer(
              Response.ok(),
              merges.merge(
                  reference,
                  version,
                  PathIds.read(id),
                  into == null ? null : PathIds.read(into),
                  reason));
        });
  }

  /** One of them. */
  static JsonObject write(CrimeMerge merge) {
    return new JsonOut()
        .put("into", merge.into())
        .put("reason", merge.reason())
        .put("role", merge.role())
        .put("at", merge.at())
        .build();
  }
}
