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
import uk.concordat.referral.Amendment;
import uk.concordat.referral.AmendmentService;
import uk.concordat.referral.ReferralView;

/** What is amended of a referral after it was sent. */
@RequestScoped
@Path("/referrals/{reference}/amendments")
@Produces(MediaType.APPLICATION_JSON)
public class AmendmentsResource {
  @Inject AmendmentService amendments;

  @PathParam("reference")
  String reference;

  /** Amends it. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response amend(@HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, InputStream stream) {
    amendments.versions(reference); // what is wrong with a request is not for whom there is nothing
    String version = EntityTags.composed(ifMatch);
    var fields = new Fields(Body.read(stream).json());
    String reason = fields.text("reason");
    String text = fields.text("text");
    JsonObject change = fields.json("change");
    fields.end();
    fields.throwIfAny();
    ReferralView view =
        amendments.amend(reference, version, new Amendment(reason, text, MergePatch.read(change)));
    return Response.ok(ReferralWriter.write(view)).tag(EntityTags.of(view.version())).build();
  }
}
