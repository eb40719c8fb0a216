package uk.concordat.incident;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What belongs together with an incident, as far as the reader sees it.
 *
 * @param members references of the others of its series, oldest first
 * @param decisions on pairs of which it is one, newest first
 * @param proposals on which nobody has decided, newest first
 */
public record IncidentSeries(
    List<String> members, List<LinkDecision> decisions, List<LinkProposal> proposals) {
  /** The version that a decision must name: when the last one was made. */
  public String version() {
    return decisions.isEmpty()
        ? "0"
        : Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, decisions.get(0).at()));
  }

  /** The decision that stands on another incident and a ground, or null. */
  LinkDecision standing(String other, Ground ground) {
    return decisions.stream()
        .filter(each -> each.standing() && each.ground() == ground && each.other().equals(other))
        .findFirst()
        .orElse(null);
  }

  /** Copies the lists. */
  public IncidentSeries {
    members = List.copyOf(members);
    decisions = List.copyOf(decisions);
    proposals = List.copyOf(proposals);
  }
}
