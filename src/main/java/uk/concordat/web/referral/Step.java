package uk.concordat.web.referral;

import java.util.List;

/** The questions of a draft, in the order in which they are asked. */
public enum Step {
  RECEIVER("receiver", "who it is for", "to", "urgency"),
  WHAT("what", "what happened", "incident.narrative", "incident.category"),
  WHEN(
      "when",
      "when it happened",
      "incident.occurred.fromDate",
      "incident.occurred.fromTime",
      "incident.occurred.toDate",
      "incident.occurred.toTime"),
  WHERE(
      "where", "where it happened", "incident.place", "incident.postcode", "incident.locationType"),
  TARGETED("targeted", "what the person was targeted for", "strands"),
  PERCEIVED("perceived", "who believes it", "incident.perceivedBy"),
  PERSON(
      "person",
      "who was harmed",
      "person.known",
      "person.name",
      "person.dateOfBirth",
      "person.address"),
  CONTACT(
      "contact",
      "safe contact",
      "needs.contactMethod",
      "needs.contactDetail",
      "needs.contactSafety",
      "needs.communication"),
  WISH(
      "wish",
      "their wishes",
      "needs.wish",
      "needs.overrideReason",
      "needs.told",
      "needs.notToldReason"),
  FOOTING(
      "footing",
      "the legal footing",
      "footing.purpose",
      "footing.lawfulBasis",
      "footing.condition");

  private final String page;
  private final String topic;
  private final List<String> fields;

  Step(String page, String topic, String... fields) {
    this.page = page;
    this.topic = topic;
    this.fields = List.of(fields);
  }

  /** Where it is asked. */
  public String path(String reference) {
    return "/referral/draft/" + page + ".xhtml?ref=" + reference;
  }

  /** For the back link of the next question. */
  public String topic() {
    return topic;
  }

  /** The fields it asks for, in the order of its page. */
  public List<String> fields() {
    return fields;
  }

  /** 1 for the first. */
  public int number() {
    return ordinal() + 1;
  }

  /** Where to go when this one is answered. */
  public String after(String reference) {
    return ordinal() + 1 < values().length
        ? values()[ordinal() + 1].path(reference)
        : "/referral/draft/check.xhtml?ref=" + reference;
  }

  /** The question before, or null. */
  public Step before() {
    return ordinal() == 0 ? null : values()[ordinal() - 1];
  }
}
