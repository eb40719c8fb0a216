package uk.concordat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import uk.concordat.audit.TrailCursor;
import uk.concordat.referral.ReferralTrailService;

/** Who has seen a referral. */
@RequestScoped
@Path("/referrals/{reference}/trail")
@Produces(MediaType.APPLICATION_JSON)
public class SeenResource {
  private static final Set<String> PAGED = Set.of("limit", "cursor");

  @Inject ReferralTrailService trails;
  @Context UriInfo uri;

  @PathParam("reference")
  String reference;

  /** Operations on it, newest first. */
  @GET
  public Response seen() {
    var parameters = new TrailParameters(uri.getQueryParameters(), PAGED);
    TrailCursor cursor = parameters.cursor();
    int limit = parameters.limit();
    parameters.throwIfAny();
    return TrailWriter.seen(trails.trail(reference, cursor, limit).entries(), limit, uri);
  }
}
