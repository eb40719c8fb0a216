package uk.concordat.referral;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import uk.concordat.access.DataClass;

/**
 * One thing that happened to a referral, as its reader may see it: people by role and agency, never
 * by name.
 *
 * @param id of what it tells of; breaks ties of time
 * @param agency that did it
 * @param role of whoever did it; null where the agency did
 * @param classes of the record, of which it shows something
 * @param own classes of the work that the reader's agency does on it, of which it shows something
 * @param details codes and words by name, such as {@code reason}; what is withheld or was not said
 *     is not there
 */
public record TimelineEntry(
    UUID id,
    Instant at,
    TimelineKind kind,
    String agency,
    String role,
    List<DataClass> classes,
    List<DataClass> own,
    Map<String, String> details) {

  /** Keeps the details that are there, in their order. */
  public TimelineEntry {
    classes = List.copyOf(classes);
    own = List.copyOf(own);
    Map<String, String> kept = new LinkedHashMap<>();
    details.forEach(
        (name, text) -> {
          if (text != null) {
            kept.put(name, text);
          }
        });
    details = Collections.unmodifiableMap(kept);
  }

  /** Of what both agencies see. */
  public TimelineEntry(
      UUID id,
      Instant at,
      TimelineKind kind,
      String agency,
      String role,
      List<DataClass> classes,
      Map<String, String> details) {
    this(id, at, kind, agency, role, classes, List.of(), details);
  }

  /** All classes of which it shows something, each once. */
  public List<DataClass> shown() {
    return Stream.concat(classes.stream(), own.stream()).distinct().toList();
  }

  /** A detail; null where it is not there. */
  public String detail(String name) {
    return details.get(name);
  }
}
