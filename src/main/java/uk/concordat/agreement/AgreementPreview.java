package uk.concordat.agreement;

import java.util.List;

/**
 * What would change: by signing a proposal, or by ending what is in force.
 *
 * @param starts what would newly flow
 * @param stops what would flow no more
 */
public record AgreementPreview(List<FlowChange> starts, List<FlowChange> stops) {
  /** Copies both. */
  public AgreementPreview {
    starts = List.copyOf(starts);
    stops = List.copyOf(stops);
  }
}
