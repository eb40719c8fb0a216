package uk.concordat.api;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The query of an address that needs whole numbers and takes nothing else. */
final class Numbers {
  private static final String SHAPE = "\\d{1,18}";

  private final Map<String, Long> numbers = new HashMap<>();

  Numbers(MultivaluedMap<String, String> given, String... names) {
    var query = new StrictQuery(given, Set.of(names));
    for (String name : names) {
      if (query.lacks(name)) {
        query.wrong(name, "required");
      }
      String number = query.shaped(name, SHAPE, "invalid");
      numbers.put(name, number == null ? null : Long.valueOf(number));
    }
    query.throwIfAny();
  }

  long get(String name) {
    return numbers.get(name);
  }
}
