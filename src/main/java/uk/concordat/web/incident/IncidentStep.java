package uk.concordat.web.incident;

import java.util.List;

/** The questions of an incident, in the order in which they are asked. */
public enum IncidentStep {
  WHAT("what", "what happened", "narrative", "category", "repeat", "escalation"),
  WHEN(
      "when",
      "when it happened",
      "occurred.fromDate",
      "occurred.fromTime",
      "occurred.toDate",
      "occurred.toTime"),
  WHERE(
      "where",
      "where it happened",
      "place.locationType",
      "place.address",
      "place.postcode",
      "place.ward",
      "place.uprn",
      "place.platform"),
  WHY("why", "why it is believed to be hate", "strands", "others", "perceivedBy"),
  PERSON(
      "person",
      "who was harmed",
      "person.known",
      "person.name",
      "person.dateOfBirth",
      "person.address");

  private final String page;
  private final String topic;
  private final List<String> fields;

  IncidentStep(String page, String topic, String... fields) {
    this.page = page;
    this.topic = topic;
    this.fields = List.of(fields);
  }

  /** Where it is asked. */
  public String path(String reference) {
    return "/incident/draft/" + page + ".xhtml?ref=" + reference;
  }

  /** Where the answers are checked. */
  static String check(String reference) {
    return "/incident/draft/check.xhtml?ref=" + reference;
  }

  /** For the back link of the next question. */
  public String topic() {
    return topic;
  }

  /** The fields it asks for, in the order of its page. */
  public List<String> fields() {
    return fields;
  }

  /** Where to go when this one is answered. */
  String after(String reference) {
    return ordinal() + 1 < values().length
        ? values()[ordinal() + 1].path(reference)
        : check(reference);
  }

  /** The question before, or null. */
  IncidentStep before() {
    return ordinal() == 0 ? null : values()[ordinal() - 1];
  }
}
