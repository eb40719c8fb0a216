package uk.concordat.api;

import jakarta.json.JsonObject;
import java.util.TreeSet;
import uk.concordat.incident.Account;
import uk.concordat.incident.IncidentPage;
import uk.concordat.incident.IncidentSummary;
import uk.concordat.incident.IncidentView;
import uk.concordat.incident.Place;
import uk.concordat.incident.Recording;
import uk.concordat.incident.Suspect;

/** Renders incidents: the parts this caller may see; a part that is withheld is left out. */
final class IncidentWriter {
  private IncidentWriter() {}

  static JsonObject write(IncidentView view) {
    var json =
        new JsonOut()
            .put("reference", view.reference())
            .put("state", view.state())
            .put("agency", view.agency())
            .put("origin", view.origin())
            .texts("strands", new TreeSet<>(view.strands()))
            .texts("others", view.others());
    if (view.account() != null) {
      account(json, view.account());
    }
    return json.put("repeatLinked", (Boolean) view.repeatLinked())
        .put("person", view.person() == null ? null : ContentWriter.person(view.person()))
        .put("suspect", view.suspect().named() ? suspect(view.suspect()) : null)
        .texts("referrals", view.referrals())
        .put("recordings", JsonOut.array(view.recordings(), IncidentWriter::recording))
        .put("createdAt", view.createdAt())
        .put("loggedAt", view.loggedAt())
        .build();
  }

  private static void account(JsonOut json, Account account) {
    json.put("category", account.category())
        .put("narrative", account.narrative())
        .put("occurred", ContentWriter.occurrence(account.occurred()))
        .put("place", place(account.place()))
        .texts("perceivedBy", account.perceivedBy())
        .put("repeat", account.repeat())
        .put("escalation", account.escalation());
  }

  private static JsonObject suspect(Suspect suspect) {
    return new JsonOut()
        .put("name", suspect.name())
        .put("dateOfBirth", suspect.dateOfBirth())
        .put("description", suspect.description())
        .build();
  }

  private static JsonObject recording(Recording recording) {
    return new JsonOut()
        .put("decision", recording.decision())
        .put("regime", recording.regime())
        .texts("tests", recording.tests())
        .put("rationale", recording.rationale())
        .put("reviewOn", recording.reviewOn())
        .put("by", recording.by())
        .put("role", recording.role())
        .put("at", recording.at())
        .build();
  }

  private static JsonObject place(Place place) {
    return new JsonOut()
        .put("locationType", place.locationType())
        .put("address", place.address())
        .put("postcode", place.postcode())
        .put("uprn", place.uprn())
        .put("ward", place.ward())
        .put("platform", place.platform())
        .build();
  }

  static JsonObject write(IncidentPage page) {
    return new JsonOut()
        .put("items", JsonOut.array(page.incidents(), IncidentWriter::item))
        .build();
  }

  private static JsonObject item(IncidentSummary row) {
    return new JsonOut()
        .put("reference", row.reference())
        .put("state", row.state())
        .put("origin", row.origin())
        .texts("strands", new TreeSet<>(row.strands()))
        .put("category", row.category())
        .put("repeat", row.repeat())
        .put("repeatLinked", (Boolean) row.repeatLinked())
        .put("personKnown", row.personKnown())
        .put("name", row.name())
        .put("loggedAt", row.loggedAt())
        .build();
  }
}
