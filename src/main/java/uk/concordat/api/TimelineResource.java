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
import java.util.Set;
import uk.concordat.referral.TimelineCursor;
import uk.concordat.referral.TimelineEntry;
import uk.concordat.referral.TimelineService;
import uk.concordat.referral.TimelineSpan;
import uk.concordat.referral.TimelineView;

/** What happened to a referral. */
@RequestScoped
@Path("/referrals/{reference}/timeline")
@Produces(MediaType.APPLICATION_JSON)
public class TimelineResource {
  private static final Set<String> KNOWN = Set.of("order", "limit", "cursor");
  private static final String INVALID = "invalid";
  private static final int USUAL = 25;
  private static final int MOST = 100;

  @Inject TimelineService timelines;
  @Context UriInfo uri;

  @PathParam("reference")
  String reference;

  /** A page of it. */
  @GET
  public Response timeline() {
    TimelineView page = timelines.timeline(reference, span());
    var response =
        Response.ok(
            new JsonOut()
                .put("items", JsonOut.array(page.entries(), TimelineResource::json))
                .build());
    if (page.next() != null) {
      response.link(
          uri.getRequestUriBuilder().replaceQueryParam("cursor", page.next().text()).build(),
          "next");
    }
    return response.build();
  }

  private TimelineSpan span() {
    var query = new StrictQuery(uri.getQueryParameters(), KNOWN);
    boolean oldestFirst = "oldest".equals(query.shaped("order", "newest|oldest", INVALID));
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
    return new TimelineSpan(oldestFirst, cursor, limit == null ? USUAL : limit);
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
