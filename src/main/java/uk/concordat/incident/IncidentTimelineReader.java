package uk.concordat.incident;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import uk.concordat.access.DataClass;

/**
 * Who reads the timeline of an incident.
 *
 * @param shown the classes of it that they see
 * @param links whether their role decides what belongs together
 * @param names whether their role says who was harmed
 */
record IncidentTimelineReader(Set<DataClass> shown, boolean links, boolean names) {
  IncidentTimelineReader {
    shown = Set.copyOf(shown);
  }

  /** What they may know that two incidents have in common. */
  List<Ground> grounds() {
    return links
        ? Arrays.stream(Ground.values())
            .filter(ground -> shown.contains(ground.dataClass()))
            .toList()
        : List.of();
  }

  /** The kinds of things that they may know of besides those and that it was logged. */
  Set<IncidentEvent.Kind> kinds() {
    Set<IncidentEvent.Kind> kinds =
        EnumSet.of(IncidentEvent.Kind.REFERRED, IncidentEvent.Kind.SHARED);
    if (shown.contains(DataClass.D5)) {
      kinds.add(IncidentEvent.Kind.RECORDED);
    }
    if (names && shown.contains(DataClass.D2)) {
      kinds.add(IncidentEvent.Kind.NAME_PROPOSED);
      kinds.add(IncidentEvent.Kind.NAME_DECIDED);
    }
    return kinds;
  }
}
