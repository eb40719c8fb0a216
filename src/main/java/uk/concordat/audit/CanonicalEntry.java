package uk.concordat.audit;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import uk.concordat.caller.Caller;

/**
 * One entry as the bytes that the ledger commits to: canonical JSON (RFC 8785), in which equal
 * entries are equal byte for byte. Ids and codes only; what does not apply is left out.
 *
 * @param id of the entry
 * @param at when, UTC, in whole microseconds
 * @param reason why it was refused; null where it was permitted
 * @param subjects the people of whom something was shown or changed
 */
record CanonicalEntry(
    UUID id, Instant at, Caller actor, Entry entry, String reason, List<UUID> subjects) {

  /**
   * The bytes.
   *
   * @param digestKey for the digests of what it changed; null where it changed nothing
   */
  byte[] bytes(byte[] digestKey) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", id.toString())
            .add("time", Leaf.text(at))
            .add("verb", entry.verb().name())
            .add("action", entry.action())
            .add("permitted", reason == null)
            .add("actor", actor.subject().toString())
            .add("agency", actor.agency())
            .add("role", actor.role())
            .add("recordType", entry.recordType())
            .add("records", array(entry.recordIds()))
            .add("dataClasses", array(entry.dataClasses()))
            .add("recipients", array(entry.recipients()));
    if (entry.version() != null) {
      json.add("version", entry.version());
    }
    add(json, "reason", reason);
    add(json, "agreement", entry.agreement());
    add(json, "purpose", entry.purpose());
    add(json, "lawfulBasis", entry.lawfulBasis());
    if (entry.erased() != null) {
      json.add("erased", erased(entry.erased()));
    }
    if (!subjects.isEmpty()) {
      json.add("subjects", array(subjects));
    }
    JsonObject digests = Digests.of(digestKey, entry.changes());
    if (!digests.isEmpty()) {
      json.add("digests", digests);
    }
    return CanonicalContent.canonical(json.build());
  }

  /** Each run of leaves as its first and the one after its last. */
  private static JsonObjectBuilder erased(Erasure erasure) {
    JsonArrayBuilder leaves = Json.createArrayBuilder();
    erasure
        .leaves()
        .forEach(span -> leaves.add(Json.createArrayBuilder().add(span.from()).add(span.to())));
    return Json.createObjectBuilder()
        .add("month", erasure.month().toString())
        .add("proposedBy", erasure.proposedBy())
        .add("rule", erasure.rule())
        .add("date", erasure.date().toString())
        .add("leaves", leaves);
  }

  private static void add(JsonObjectBuilder json, String name, Object value) {
    if (value != null) {
      json.add(name, value.toString());
    }
  }

  private static JsonArrayBuilder array(List<?> values) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    values.forEach(value -> array.add(value.toString()));
    return array;
  }
}
