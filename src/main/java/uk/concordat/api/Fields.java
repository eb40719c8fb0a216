package uk.concordat.api;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;

/**
 * Reads the properties of a JSON object strictly. What is missing or null is null; what is wrong is
 * collected, and {@link #end} adds every property that nobody asked for.
 */
final class Fields {
  private final JsonObject object;
  private final String path;
  private final List<FieldError> errors;
  private final Set<String> known = new HashSet<>();

  Fields(JsonObject object) {
    this(object, "", new ArrayList<>());
  }

  private Fields(JsonObject object, String path, List<FieldError> errors) {
    this.object = object;
    this.path = path;
    this.errors = errors;
  }

  String text(String name) {
    return value(name).map(value -> text(name, value)).orElse(null);
  }

  Boolean flag(String name) {
    return value(name)
        .filter(value -> is(name, value == JsonValue.TRUE || value == JsonValue.FALSE))
        .map(value -> value == JsonValue.TRUE)
        .orElse(null);
  }

  /** A whole number; one that is out of the way is {@code out-of-range}. */
  Integer whole(String name) {
    return value(name)
        .filter(value -> is(name, value instanceof JsonNumber number && number.isIntegral()))
        .map(value -> ((JsonNumber) value).bigIntegerValueExact())
        .filter(
            number -> {
              if (number.bitLength() > 31) {
                wrong(name, "out-of-range");
              }
              return number.bitLength() <= 31;
            })
        .map(BigInteger::intValue)
        .orElse(null);
  }

  LocalDate date(String name) {
    return parsed(name, "\\d{4}-\\d{2}-\\d{2}", LocalDate::parse);
  }

  LocalTime time(String name) {
    return parsed(name, "\\d{2}:\\d{2}", LocalTime::parse);
  }

  /** Each text once, in the order given; empty where there are none. */
  List<String> texts(String name) {
    return value(name)
        .filter(value -> is(name, value instanceof JsonArray))
        .map(value -> value.asJsonArray().stream().map(item -> text(name, item)).toList())
        .map(texts -> texts.stream().filter(text -> text != null).distinct().toList())
        .orElse(List.of());
  }

  Fields object(String name) {
    JsonObject inner =
        value(name)
            .filter(value -> is(name, value instanceof JsonObject))
            .map(JsonValue::asJsonObject)
            .orElse(JsonValue.EMPTY_JSON_OBJECT);
    return new Fields(inner, field(name) + ".", errors);
  }

  /** Each object of a list, in the order given; empty where there are none. */
  List<Fields> objects(String name) {
    List<JsonValue> items =
        value(name)
            .filter(value -> is(name, value instanceof JsonArray))
            .map(value -> List.copyOf(value.asJsonArray()))
            .orElse(List.of());
    List<Fields> objects = new ArrayList<>();
    for (JsonValue item : items) {
      if (is(name, item instanceof JsonObject)) {
        String at = field(name) + "." + objects.size() + ".";
        objects.add(new Fields(item.asJsonObject(), at, errors));
      }
    }
    return objects;
  }

  /** One of our constants by its name. */
  <E extends Enum<E>> E constant(E[] values, String name) {
    String code = text(name);
    E found = Arrays.stream(values).filter(one -> one.name().equals(code)).findFirst().orElse(null);
    if (code != null && found == null) {
      wrong(name, "unknown");
    }
    return found;
  }

  /** What it holds, where anything may be a name. */
  Set<String> names() {
    return object.keySet();
  }

  /** An object as it is; empty where there is none. */
  JsonObject json(String name) {
    return value(name)
        .filter(value -> is(name, value instanceof JsonObject))
        .map(JsonValue::asJsonObject)
        .orElse(JsonValue.EMPTY_JSON_OBJECT);
  }

  void wrong(String name, String code) {
    errors.add(new FieldError(field(name), code));
  }

  /** Nothing else may be in it. */
  void end() {
    object.keySet().stream()
        .filter(name -> !known.contains(name))
        .forEach(
            name -> wrong(name.substring(0, Math.min(name.length(), 100)), "unknown-property"));
  }

  /**
   * @throws InvalidInput with everything that is wrong here and in the objects inside
   */
  void throwIfAny() {
    if (!errors.isEmpty()) {
      throw new InvalidInput(errors);
    }
  }

  private <T> T parsed(String name, String shape, Function<String, T> parser) {
    String text = text(name);
    try {
      if (text == null || text.matches(shape)) {
        return text == null ? null : parser.apply(text);
      }
    } catch (DateTimeException noSuchDay) {
      // falls through, like what has another shape
    }
    wrong(name, "invalid");
    return null;
  }

  private String text(String name, JsonValue value) {
    if (!is(name, value instanceof JsonString)) {
      return null;
    }
    String text = ((JsonString) value).getString();
    // Neither can be stored: PostgreSQL has no U+0000, UTF-8 no half of a surrogate pair.
    if (text.codePoints().anyMatch(c -> c == 0 || (c >= 0xd800 && c <= 0xdfff))) {
      wrong(name, "invalid-character");
      return null;
    }
    return text;
  }

  private boolean is(String name, boolean rightType) {
    if (!rightType) {
      wrong(name, "wrong-type");
    }
    return rightType;
  }

  private Optional<JsonValue> value(String name) {
    known.add(name);
    return Optional.ofNullable(object.get(name)).filter(value -> value != JsonValue.NULL);
  }

  private String field(String name) {
    return path + name;
  }
}
