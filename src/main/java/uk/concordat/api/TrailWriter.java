package uk.concordat.api;

import jakarta.json.JsonObject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import uk.concordat.oversight.TrailCursor;
import uk.concordat.oversight.TrailEntry;

/** Writes entries of the ledger: ids and codes only. */
final class TrailWriter {
  private TrailWriter() {}

  /** A page; a full one may have another behind it. */
  static Response page(List<TrailEntry> entries, int limit, UriInfo asked) {
    var items = JsonOut.array(entries, TrailWriter::entry);
    var response = Response.ok(new JsonOut().put("items", items).build());
    if (entries.size() == limit) {
      String next = TrailCursor.after(entries.get(limit - 1)).text();
      response.link(asked.getRequestUriBuilder().replaceQueryParam("cursor", next).build(), "next");
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
        .build();
  }
}
