package uk.concordat.web.referral;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import uk.concordat.prosecution.Consent;
import uk.concordat.prosecution.ReviewMove;
import uk.concordat.prosecution.ReviewState;
import uk.concordat.referral.TimelineEntry;
import uk.concordat.web.London;

/** Says in words what a timeline tells of the file for prosecutors. */
record FileEntry(TimelineEntry entry) {

  String heading() {
    return switch (entry.kind()) {
      case REVIEW -> "File for prosecutors: " + ReviewState.valueOf(entry.detail("state")).label();
      case DECISION ->
          "Prosecutors decided: " + ReviewMove.valueOf(entry.detail("decision")).label();
      case CONSENT ->
          "Attorney General’s consent: " + Consent.Status.valueOf(entry.detail("consent")).label();
      case CARRIED_OUT ->
          "SUSPECT_CHARGED".equals(entry.detail("event"))
              ? "The police charged"
              : "The police dealt with it out of court";
      default -> throw new IllegalArgumentException(entry.kind().name());
    };
  }

  /** What stands beneath, by label; null where it was not said. */
  Map<String, String> details() {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("Defendant", entry.detail("defendant"));
    String on = entry.detail("on");
    details.put("On", on == null ? null : London.date(LocalDate.parse(on)));
    return details;
  }
}
