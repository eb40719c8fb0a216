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
import uk.concordat.referral.TimelineEntry;
import uk.concordat.referral.TimelineService;
import uk.concordat.referral.TimelineView;

/** What happened to a referral. */
@RequestScoped
@Path("/referrals/{reference}/timeline")
@Produces(MediaType.APPLICATION_JSON)
public class TimelineResource {
  @Inject TimelineService timelines;
  @Context UriInfo uri;

  @PathParam("reference")
  String reference;

  /** A page of it. */
  @GET
  public Response timeline() {
    TimelineView page = timelines.timeline(reference, TimelineParameters.read(uri));
    var response =
        Response.ok(
            new JsonOut()
                .put("items", JsonOut.array(page.entries(), TimelineResource::json))
                .build());
    return TimelineParameters.linked(response, uri, page.next());
  }

  private static JsonObject json(TimelineEntry entry) {
    var details = new JsonOut();
    entry.details().forEach(details::put);
    return new JsonOut()
        .put("id", entry.id())
        .put("at", entry.at().toString())
        .put("kind", entry.kind())
        .put("agency", entry.agency())
        .put("role", entry.role())
        .texts("dataClasses", entry.shown())
        .put("details", details.build())
        .build();
  }
}
