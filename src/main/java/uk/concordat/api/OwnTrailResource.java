package uk.concordat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import uk.concordat.audit.TrailCursor;
import uk.concordat.oversight.TrailService;

/** What the ledger has about the caller. */
@RequestScoped
@Path("/me/trail")
@Produces(MediaType.APPLICATION_JSON)
public class OwnTrailResource {
  private static final Set<String> PAGED = Set.of("limit", "cursor");

  @Inject TrailService trails;
  @Context UriInfo uri;

  /** What the caller did, newest first. */
  @GET
  public Response own() {
    var parameters = new TrailParameters(uri.getQueryParameters(), PAGED);
    TrailCursor cursor = parameters.cursor();
    int limit = parameters.limit();
    parameters.throwIfAny();
    return TrailWriter.page(trails.own(cursor, limit).entries(), limit, uri);
  }
}
