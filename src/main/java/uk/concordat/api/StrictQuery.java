package uk.concordat.api;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;

/**
 * The query of an address, read strictly: a parameter that is misspelt or given twice must not
 * widen what is asked for. What is wrong is collected.
 */
final class StrictQuery {
  private static final int MOST = 100;

  private final MultivaluedMap<String, String> given;
  private final List<FieldError> errors = new ArrayList<>();

  StrictQuery(MultivaluedMap<String, String> given, Set<String> known) {
    this.given = given;
    given.forEach(
        (name, values) -> {
          if (!known.contains(name)) {
            wrong(name.substring(0, Math.min(name.length(), MOST)), "unknown-parameter");
          } else if (values.size() > 1) {
            wrong(name, "repeated");
          }
        });
  }

  /**
   * A parameter; null where it is not given, or wrong.
   *
   * @param otherwise the code for a text that cannot be read
   * @param reading throws {@link IllegalArgumentException} or {@link DateTimeException} for it
   */
  <T> T value(String name, String otherwise, Function<String, T> reading) {
    String text = given.getFirst(name);
    if (text == null) {
      return null;
    }
    try {
      return reading.apply(text);
    } catch (IllegalArgumentException | DateTimeException unreadable) {
      wrong(name, otherwise);
      return null;
    }
  }

  /** A text of a certain shape. */
  String shaped(String name, String shape, String otherwise) {
    return value(
        name,
        otherwise,
        text -> {
          if (!text.matches(shape)) {
            throw new IllegalArgumentException(name);
          }
          return text;
        });
  }

  /** {@code true} or {@code false}. */
  Boolean truth(String name) {
    String text = shaped(name, "true|false", "invalid");
    return text == null ? null : Boolean.valueOf(text);
  }

  boolean lacks(String name) {
    return given.getFirst(name) == null;
  }

  void wrong(String name, String code) {
    errors.add(new FieldError(name, code));
  }

  void throwIfAny() {
    if (!errors.isEmpty()) {
      throw new InvalidInput(errors);
    }
  }
}
