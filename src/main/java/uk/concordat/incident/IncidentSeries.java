package uk.concordat.incident;

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
  /** Copies the lists. */
  public IncidentSeries {
    members = List.copyOf(members);
    decisions = List.copyOf(decisions);
    proposals = List.copyOf(proposals);
  }
}
