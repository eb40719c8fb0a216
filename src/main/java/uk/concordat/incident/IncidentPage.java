package uk.concordat.incident;

import java.util.List;

/**
 * A page of a list.
 *
 * @param previous cursor of the page before, or null on the first
 * @param next cursor of the page after, or null on the last
 */
public record IncidentPage(List<IncidentSummary> incidents, String previous, String next) {
  /** Copies the rows. */
  public IncidentPage {
    incidents = List.copyOf(incidents);
  }
}
