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
import java.util.Set;
import uk.concordat.referral.TimelineCursor;
import uk.concordat.victim.ObligationService;
import uk.concordat.victim.Owed;

/** What is still to be told to people who were harmed, overdue first. */
@RequestScoped
@Path("/obligations")
@Produces(MediaType.APPLICATION_JSON)
public class OwedResource {
  private static final String INVALID = "invalid";
  private static final int USUAL = 25;
  private static final int MOST = 100;

  @Inject ObligationService obligations;
  @Context UriInfo uri;

  /** A page of it. */
  @GET
  public Response owed() {
    var query = new StrictQuery(uri.getQueryParameters(), Set.of("limit", "cursor"));
    TimelineCursor cursor =
        query.value(
            "cursor",
            INVALID,
            text -> TimelineCursor.parse(text).orElseThrow(IllegalArgumentException::new));
    Integer limit = query.value("limit", INVALID, Integer::valueOf);
    if (limit != null && (limit < 1 || limit > MOST)) {
      query.wrong("limit", INVALID);
    }
    query.throwIfAny();
    Owed page = obligations.owed(cursor, limit == null ? USUAL : limit);
    var response =
        Response.ok(
            new JsonOut().put("items", JsonOut.array(page.items(), OwedResource::item)).build());
    return TimelineParameters.linked(response, uri, page.next().orElse(null));
  }

  private static JsonObject item(Owed.Item item) {
    return ObligationWriter.write(item.obligation()).put("reference", item.reference()).build();
  }
}
