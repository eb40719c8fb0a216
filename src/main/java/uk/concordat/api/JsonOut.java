package uk.concordat.api;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.function.Function;

/** Builds a JSON object; what is null is left out. */
final class JsonOut {
  private final JsonObjectBuilder builder = Json.createObjectBuilder();

  /** A text: a string, a code, a day. */
  JsonOut put(String name, Object value) {
    if (value != null) {
      builder.add(name, value.toString());
    }
    return this;
  }

  JsonOut put(String name, Long value) {
    if (value != null) {
      builder.add(name, value);
    }
    return this;
  }

  JsonOut put(String name, Boolean value) {
    if (value != null) {
      builder.add(name, value);
    }
    return this;
  }

  JsonOut put(String name, Instant value) {
    return put(name, value == null ? null : (Object) value.truncatedTo(ChronoUnit.MILLIS));
  }

  JsonOut put(String name, JsonValue value) {
    if (value != null) {
      builder.add(name, value);
    }
    return this;
  }

  /** An array of texts. */
  JsonOut texts(String name, Collection<?> values) {
    return put(name, array(values, value -> Json.createValue(value.toString())));
  }

  JsonObject build() {
    return builder.build();
  }

  static <T> JsonArray array(Collection<T> values, Function<T, ? extends JsonValue> render) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    values.forEach(value -> array.add(render.apply(value)));
    return array.build();
  }
}
