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
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import uk.concordat.prosecution.Desk;
import uk.concordat.prosecution.DeskCursor;
import uk.concordat.prosecution.DeskItem;
import uk.concordat.prosecution.DeskLimit;
import uk.concordat.prosecution.DeskService;
import uk.concordat.prosecution.DeskView;

/** The prosecutors' desk: the files of their unit, what runs out first before the rest. */
@RequestScoped
@Path("/desk")
@Produces(MediaType.APPLICATION_JSON)
public class DeskResource {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final String INVALID = "invalid";
  private static final int USUAL = 25;
  private static final int MOST = 100;

  @Inject DeskService desk;
  @Inject Clock clock;
  @Context UriInfo uri;

  /** A page of it. */
  @GET
  public Response list() {
    var query = new StrictQuery(uri.getQueryParameters(), Set.of("view", "limit", "cursor"));
    DeskView view = query.value("view", "unknown", DeskView::valueOf);
    DeskCursor cursor =
        query.value(
            "cursor",
            INVALID,
            text -> DeskCursor.parse(text).orElseThrow(IllegalArgumentException::new));
    Integer limit = query.value("limit", INVALID, Integer::valueOf);
    if (limit != null && (limit < 1 || limit > MOST)) {
      query.wrong("limit", INVALID);
    }
    query.throwIfAny();
    Desk page =
        desk.list(view == null ? DeskView.UNIT : view, cursor, limit == null ? USUAL : limit);
    var response =
        Response.ok(
            new JsonOut()
                .put("count", page.count())
                .put("items", JsonOut.array(page.items(), this::item))
                .build());
    page.next()
        .ifPresent(
            next ->
                response.link(
                    uri.getRequestUriBuilder().replaceQueryParam("cursor", next.text()).build(),
                    "next"));
    return response.build();
  }

  private JsonObject item(DeskItem item) {
    LocalDate today = LocalDate.now(clock.withZone(LONDON));
    return new JsonOut()
        .put("reference", item.reference())
        .put("kind", item.kind())
        .put("priority", item.priority())
        .put("urgency", item.urgency())
        .texts("states", item.states())
        .put("assigned", item.assigned())
        .put("limits", JsonOut.array(item.limits(), one -> limit(one, today)))
        .put("lapsed", item.lapsed())
        .build();
  }

  private static JsonObject limit(DeskLimit one, LocalDate today) {
    return new JsonOut()
        .put("kind", one.kind())
        .put("step", one.step())
        .put("lastDay", one.lastDay())
        .put("ends", one.ends())
        .put("daysLeft", Long.valueOf(one.daysLeft(today)))
        .build();
  }
}
