package uk.concordat.referral;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import uk.concordat.access.DataClass;

/**
 * What stands in the compartments: text by field, days as {@code 2026-11-30}. A field that is empty
 * is not there, nor is a compartment without any.
 */
public record Further(Map<Compartment, Map<String, String>> parts) {
  /** Nothing in any compartment. */
  public static final Further NOTHING = new Further(Map.of());

  /** Copies what is not empty, as it is stored. */
  public Further {
    Map<Compartment, Map<String, String>> filled = new EnumMap<>(Compartment.class);
    parts.forEach(
        (compartment, texts) -> {
          Map<String, String> kept = new LinkedHashMap<>();
          texts.forEach(
              (field, text) -> {
                if (text != null && !text.isBlank()) {
                  kept.put(field, stored(compartment, field, text));
                }
              });
          if (!kept.isEmpty()) {
            filled.put(compartment, Collections.unmodifiableMap(kept));
          }
        });
    parts = Collections.unmodifiableMap(filled);
  }

  private static String stored(Compartment compartment, String field, String text) {
    return compartment.field(field).map(each -> each.kind().stored(text)).orElse(text);
  }

  /** The text of a field; null where there is none. */
  public String text(Compartment compartment, String field) {
    return of(compartment).get(field);
  }

  /** What stands in a compartment; empty where nothing does. */
  public Map<String, String> of(Compartment compartment) {
    return parts.getOrDefault(compartment, Map.of());
  }

  /** The compartments in which something stands. */
  public Set<Compartment> held() {
    Set<Compartment> held = EnumSet.noneOf(Compartment.class);
    held.addAll(parts.keySet());
    return held;
  }

  /** Their data classes. */
  Set<DataClass> classes() {
    Set<DataClass> classes = EnumSet.noneOf(DataClass.class);
    parts.keySet().forEach(compartment -> classes.add(compartment.dataClass()));
    return classes;
  }

  /** The same with something else in a compartment. */
  public Further with(Compartment compartment, Map<String, String> texts) {
    Map<Compartment, Map<String, String>> changed = new EnumMap<>(Compartment.class);
    changed.putAll(parts);
    changed.put(compartment, texts);
    return new Further(changed);
  }
}
