package uk.concordat.audit.export;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import uk.concordat.audit.Erasure;
import uk.concordat.audit.LeafSpan;

/** What the bytes of an entry say of a disposal. */
final class ErasureJson {
  private ErasureJson() {}

  /** Empty where the entry tells of none. */
  static Optional<Erasure> in(byte[] entry) {
    try (JsonReader reader = Json.createReader(new ByteArrayInputStream(entry))) {
      return Optional.ofNullable(reader.readObject().getJsonObject("erased"))
          .map(ErasureJson::erasure);
    } catch (JsonException
        | ClassCastException
        | NullPointerException
        | IllegalArgumentException
        | IndexOutOfBoundsException
        | ArithmeticException
        | DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  private static Erasure erasure(JsonObject json) {
    return new Erasure(
        json.getString("rule"),
        LocalDate.parse(json.getString("date")),
        json.getJsonArray("leaves").getValuesAs(JsonArray.class).stream()
            .map(ErasureJson::span)
            .toList());
  }

  private static LeafSpan span(JsonArray ends) {
    return new LeafSpan(
        ends.getJsonNumber(0).longValueExact(), ends.getJsonNumber(1).longValueExact());
  }
}
