package uk.concordat.casework;

import java.util.List;
import java.util.Map;

/**
 * The lines of a count: type 0 is none of them, and an "of which" type is counted in its parent and
 * said again below it, never added to it (domain.md 2.1).
 *
 * @param types in their order
 * @param counts how often each type stands
 */
record OutcomeTable(List<PoliceOutcomeType> types, Map<String, Long> counts) {

  List<OutcomeCounts.Line> lines() {
    return types.stream()
        .filter(type -> !type.type().equals(PoliceOutcomeType.NOT_ASSIGNED))
        .map(
            type ->
                new OutcomeCounts.Line(
                    type.type(), type.label(), type.group(), type.parent(), count(type)))
        .toList();
  }

  long total() {
    return lines().stream()
        .filter(line -> line.ofWhich() == null)
        .mapToLong(OutcomeCounts.Line::count)
        .sum();
  }

  private long count(PoliceOutcomeType type) {
    long parts =
        types.stream()
            .filter(other -> type.type().equals(other.parent()))
            .mapToLong(other -> of(other.type()))
            .sum();
    return of(type.type()) + parts;
  }

  private long of(String type) {
    return counts.getOrDefault(type, 0L);
  }
}
