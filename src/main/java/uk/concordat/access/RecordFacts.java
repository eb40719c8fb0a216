package uk.concordat.access;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Everything about a record on which the gate's answer rests.
 *
 * @param participation who takes part in it
 * @param restricted whether only the named people see it
 * @param named those people
 * @param excluded people who must not see it
 * @param grants sight given or taken
 * @param flows what agreements let through between the agencies concerned
 */
public record RecordFacts(
    Participation participation,
    boolean restricted,
    Set<UUID> named,
    Set<UUID> excluded,
    List<Grant> grants,
    List<Flow> flows) {
  /** Copies the collections. */
  public RecordFacts {
    named = Set.copyOf(named);
    excluded = Set.copyOf(excluded);
    grants = List.copyOf(grants);
    flows = List.copyOf(flows);
  }

  boolean flows(DataClass dataClass, String from, String to, String purpose, Instant now) {
    return flows.stream()
        .anyMatch(
            flow ->
                flow.from().equals(from)
                    && flow.to().equals(to)
                    && flow.dataClasses().contains(dataClass)
                    && flow.purposes().contains(purpose)
                    && flow.valid().contains(now));
  }
}
