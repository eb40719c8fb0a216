package uk.concordat.platform.live;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What the database says of a change (function {@code tell_lists}): whose lists look otherwise, and
 * nothing else of it.
 *
 * @param viewers names under which it is seen
 * @param without those who do not see it under any name
 */
record Change(Set<String> viewers, Set<UUID> without) {
  static Change read(String text) {
    try (var reader = Json.createReader(new StringReader(text))) {
      JsonObject change = reader.readObject();
      return new Change(
          strings(change, "viewers"),
          strings(change, "without").stream()
              .map(UUID::fromString)
              .collect(Collectors.toUnmodifiableSet()));
    }
  }

  private static Set<String> strings(JsonObject change, String name) {
    return change.getJsonArray(name).getValuesAs(JsonString.class).stream()
        .map(JsonString::getString)
        .collect(Collectors.toUnmodifiableSet());
  }
}
