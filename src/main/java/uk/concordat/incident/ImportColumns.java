package uk.concordat.incident;

import java.util.Map;

/** The column in which a field stands. */
final class ImportColumns {
  private static final Map<String, String> BY_FIELD =
      Map.ofEntries(
          Map.entry("occurred.fromDate", "from_date"),
          Map.entry("occurred.fromTime", "from_time"),
          Map.entry("occurred.toDate", "to_date"),
          Map.entry("occurred.toTime", "to_time"),
          Map.entry("place.locationType", "location_type"),
          Map.entry("place.address", "address"),
          Map.entry("place.postcode", "postcode"),
          Map.entry("place.uprn", "uprn"),
          Map.entry("place.ward", "ward"),
          Map.entry("place.platform", "platform"),
          Map.entry("perceivedBy", "perceived_by"),
          Map.entry("person.known", "person_known"),
          Map.entry("person.name", "name"),
          Map.entry("person.dateOfBirth", "date_of_birth"),
          Map.entry("person.address", "person_address"));

  private ImportColumns() {}

  static String of(String field) {
    return BY_FIELD.getOrDefault(field, field);
  }
}
