package uk.concordat.incident;

import java.util.List;
import uk.concordat.referral.TimelineCursor;

/**
 * A page of what happened to an incident.
 *
 * @param incident its reference
 * @param next where the page after begins; null where there is none
 */
public record IncidentTimelineView(
    String incident, List<IncidentEvent> events, TimelineCursor next) {
  /** Copies the events. */
  public IncidentTimelineView {
    events = List.copyOf(events);
  }
}
