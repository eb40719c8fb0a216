package uk.concordat.audit.export;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import uk.concordat.audit.Leaf;
import uk.concordat.audit.Verb;
import uk.concordat.audit.note.StrictBase64;

/** A row as a line of {@code entries.jsonl}. */
final class RowJson {
  private RowJson() {}

  static String write(Row row) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("leaf", row.leaf())
            .add("hash", StrictBase64.encode(row.hash()));
    if (row instanceof KeptRow kept) {
      json.add("entry", StrictBase64.encode(kept.entry()))
          .add("key", StrictBase64.encode(kept.key()))
          .add("time", Leaf.text(kept.time()))
          .add("verb", kept.verb().name())
          .add("permitted", kept.permitted());
    } else if (row instanceof DisposedRow disposed) {
      json.add("rule", disposed.rule())
          .add("date", disposed.date().toString())
          .add("tombstone", disposed.tombstone());
    } else {
      json.add("withheld", true);
    }
    return json.build().toString();
  }

  static Row read(String line) {
    try (JsonReader reader = Json.createReader(new StringReader(line))) {
      JsonObject json = reader.readObject();
      long leaf = json.getJsonNumber("leaf").longValueExact();
      byte[] hash = bytes(json, "hash");
      if (json.containsKey("entry")) {
        return new KeptRow(
            leaf,
            hash,
            Instant.parse(json.getString("time")),
            Verb.valueOf(json.getString("verb")),
            json.getBoolean("permitted"),
            bytes(json, "key"),
            bytes(json, "entry"));
      }
      if (json.getBoolean("withheld", false)) {
        return new WithheldRow(leaf, hash);
      }
      return new DisposedRow(
          leaf,
          hash,
          json.getString("rule"),
          LocalDate.parse(json.getString("date")),
          json.getJsonNumber("tombstone").longValueExact());
    }
  }

  private static byte[] bytes(JsonObject json, String name) {
    return StrictBase64.decode(json.getString(name));
  }
}
