package uk.concordat.casework;

import java.util.List;

/**
 * The plan for the safety of the person harmed, as far as the caller sees it.
 *
 * @param reference of the referral
 * @param version what a change must name
 * @param measures in their order
 * @param keeps whether the caller could change it now
 */
public record SafetyPlan(String reference, String version, List<Measure> measures, boolean keeps) {
  /** Copies the measures. */
  public SafetyPlan {
    measures = List.copyOf(measures);
  }

  /** What the person harmed may read, without what was not done. */
  public List<Measure> readable() {
    return measures.stream()
        .filter(measure -> measure.readable() && measure.status() != Measure.Status.NOT_DONE)
        .toList();
  }
}
