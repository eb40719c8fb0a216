package uk.concordat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import uk.concordat.referral.ReferralExclusionService;

/** A caller's own conflict of interest in a referral. */
@RequestScoped
@Path("/referrals/{reference}/declared-conflict")
@Produces(MediaType.APPLICATION_JSON)
public class DeclaredConflictResource {
  @Inject ReferralExclusionService exclusions;

  @PathParam("reference")
  String reference;

  /** Excludes the caller. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public void declare(InputStream stream) {
    var fields = new Fields(Body.read(stream).json());
    String reason = fields.text("reason");
    fields.end();
    fields.throwIfAny();
    exclusions.declare(reference, reason);
  }
}
