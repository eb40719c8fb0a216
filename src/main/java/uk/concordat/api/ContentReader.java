package uk.concordat.api;

import jakarta.json.JsonObject;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.Strand;
import uk.concordat.kernel.Urgency;
import uk.concordat.referral.Compartment;
import uk.concordat.referral.Footing;
import uk.concordat.referral.Further;
import uk.concordat.referral.Incident;
import uk.concordat.referral.Needs;
import uk.concordat.referral.Occurrence;
import uk.concordat.referral.Person;
import uk.concordat.referral.ReferralContent;

/** Reads what a sender fills in; every property may be missing or null. */
final class ContentReader {
  private ContentReader() {}

  /**
   * @throws InvalidInput with every property that is unknown or has a wrong type or shape
   */
  static ReferralContent read(JsonObject json) {
    var fields = new Fields(json);
    var content =
        new ReferralContent(
            fields.text("to"),
            urgency(fields),
            strands(fields),
            incident(fields.object("incident")),
            person(fields.object("person")),
            needs(fields.object("needs")),
            further(fields),
            footing(fields.object("footing")));
    fields.end();
    fields.throwIfAny();
    return content;
  }

  private static Urgency urgency(Fields fields) {
    String code = fields.text("urgency");
    return Arrays.stream(Urgency.values())
        .filter(urgency -> urgency.name().equals(code))
        .findFirst()
        .orElseGet(
            () -> {
              if (code != null) {
                fields.wrong("urgency", "unknown");
              }
              return Urgency.STANDARD;
            });
  }

  static Set<Strand> strands(Fields fields) {
    var strands = EnumSet.noneOf(Strand.class);
    for (String code : fields.texts("strands")) {
      Arrays.stream(Strand.values())
          .filter(strand -> strand.name().equals(code))
          .findFirst()
          .ifPresentOrElse(strands::add, () -> fields.wrong("strands", "unknown"));
    }
    return strands;
  }

  private static Incident incident(Fields fields) {
    var incident =
        new Incident(
            fields.text("category"),
            fields.text("narrative"),
            occurrence(fields.object("occurred")),
            fields.text("locationType"),
            fields.text("place"),
            fields.text("postcode"),
            fields.texts("perceivedBy"));
    fields.end();
    return incident;
  }

  static Occurrence occurrence(Fields fields) {
    var occurrence =
        new Occurrence(
            fields.date("fromDate"),
            fields.time("fromTime"),
            fields.date("toDate"),
            fields.time("toTime"));
    fields.end();
    return occurrence;
  }

  static Person person(Fields fields) {
    var person =
        new Person(
            fields.flag("known"),
            fields.text("name"),
            fields.date("dateOfBirth"),
            fields.text("address"));
    fields.end();
    return person;
  }

  private static Needs needs(Fields fields) {
    var needs =
        new Needs(
            fields.text("contactMethod"),
            fields.text("contactDetail"),
            fields.text("contactSafety"),
            fields.text("communication"),
            fields.text("wish"),
            fields.text("overrideReason"),
            fields.flag("told"),
            fields.text("notToldReason"),
            fields.text("confidentiality"),
            fields.text("injury"));
    fields.end();
    return needs;
  }

  private static Further further(Fields fields) {
    Map<Compartment, Map<String, String>> parts = new EnumMap<>(Compartment.class);
    for (Compartment compartment : Compartment.values()) {
      parts.put(compartment, part(fields.object(compartment.key()), compartment));
    }
    return new Further(parts);
  }

  private static Map<String, String> part(Fields fields, Compartment compartment) {
    Map<String, String> texts = new HashMap<>();
    for (Compartment.Field field : compartment.fields()) {
      texts.put(
          field.name(),
          field.kind() == Compartment.Kind.DAY
              ? Objects.toString(fields.date(field.name()), null)
              : fields.text(field.name()));
    }
    fields.end();
    return texts;
  }

  private static Footing footing(Fields fields) {
    var footing =
        new Footing(fields.text("purpose"), fields.text("lawfulBasis"), fields.text("condition"));
    fields.end();
    return footing;
  }
}
