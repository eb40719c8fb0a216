package uk.concordat.api;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import uk.concordat.audit.TrailCursor;
import uk.concordat.oversight.Reading;
import uk.concordat.oversight.TrailEntry;
import uk.concordat.referral.SeenEntry;

/** Writes entries of the ledger: ids and codes only. */
final class TrailWriter {
  private TrailWriter() {}

  /** A page; a full one may have another behind it. */
  static Response page(List<TrailEntry> entries, int limit, UriInfo asked) {
    var items = JsonOut.array(entries, TrailWriter::entry);
    TrailEntry last = entries.size() == limit ? entries.get(limit - 1) : null;
    return page(items, last == null ? null : new TrailCursor(last.at(), last.ordinal()), asked);
  }

  /** A page of who has seen a record. */
  static Response seen(List<SeenEntry> entries, int limit, UriInfo asked) {
    var items = JsonOut.array(entries, TrailWriter::seen);
    SeenEntry last = entries.size() == limit ? entries.get(limit - 1) : null;
    return page(items, last == null ? null : new TrailCursor(last.at(), last.ordinal()), asked);
  }

  private static Response page(JsonArray items, TrailCursor next, UriInfo asked) {
    var response = Response.ok(new JsonOut().put("items", items).build());
    if (next != null) {
      response.link(
          asked.getRequestUriBuilder().replaceQueryParam("cursor", next.text()).build(), "next");
    }
    return response.build();
  }

  private static JsonObject entry(TrailEntry entry) {
    return new JsonOut()
        .put("id", entry.id())
        .put("leaf", entry.leaf())
        .put("at", entry.at().toString())
        .put("verb", entry.verb())
        .put("action", entry.action())
        .put("permitted", Boolean.valueOf(entry.permitted()))
        .put("reason", entry.reason())
        .put("actor", entry.actor())
        .put("agency", entry.agency())
        .put("role", entry.role())
        .put("recordType", entry.recordType())
        .texts("records", entry.records())
        .put("version", entry.version())
        .texts("dataClasses", entry.dataClasses())
        .texts("recipients", entry.recipients())
        .put("agreement", entry.agreement())
        .put("purpose", entry.purpose())
        .put("lawfulBasis", entry.lawfulBasis())
        .texts("subjects", entry.subjects())
        .texts("readings", entry.readings().stream().map(Reading::code).toList())
        .build();
  }

  private static JsonObject seen(SeenEntry entry) {
    return new JsonOut()
        .put("id", entry.id())
        .put("leaf", entry.leaf())
        .put("at", entry.at().toString())
        .put("verb", entry.verb())
        .put("action", entry.action())
        .put("permitted", Boolean.valueOf(entry.permitted()))
        .put("reason", entry.reason())
        .put("name", entry.name())
        .put("agency", entry.agency())
        .put("role", entry.role())
        .texts("dataClasses", entry.dataClasses())
        .texts("recipients", entry.recipients())
        .put("agreement", entry.agreement())
        .put("purpose", entry.purpose())
        .build();
  }
}
