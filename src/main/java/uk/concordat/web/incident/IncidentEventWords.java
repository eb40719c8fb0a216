package uk.concordat.web.incident;

import java.util.List;
import uk.concordat.incident.Ground;
import uk.concordat.incident.IncidentEvent;
import uk.concordat.web.referral.TimelineRow;
import uk.concordat.web.referral.TimelineRow.Line;
import uk.concordat.web.referral.Words;

/**
 * Says in words what happened to an incident.
 *
 * @param words for agencies and roles
 */
record IncidentEventWords(Words words, IncidentEvent event) {

  /** The entry, as it is read. */
  TimelineRow row() {
    String who =
        event.role() == null
            ? words.agency(event.agency())
            : words.who(event.role(), event.agency());
    return new TimelineRow(event.at(), heading(), who, lines(), event.detail("text"));
  }

  private String heading() {
    return switch (event.kind()) {
      case LOGGED -> "Logged";
      case LINKED ->
          (event.detail("verdict").equals("CONFIRMED")
                  ? "Belongs together with "
                  : "Does not belong together with ")
              + event.detail("incident");
      case RECORDED -> "Recorded by the police: " + label();
      case NAME_PROPOSED -> "Somebody said who was harmed";
      case NAME_DECIDED ->
          event.detail("verdict").equals("CONFIRMED")
              ? "The person was named"
              : "A name was not confirmed";
      case REFERRED -> "Referral " + event.detail("referral") + " started from it";
      case SHARED ->
          "Shared with "
              + words.agency(event.detail("to"))
              + " as referral "
              + event.detail("referral");
    };
  }

  /** An option that nobody lists any more is named by its code. */
  private String label() {
    String label = event.detail("label");
    return label == null ? event.detail("decision") : label;
  }

  private List<Line> lines() {
    return switch (event.kind()) {
      case LINKED -> List.of(new Line("In common", Ground.valueOf(event.detail("ground")).label()));
      case RECORDED -> List.of(new Line("Under", event.detail("regime")));
      case LOGGED, NAME_PROPOSED, NAME_DECIDED, REFERRED, SHARED -> List.of();
    };
  }
}
