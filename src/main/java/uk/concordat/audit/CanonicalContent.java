package uk.concordat.audit;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * The content of a part of a record in one form, byte for byte (RFC 8785): a record is an object of
 * its components, a map one of its entries; sets are sorted; what is null or empty is left out;
 * whole numbers and truth values are themselves, everything else is its text.
 */
final class CanonicalContent {
  private CanonicalContent() {}

  /**
   * The bytes of which a digest is taken; empty where the content says nothing.
   *
   * @param part goes with it, so that equal contents of two parts differ
   */
  static Optional<byte[]> of(String part, Object content) {
    JsonValue value = value(content);
    return empty(value)
        ? Optional.empty()
        : Optional.of(
            canonical(Json.createObjectBuilder().add("content", value).add("part", part).build()));
  }

  /** The canonical form of a JSON object. */
  static byte[] canonical(JsonObject json) {
    try {
      return new JsonCanonicalizer(json.toString()).getEncodedUTF8();
    } catch (IOException neverInMemory) {
      throw new UncheckedIOException(neverInMemory);
    }
  }

  private static JsonValue value(Object content) {
    if (content == null) {
      return JsonValue.NULL;
    }
    if (content instanceof Boolean truth) {
      return truth ? JsonValue.TRUE : JsonValue.FALSE;
    }
    if (content instanceof Integer || content instanceof Long) {
      return Json.createValue(((Number) content).longValue());
    }
    if (content instanceof Map<?, ?> map) {
      return object(map);
    }
    if (content instanceof Collection<?> several) {
      return array(several);
    }
    return content instanceof Record whole
        ? object(components(whole))
        : Json.createValue(content instanceof Enum<?> code ? code.name() : content.toString());
  }

  private static JsonValue object(Map<?, ?> members) {
    JsonObjectBuilder object = Json.createObjectBuilder();
    members.forEach(
        (name, member) -> {
          JsonValue value = value(member);
          if (!empty(value)) {
            object.add(name instanceof Enum<?> code ? code.name() : name.toString(), value);
          }
        });
    return object.build();
  }

  private static JsonValue array(Collection<?> several) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    Stream<JsonValue> values = several.stream().map(CanonicalContent::value);
    (several instanceof Set
            ? values.sorted((a, b) -> a.toString().compareTo(b.toString()))
            : values)
        .forEach(array::add);
    return array.build();
  }

  private static Map<String, Object> components(Record whole) {
    Map<String, Object> components = new LinkedHashMap<>();
    try {
      for (RecordComponent component : whole.getClass().getRecordComponents()) {
        var accessor = component.getAccessor();
        accessor.setAccessible(true); // the record may be private to its package
        components.put(component.getName(), accessor.invoke(whole));
      }
    } catch (ReflectiveOperationException brokenRecord) {
      throw new IllegalStateException(brokenRecord);
    }
    return components;
  }

  private static boolean empty(JsonValue value) {
    return switch (value.getValueType()) {
      case NULL -> true;
      case OBJECT -> value.asJsonObject().isEmpty();
      case ARRAY -> value.asJsonArray().isEmpty();
      case STRING -> value.toString().equals("\"\"");
      default -> false;
    };
  }
}
