package uk.concordat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import uk.concordat.oversight.SecurityEntry;
import uk.concordat.oversight.SecurityLogService;
import uk.concordat.oversight.SecurityQuery;

/** Events of the security log, for governance. */
@RequestScoped
@Path("/ledger/security")
@Produces(MediaType.APPLICATION_JSON)
public class SecurityLogResource {
  private static final Set<String> NARROWED =
      Set.of("kind", "actor", "since", "until", "limit", "cursor");

  @Inject SecurityLogService log;
  @Context UriInfo uri;

  /** Events of the people of the caller's agency, newest first. */
  @GET
  public Response events() {
    SecurityQuery query = new TrailParameters(uri.getQueryParameters(), NARROWED).security();
    List<SecurityEntry> found = log.events(query);
    var items = JsonOut.array(found, SecurityLogResource::entry);
    var response = Response.ok(new JsonOut().put("items", items).build());
    if (found.size() == query.limit()) {
      String next = found.get(query.limit() - 1).cursor().text();
      response.link(uri.getRequestUriBuilder().replaceQueryParam("cursor", next).build(), "next");
    }
    return response.build();
  }

  private static JsonObject entry(SecurityEntry event) {
    return new JsonOut()
        .put("id", Long.valueOf(event.id()))
        .put("at", event.at().toString())
        .put("kind", event.kind())
        .put("actor", event.actor())
        .put("agency", event.agency())
        .put("role", event.role())
        .put("detail", event.detail())
        .put("occurrences", Long.valueOf(event.occurrences()))
        .build();
  }
}
