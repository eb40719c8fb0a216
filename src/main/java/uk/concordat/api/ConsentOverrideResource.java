package uk.concordat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import uk.concordat.referral.ConsentOverrideService;
import uk.concordat.referral.PendingOverride;

/** Answering for a colleague's draft that goes against the wish of the person harmed. */
@RequestScoped
@Path("/referrals/{reference}/consent-override")
@Produces(MediaType.APPLICATION_JSON)
public class ConsentOverrideResource {
  @Inject ConsentOverrideService overrides;

  @PathParam("reference")
  String reference;

  /** What is asked of the caller: the header and the wish, nothing else of the draft. */
  @GET
  public Response read() {
    return rendered(overrides.read(reference));
  }

  /** Answers for it. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public Response override(@HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, InputStream stream) {
    overrides.read(reference); // what is wrong with a request is not for whom there is nothing
    String version = EntityTags.composed(ifMatch);
    var fields = new Fields(Body.read(stream).json());
    String reason = fields.text("reason");
    fields.end();
    fields.throwIfAny();
    return rendered(overrides.override(reference, version, reason));
  }

  private static Response rendered(PendingOverride pending) {
    return Response.ok(write(pending)).tag(EntityTags.of(pending.version())).build();
  }

  private static JsonObject write(PendingOverride pending) {
    return new JsonOut()
        .put("reference", pending.reference())
        .put("from", pending.from())
        .put("to", pending.to())
        .put("urgency", pending.urgency())
        .put("wish", pending.wish())
        .put("reason", pending.reason())
        .put("role", pending.role())
        .put("at", pending.at())
        .build();
  }
}
