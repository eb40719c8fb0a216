package uk.concordat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import uk.concordat.access.Exclusion;
import uk.concordat.referral.ReferralExclusionService;

/** Who must not see a referral, whatever else lets them. */
@RequestScoped
@Path("/referrals/{reference}/exclusions")
@Produces(MediaType.APPLICATION_JSON)
public class ExclusionsResource {
  @Inject ReferralExclusionService exclusions;

  @PathParam("reference")
  String reference;

  /** The exclusions in force. */
  @GET
  public JsonObject list() {
    JsonArray items = JsonOut.array(exclusions.exclusions(reference), ExclusionsResource::json);
    return new JsonOut().put("items", items).build();
  }

  /** Bars a colleague. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public void exclude(InputStream stream) {
    var fields = new Fields(Body.read(stream).json());
    String username = fields.text("username");
    String reason = fields.text("reason");
    fields.end();
    fields.throwIfAny();
    exclusions.exclude(reference, username, reason);
  }

  /** Lifts an exclusion. */
  @DELETE
  @Path("{subject}")
  public void lift(@PathParam("subject") String subject) {
    exclusions.lift(reference, PathIds.read(subject));
  }

  private static JsonObject json(Exclusion exclusion) {
    return new JsonOut()
        .put("subject", exclusion.subject())
        .put("username", exclusion.username())
        .put("reason", exclusion.reason())
        .put("since", exclusion.since())
        .build();
  }
}
