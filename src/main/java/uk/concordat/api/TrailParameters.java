package uk.concordat.api;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Set;
import java.util.UUID;
import uk.concordat.audit.SecurityEvent;
import uk.concordat.audit.TrailCursor;
import uk.concordat.audit.Verb;
import uk.concordat.oversight.Reading;
import uk.concordat.oversight.SecurityQuery;
import uk.concordat.oversight.TrailFilter;
import uk.concordat.oversight.TrailQuery;

/** Reads the query of a page of the ledger. */
final class TrailParameters {
  private static final String INVALID = "invalid";
  private static final String AGENCY = "[A-Z0-9-]{1,60}";
  private static final int USUAL = 25;
  private static final int MOST = 100;

  private final StrictQuery query;

  TrailParameters(MultivaluedMap<String, String> given, Set<String> known) {
    query = new StrictQuery(given, known);
  }

  /** All that may narrow it. */
  TrailQuery query() {
    var filter =
        new TrailFilter(
            query.value("actor", INVALID, UUID::fromString),
            query.value("verb", INVALID, Verb::valueOf),
            query.truth("permitted"),
            query.value("record", INVALID, UUID::fromString),
            query.value("subject", INVALID, UUID::fromString),
            query.shaped("from", AGENCY, "unknown"),
            query.shaped("to", AGENCY, "unknown"),
            query.value(
                "reading",
                INVALID,
                text -> Reading.find(text).orElseThrow(IllegalArgumentException::new)),
            query.value("since", INVALID, TrailCursor::moment),
            query.value("until", INVALID, TrailCursor::moment));
    var wanted = new TrailQuery(filter, cursor(), limit());
    throwIfAny();
    return wanted;
  }

  /** All that may narrow the security log. */
  SecurityQuery security() {
    var wanted =
        new SecurityQuery(
            query.value("kind", INVALID, SecurityEvent::valueOf),
            query.value("actor", INVALID, UUID::fromString),
            query.value("since", INVALID, TrailCursor::moment),
            query.value("until", INVALID, TrailCursor::moment),
            cursor(),
            limit());
    throwIfAny();
    return wanted;
  }

  TrailCursor cursor() {
    return query.value(
        "cursor",
        INVALID,
        text -> TrailCursor.parse(text).orElseThrow(IllegalArgumentException::new));
  }

  int limit() {
    Integer limit = query.value("limit", INVALID, Integer::valueOf);
    if (limit != null && (limit < 1 || limit > MOST)) {
      query.wrong("limit", INVALID);
    }
    return limit == null ? USUAL : limit;
  }

  void throwIfAny() {
    query.throwIfAny();
  }
}
