package uk.concordat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import uk.concordat.referral.ReferralAccessService;

/** Who sees a referral, and why. */
@RequestScoped
@Path("/referrals/{reference}/access")
@Produces(MediaType.APPLICATION_JSON)
public class AccessResource {
  @Inject ReferralAccessService access;

  @PathParam("reference")
  String reference;

  /** Who sees it and why, and what the caller can do. */
  @GET
  public JsonObject explain() {
    return AccessWriter.write(access.explain(reference));
  }
}
