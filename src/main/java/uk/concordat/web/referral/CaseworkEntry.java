package uk.concordat.web.referral;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import uk.concordat.casework.Measure;
import uk.concordat.casework.RiskLevel;
import uk.concordat.kernel.Strand;
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
      case CRIME_CORRECTED -> {
        details.put("Recorded on", day("recordedOn"));
        details.put("Number before", entry.detail("formerReference"));
        details.put("Recorded on, before", day("formerRecordedOn"));
        details.put("Force told, before", day("formerReportedOn"));
        details.put(
            "Offence before", words.label("offence-class", entry.detail("formerOffenceClass")));
        details.put("Home Office class before", entry.detail("formerHomeOfficeClass"));
        details.put("Offence code before", entry.detail("formerOffenceCode"));
        details.put("Hate before", strands());
      }
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

  /** On what it was hate before; null where that did not change. */
  private String strands() {
    String strands = entry.detail("formerStrands");
    if (strands == null) {
      return null;
    }
    return strands.isEmpty()
        ? "On nothing"
        : Arrays.stream(strands.split(","))
            .map(code -> Strand.valueOf(code).label())
            .collect(Collectors.joining(", "));
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
