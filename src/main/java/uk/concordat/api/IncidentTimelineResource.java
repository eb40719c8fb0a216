package uk.concordat.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import uk.concordat.incident.IncidentEvent;
import uk.concordat.incident.IncidentTimelineService;
import uk.concordat.incident.IncidentTimelineView;

/** What happened to an incident. */
@RequestScoped
@Path("/incidents/{reference}/timeline")
@Produces(MediaType.APPLICATION_JSON)
public class IncidentTimelineResource {
  @Inject IncidentTimelineService timelines;
  @Context UriInfo uri;

  /** A page of it. */
  @GET
  public Response timeline(@PathParam("reference") String reference) {
    IncidentTimelineView page = timelines.timeline(reference, TimelineParameters.read(uri));
    JsonObject body =
        new JsonOut()
            .put("items", JsonOut.array(page.events(), IncidentTimelineResource::json))
            .build();
    return TimelineParameters.linked(Response.ok(body), uri, page.next());
  }

  private static JsonObject json(IncidentEvent event) {
    var details = new JsonOut();
    event.details().forEach(details::put);
    return new JsonOut()
        .put("id", event.id())
        .put("at", event.at().toString())
        .put("kind", event.kind())
        .put("agency", event.agency())
        .put("role", event.role())
        .texts("dataClasses", event.classes())
        .put("details", details.build())
        .build();
  }
}
