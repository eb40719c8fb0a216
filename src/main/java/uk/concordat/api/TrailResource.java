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
import uk.concordat.oversight.TrailService;

/** Entries of the ledger, for governance. */
@RequestScoped
@Path("/ledger/entries")
@Produces(MediaType.APPLICATION_JSON)
public class TrailResource {
  private static final Set<String> NARROWED =
      Set.of(
          "actor",
          "verb",
          "permitted",
          "record",
          "subject",
          "from",
          "to",
          "reading",
          "since",
          "until",
          "limit",
          "cursor");

  @Inject TrailService trails;
  @Context UriInfo uri;

  /** Entries of the caller's agency, newest first. */
  @GET
  public Response entries() {
    var query = new TrailParameters(uri.getQueryParameters(), NARROWED).query();
    return TrailWriter.page(trails.entries(query).entries(), query.limit(), uri);
  }
}
