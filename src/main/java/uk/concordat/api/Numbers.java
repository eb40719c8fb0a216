package uk.concordat.api;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;

/** The query of an address that takes whole numbers, each of them once, and nothing else. */
final class Numbers {
  private static final String SHAPE = "\\d{1,18}";

  private final Map<String, Long> numbers = new HashMap<>();

  Numbers(MultivaluedMap<String, String> given, String... names) {
    List<FieldError> errors = new ArrayList<>();
    Set<String> known = Set.of(names);
    given.keySet().stream()
        .filter(name -> !known.contains(name))
        .forEach(
            name ->
                errors.add(
                    new FieldError(
                        name.substring(0, Math.min(name.length(), 100)), "unknown-parameter")));
    for (String name : names) {
      List<String> values = given.getOrDefault(name, List.of());
      if (values.size() == 1 && values.get(0).matches(SHAPE)) {
        numbers.put(name, Long.valueOf(values.get(0)));
      } else {
        errors.add(new FieldError(name, values.isEmpty() ? "required" : "invalid"));
      }
    }
    if (!errors.isEmpty()) {
      throw new InvalidInput(errors);
    }
  }

  long get(String name) {
    return numbers.get(name);
  }
}
