package uk.concordat.audit;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Base64;
import java.util.Map;

/**
 * Digests of what was changed, HMAC-SHA-256 under a key of the entry that is there for nothing else
 * and leaves the database in no export: whoever has it and the content can say that this is what
 * stood there, and without the key they tell nothing. An {@code old} that is missing says that
 * nothing stood there before, a {@code new} that nothing does now.
 */
final class Digests {
  private Digests() {}

  /** By the part that was changed; a part that is as it was is left out. */
  static JsonObject of(byte[] key, Map<String, Change> changes) {
    JsonObjectBuilder digests = Json.createObjectBuilder();
    changes.forEach(
        (part, change) -> {
          JsonObjectBuilder both = Json.createObjectBuilder();
          String old = digest(key, part, change.old());
          String now = digest(key, part, change.now());
          if (old != null) {
            both.add("old", old);
          }
          if (now != null) {
            both.add("new", now);
          }
          if (old == null ? now != null : !old.equals(now)) {
            digests.add(part, both);
          }
        });
    return digests.build();
  }

  private static String digest(byte[] key, String part, Object content) {
    return CanonicalContent.of(part, content)
        .map(bytes -> Base64.getEncoder().encodeToString(Leaf.commitment(key, bytes)))
        .orElse(null);
  }
}
