package uk.concordat.api;

import jakarta.json.JsonObject;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.TreeSet;
import uk.concordat.referral.Compartment;
import uk.concordat.referral.Footing;
import uk.concordat.referral.Further;
import uk.concordat.referral.Incident;
import uk.concordat.referral.Needs;
import uk.concordat.referral.Occurrence;
import uk.concordat.referral.Person;
import uk.concordat.referral.ReferralContent;

/** Renders what a sender filled in, in the shape that {@link ContentReader} reads. */
final class ContentWriter {
  private ContentWriter() {}

  static JsonObject write(ReferralContent content) {
    var json =
        new JsonOut()
            .put("to", content.to())
            .put("urgency", content.urgency())
            .texts("strands", new TreeSet<>(content.strands()))
            .put("incident", incident(content.incident()))
            .put("person", person(content.person()))
            .put("needs", needs(content.needs()));
    further(json, content.further());
    return json.put("footing", footing(content.footing())).build();
  }

  /** Adds each compartment in which something stands. */
  static void further(JsonOut json, Further further) {
    for (Compartment compartment : further.held()) {
      var part = new JsonOut();
      for (Compartment.Field field : compartment.fields()) {
        part.put(field.name(), further.text(compartment, field.name()));
      }
      json.put(compartment.key(), part.build());
    }
  }

  static JsonObject incident(Incident incident) {
    return new JsonOut()
        .put("category", incident.category())
        .put("narrative", incident.narrative())
        .put("occurred", occurrence(incident.occurred()))
        .put("locationType", incident.locationType())
        .put("place", incident.place())
        .put("postcode", incident.postcode())
        .texts("perceivedBy", incident.perceivedBy())
        .build();
  }

  static JsonObject occurrence(Occurrence occurrence) {
    return new JsonOut()
        .put("fromDate", occurrence.fromDate())
        .put("fromTime", time(occurrence.fromTime()))
        .put("toDate", occurrence.toDate())
        .put("toTime", time(occurrence.toTime()))
        .build();
  }

  private static String time(LocalTime time) {
    return time == null ? null : DateTimeFormatter.ofPattern("HH:mm").format(time);
  }

  static JsonObject person(Person person) {
    return new JsonOut()
        .put("known", person.known())
        .put("name", person.name())
        .put("dateOfBirth", person.dateOfBirth())
        .put("address", person.address())
        .build();
  }

  static JsonObject needs(Needs needs) {
    return new JsonOut()
        .put("contactMethod", needs.contactMethod())
        .put("contactDetail", needs.contactDetail())
        .put("contactSafety", needs.contactSafety())
        .put("communication", needs.communication())
        .put("wish", needs.wish())
        .put("overrideReason", needs.overrideReason())
        .put("told", needs.told())
        .put("notToldReason", needs.notToldReason())
        .put("confidentiality", needs.confidentiality())
        .put("injury", needs.injury())
        .build();
  }

  static JsonObject footing(Footing footing) {
    return new JsonOut()
        .put("purpose", footing.purpose())
        .put("lawfulBasis", footing.lawfulBasis())
        .put("condition", footing.condition())
        .build();
  }
}
