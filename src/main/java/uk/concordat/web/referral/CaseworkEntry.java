package uk.concordat.web.referral;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import uk.concordat.casework.Measure;
import uk.concordat.casework.RiskLevel;
import uk.concordat.kernel.Urgency;
import uk.concordat.referral.TimelineEntry;
import uk.concordat.web.London;

/**
 * Says in words what a timeline tells of the work of the police.
 *
 * @param words for roles and lists
 */
record CaseworkEntry(Words words, TimelineEntry entry) {

  String heading() {
    return switch (entry.kind()) {
      case CRIME -> "Crime recorded: " + entry.detail("reference");
      case CRIME_CORRECTED -> "Crime corrected: " + entry.detail("reference");
      case TRIAGE -> "Triaged";
      case RISK -> "Risk assessed: " + RiskLevel.valueOf(entry.detail("level")).label();
      case PLAN -> "Safety plan: measure " + (entry.detail("status") == null ? "added" : "changed");
      case CONTACT_OFFICER ->
          "Contact for the person harmed: " + words.who(entry.detail("toRole"), entry.agency());
      default -> throw new IllegalArgumentException(entry.kind().name());
    };
  }

  /** What stands beneath, by label; null where it was not said. */
  Map<String, String> details() {
    Map<String, String> details = new LinkedHashMap<>();
    switch (entry.kind()) {
      case CRIME -> {
        details.put("Recorded on", day("recordedOn"));
        details.put("Offence", words.label("offence-class", entry.detail("offenceClass")));
      }
      case CRIME_CORRECTED ->
          details.put("Before", words.label("offence-class", entry.detail("offenceClass")));
      case TRIAGE -> {
        details.put("Perceived as hate", "YES".equals(entry.detail("hateRelated")) ? "Yes" : "No");
        details.put("Urgency", Urgency.valueOf(entry.detail("urgency")).label());
        details.put("What is next", words.label("triage-next-step", entry.detail("nextStep")));
      }
      case RISK -> details.put("Looked at again", day("reviewOn"));
      case PLAN -> {
        details.put("Measure", words.label("measure-kind", entry.detail("measure")));
        details.put("What became of it", status());
        details.put("Why, or how", entry.detail("outcome"));
      }
      default -> {} // its heading says it all
    }
    return details;
  }

  private String status() {
    String status = entry.detail("status");
    return status == null ? null : Measure.Status.valueOf(status).label();
  }

  private String day(String name) {
    String day = entry.detail(name);
    return day == null ? null : London.date(LocalDate.parse(day));
  }
}
