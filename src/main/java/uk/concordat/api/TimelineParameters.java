package uk.concordat.api;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import uk.concordat.referral.TimelineCursor;
import uk.concordat.referral.TimelineSpan;

/** Which part of a timeline an address asks for, and where it goes on. */
final class TimelineParameters {
  private static final Set<String> KNOWN = Set.of("order", "limit", "cursor");
  private static final String INVALID = "invalid";
  private static final int USUAL = 25;
  private static final int MOST = 100;

  private TimelineParameters() {}

  /** What the address says; {@link uk.concordat.kernel.InvalidInput} with all that is wrong. */
  static TimelineSpan read(UriInfo uri) {
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

  /** The answer with a link to the page after; as it is where there is none. */
  static Response linked(Response.ResponseBuilder response, UriInfo uri, TimelineCursor next) {
    if (next != null) {
      response.link(
          uri.getRequestUriBuilder().replaceQueryParam("cursor", next.text()).build(), "next");
    }
    return response.build();
  }
}
