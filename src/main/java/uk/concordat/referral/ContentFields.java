package uk.concordat.referral;

import java.util.LinkedHashMap;
import java.util.Map;
import uk.concordat.access.DataClass;

/** The fields of each class as the database keeps its versions: columns, and what we call them. */
final class ContentFields {
  private static final Map<DataClass, Map<String, String>> CORE =
      Map.of(
          DataClass.D2,
          columns(
              "name", "person.name|Name",
              "date_of_birth", "person.dateOfBirth|Date of birth",
              "address", "person.address|Address"),
          DataClass.D4,
          columns(
              "contact_method", "needs.contactMethod|Safe way|contact-method",
              "contact_detail", "needs.contactDetail|Number or address",
              "contact_safety", "needs.contactSafety|What makes contact safe",
              "communication", "needs.communication|Needs",
              "injury", "needs.injury|How badly they were hurt|injury"),
          DataClass.D5,
          columns(
              "category", "incident.category|Kind of incident|category",
              "narrative", "incident.narrative|Account",
              "from_date", "incident.occurred.fromDate|Day",
              "from_time", "incident.occurred.fromTime|Time",
              "to_date", "incident.occurred.toDate|Last day",
              "to_time", "incident.occurred.toTime|Last time",
              "location_type", "incident.locationType|Kind of place|location-type",
              "place", "incident.place|Where",
              "postcode", "incident.postcode|Postcode",
              "perceived_by", "incident.perceivedBy|Who believes it was hostility|perceived-by"));

  private ContentFields() {}

  private static Map<String, String> columns(String... pairs) {
    Map<String, String> columns = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      columns.put(pairs[i], pairs[i + 1]);
    }
    return columns;
  }

  /** What was changed of a column. */
  static AmendedVersion.FieldChange change(
      DataClass dataClass, String column, String was, String now) {
    String[] name = columns(dataClass).getOrDefault(column, column + "|" + column).split("\\|");
    return new AmendedVersion.FieldChange(
        name[0], name[1], name.length < 3 ? null : name[2], was, now);
  }

  private static Map<String, String> columns(DataClass dataClass) {
    if (CORE.containsKey(dataClass)) {
      return CORE.get(dataClass);
    }
    Map<String, String> columns = new LinkedHashMap<>();
    Compartment.of(dataClass)
        .ifPresent(
            part ->
                part.fields()
                    .forEach(
                        field ->
                            columns.put(
                                field.column(),
                                part.path(field)
                                    + "|"
                                    + field.label()
                                    + (field.list() == null ? "" : "|" + field.list()))));
    return columns;
  }
}
