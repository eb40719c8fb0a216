package uk.concordat.audit.export;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.List;
import uk.concordat.audit.merkle.CompactRange;
import uk.concordat.audit.note.StrictBase64;

/**
 * Which leaves an export holds, and what it takes to compute the root beside them.
 *
 * @param from the first leaf of the export
 * @param to the leaf after its last
 * @param left what covers the leaves before
 * @param right what covers the leaves after, up to the size of the checkpoint
 */
public record ExportRange(long from, long to, List<byte[]> left, List<byte[]> right) {
  /** Copies the lists. */
  public ExportRange {
    left = List.copyOf(left);
    right = List.copyOf(right);
  }

  /** The range between two others. */
  public static ExportRange between(CompactRange left, CompactRange right) {
    return new ExportRange(left.to(), right.from(), left.hashes(), right.hashes());
  }

  static ExportRange parse(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      JsonObject json = reader.readObject();
      return new ExportRange(
          json.getJsonNumber("from").longValueExact(),
          json.getJsonNumber("to").longValueExact(),
          hashes(json.getJsonArray("left")),
          hashes(json.getJsonArray("right")));
    }
  }

  String json() {
    return Json.createObjectBuilder()
        .add("from", from)
        .add("to", to)
        .add("left", texts(left))
        .add("right", texts(right))
        .build()
        .toString();
  }

  private static List<byte[]> hashes(JsonArray texts) {
    return texts.getValuesAs(JsonString.class).stream()
        .map(text -> StrictBase64.decode(text.getString()))
        .toList();
  }

  private static JsonArrayBuilder texts(List<byte[]> hashes) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    hashes.forEach(hash -> array.add(StrictBase64.encode(hash)));
    return array;
  }
}
