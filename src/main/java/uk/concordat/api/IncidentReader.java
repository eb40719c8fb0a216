package uk.concordat.api;

import jakarta.json.JsonObject;
import uk.concordat.incident.Account;
import uk.concordat.incident.IncidentContent;
import uk.concordat.incident.Place;
import uk.concordat.kernel.InvalidInput;

/** Reads what is written down of an incident; every property may be missing or null. */
final class IncidentReader {
  private IncidentReader() {}

  /**
   * @throws InvalidInput with every property that is unknown or has a wrong type or shape
   */
  static IncidentContent read(JsonObject json) {
    var fields = new Fields(json);
    var content =
        new IncidentContent(
            ContentReader.strands(fields),
            fields.texts("others"),
            account(fields),
            ContentReader.person(fields.object("person")));
    fields.end();
    fields.throwIfAny();
    return content;
  }

  private static Account account(Fields fields) {
    return new Account(
        fields.text("category"),
        fields.text("narrative"),
        ContentReader.occurrence(fields.object("occurred")),
        place(fields.object("place")),
        fields.texts("perceivedBy"),
        fields.flag("repeat"),
        fields.flag("escalation"));
  }

  private static Place place(Fields fields) {
    var place =
        new Place(
            fields.text("locationType"),
            fields.text("address"),
            fields.text("postcode"),
            fields.text("uprn"),
            fields.text("ward"),
            fields.text("platform"));
    fields.end();
    return place;
  }
}
