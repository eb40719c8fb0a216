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
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import uk.concordat.journey.Journey;
import uk.concordat.journey.JourneyService;
import uk.concordat.journey.Wait;

/** A case from its first report on, with its waits. */
@RequestScoped
@Path("/referrals/{reference}/journey")
@Produces(MediaType.APPLICATION_JSON)
public class JourneyResource {
  @Inject JourneyService journeys;
  @Context UriInfo uri;

  @PathParam("reference")
  String reference;

  /** The whole of it; without whose case it is where that is asked for. */
  @GET
  public JsonObject journey() {
    var query = new StrictQuery(uri.getQueryParameters(), Set.of("anonymous"));
    Boolean anonymous = query.truth("anonymous");
    query.throwIfAny();
    boolean named = !Boolean.TRUE.equals(anonymous);
    Journey journey = journeys.of(reference);
    return new JsonOut()
        .put("reference", named ? journey.reference() : null)
        .put("days", Long.valueOf(journey.days()))
        .put("lasts", Boolean.valueOf(journey.lasts()))
        .put("longest", journey.longest().map(wait -> step(wait, journey, named)).orElse(null))
        .put("steps", JsonOut.array(journey.waits(), wait -> step(wait, journey, named)))
        .build();
  }

  private static JsonObject step(Wait wait, Journey journey, boolean named) {
    var step = wait.after();
    return new JsonOut()
        .put("stage", step.stage())
        .put("day", Long.valueOf(journey.dayOf(step)))
        .put("on", named ? step.day() : null)
        .put("by", named ? step.by() : null)
        .put("waited", Long.valueOf(wait.days()))
        .put("with", named ? wait.with() : null)
        .build();
  }
}
