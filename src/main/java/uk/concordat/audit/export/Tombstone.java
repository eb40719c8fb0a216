package uk.concordat.audit.export;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import uk.concordat.audit.Erasure;
import uk.concordat.audit.LeafSpan;

/**
 * What the bytes of an entry tell of a disposal.
 *
 * @param approvedBy the agency that approved it
 */
public record Tombstone(Erasure erasure, String approvedBy) {

  /** Empty where the entry tells of none, or of one that a single agency made. */
  public static Optional<Tombstone> in(byte[] entry) {
    try (JsonReader reader = Json.createReader(new ByteArrayInputStream(entry))) {
      JsonObject json = reader.readObject();
      return Optional.ofNullable(json.getJsonObject("erased"))
          .map(erased -> new Tombstone(erasure(erased), json.getString("agency")))
          .filter(told -> !told.approvedBy().equals(told.erasure().proposedBy()))
          .filter(told -> json.getBoolean("permitted") && json.getString("verb").equals("ERASE"))
          .filter(told -> json.getString("time").startsWith(told.erasure().date().toString()));
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

  /** Whether it tells that an entry was erased under that rule on that day. */
  public boolean tellsOf(String rule, LocalDate date, LeafSpan leaves) {
    return erasure.rule().equals(rule) && erasure.date().equals(date) && erasure.covers(leaves);
  }

  private static Erasure erasure(JsonObject json) {
    return new Erasure(
        YearMonth.parse(json.getString("month")),
        json.getString("rule"),
        LocalDate.parse(json.getString("date")),
        json.getString("proposedBy"),
        json.getJsonArray("leaves").getValuesAs(JsonArray.class).stream()
            .map(Tombstone::span)
            .toList());
  }

  private static LeafSpan span(JsonArray ends) {
    return new LeafSpan(
        ends.getJsonNumber(0).longValueExact(), ends.getJsonNumber(1).longValueExact());
  }
}
