package uk.concordat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import uk.concordat.referral.ReferralAccessService;

/** A referral for named people only. */
@RequestScoped
@Path("/referrals/{reference}/restriction")
@Produces(MediaType.APPLICATION_JSON)
public class RestrictionResource {
  @Inject ReferralAccessService access;

  @PathParam("reference")
  String reference;

  /** Restricts it. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject restrict(InputStream stream) {
    var fields = new Fields(Body.read(stream).json());
    List<String> names = fields.texts("names");
    fields.end();
    fields.throwIfAny();
    return AccessWriter.write(access.restrict(reference, names));
  }

  /** Lifts the restriction. */
  @DELETE
  public JsonObject lift() {
    return AccessWriter.write(access.unrestrict(reference));
  }
}
