package uk.concordat.api;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import uk.concordat.audit.Verb;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.oversight.TrailCursor;
import uk.concordat.oversight.TrailQuery;

/** Reads the query of a page of the ledger strictly: what is misspelt must not widen it. */
final class TrailParameters {
  private static final int USUAL = 25;
  private static final int MOST = 100;

  private final MultivaluedMap<String, String> given;
  private final List<FieldError> errors = new ArrayList<>();

  TrailParameters(MultivaluedMap<String, String> given, Set<String> known) {
    this.given = given;
    given.forEach(
        (name, values) -> {
          if (!known.contains(name)) {
            wrong(name.substring(0, Math.min(name.length(), 100)), "unknown-parameter");
          } else if (values.size() > 1) {
            wrong(name, "repeated");
          }
        });
  }

  /** All that may narrow it. */
  TrailQuery query() {
    var query =
        new TrailQuery(
            value("actor", UUID::fromString),
            value("verb", Verb::valueOf),
            value("permitted", TrailParameters::truth),
            value("record", UUID::fromString),
            value("since", Instant::parse),
            value("until", Instant::parse),
            cursor(),
            limit());
    throwIfAny();
    return query;
  }

  TrailCursor cursor() {
    return value("cursor", text -> TrailCursor.parse(text).orElseThrow(NumberFormatException::new));
  }

  int limit() {
    Integer limit = value("limit", Integer::valueOf);
    if (limit != null && (limit < 1 || limit > MOST)) {
      wrong("limit", "invalid");
    }
    return limit == null ? USUAL : limit;
  }

  void throwIfAny() {
    if (!errors.isEmpty()) {
      throw new InvalidInput(errors);
    }
  }

  private <T> T value(String name, Function<String, T> reading) {
    String text = given.getFirst(name);
    if (text == null) {
      return null;
    }
    try {
      return reading.apply(text);
    } catch (IllegalArgumentException | DateTimeException unreadable) {
      wrong(name, "invalid");
      return null;
    }
  }

  private static Boolean truth(String text) {
    if (!text.matches("true|false")) {
      throw new IllegalArgumentException();
    }
    return Boolean.valueOf(text);
  }

  private void wrong(String name, String code) {
    errors.add(new FieldError(name, code));
  }
}
