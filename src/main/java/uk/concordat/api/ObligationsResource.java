package uk.concordat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import uk.concordat.victim.ObligationService;

/** What the person harmed has to be told about a referral. */
@RequestScoped
@Path("/referrals/{reference}/obligations")
@Produces(MediaType.APPLICATION_JSON)
public class ObligationsResource {
  @Inject ObligationService obligations;

  /** All of it, as it happened. */
  @GET
  public JsonObject of(@PathParam("reference") String reference) {
    return new JsonOut()
        .put(
            "items",
            JsonOut.array(
                obligations.of(reference).items(), one -> ObligationWriter.write(one).build()))
        .build();
  }
}
