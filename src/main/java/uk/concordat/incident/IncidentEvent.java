package uk.concordat.incident;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import uk.concordat.access.DataClass;

/**
 * One thing that happened to an incident, as its reader may see it: people by role and agency,
 * never by name.
 *
 * @param id of what it tells of; with {@code at} it names an entry
 * @param agency that did it
 * @param role of whoever did it; null where that is not kept
 * @param classes of which it shows something
 * @param details codes and words by name; what was not said is not there
 */
public record IncidentEvent(
    UUID id,
    Instant at,
    Kind kind,
    String agency,
    String role,
    List<DataClass> classes,
    Map<String, String> details) {

  /** What kind of thing. */
  public enum Kind {
    /** It was logged. */
    LOGGED,
    /** Somebody decided whether it belongs together with another one. */
    LINKED,
    /** The police decided how it is recorded. */
    RECORDED,
    /** Somebody said who was harmed in it, which nobody knew before. */
    NAME_PROPOSED,
    /** That was confirmed or declined. */
    NAME_DECIDED,
    /** A referral was started from it. */
    REFERRED,
    /** That referral went to another agency. */
    SHARED
  }

  /** Keeps the details that are there, in their order. */
  public IncidentEvent {
    classes = List.copyOf(classes);
    Map<String, String> kept = new LinkedHashMap<>(details);
    kept.values().removeIf(Objects::isNull);
    details = Collections.unmodifiableMap(kept);
  }

  /** A detail; null where it is not there. */
  public String detail(String name) {
    return details.get(name);
  }
}
