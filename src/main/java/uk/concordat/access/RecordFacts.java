package uk.concordat.access;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.concordat.caller.Caller;

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

  /**
   * The agreements under which this caller was shown what they were shown: what reached their
   * agency from the other one. An emergency goes under none.
   */
  public Set<String> agreements(Caller caller, Access access, Set<DataClass> shown, Instant now) {
    boolean sent = caller.agency().equals(participation.fromAgency());
    String giver = sent ? participation.toAgency() : participation.fromAgency();
    Set<DataClass> crossed =
        shown.stream()
            .filter(one -> !sent || one == DataClass.D16)
            .filter(one -> access.why(one) != Why.BREAK_GLASS)
            .collect(Collectors.toSet());
    Set<String> purposes =
        Stream.concat(
                Stream.ofNullable(participation.purpose()),
                grants.stream().map(Grant::purpose).filter(Objects::nonNull))
            .collect(Collectors.toSet());
    return flows.stream()
        .filter(flow -> flow.lets(crossed))
        .filter(
            flow ->
                purposes.stream().anyMatch(one -> flow.covers(giver, caller.agency(), one, now)))
        .map(Flow::code)
        .collect(Collectors.toSet());
  }

  boolean flows(DataClass dataClass, String from, String to, String purpose, Instant now) {
    return flows.stream()
        .anyMatch(
            flow -> flow.dataClasses().contains(dataClass) && flow.covers(from, to, purpose, now));
  }
}
