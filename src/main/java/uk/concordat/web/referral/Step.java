package uk.concordat.web.referral;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import uk.concordat.referral.Compartment;

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
      "needs.notToldReason",
      "needs.confidentiality"),
  MORE("more", "what else they need to know", further()),
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

  /**
   * The questions that somebody is asked, in their order.
   *
   * @param more whether their role may write down more than every referral holds
   */
  static List<Step> asked(boolean more) {
    return Arrays.stream(values()).filter(step -> more || step != MORE).toList();
  }

  /** Where to go when this one is answered. */
  String after(String reference, List<Step> asked) {
    int next = asked.indexOf(this) + 1;
    return next < asked.size()
        ? asked.get(next).path(reference)
        : "/referral/draft/check.xhtml?ref=" + reference;
  }

  /** The question before, or null. */
  Step before(List<Step> asked) {
    int place = asked.indexOf(this);
    return place < 1 ? null : asked.get(place - 1);
  }

  private static String[] further() {
    return Arrays.stream(Compartment.values())
        .flatMap(
            compartment ->
                Stream.concat(
                    Stream.of(compartment.key()),
                    compartment.fields().stream().map(compartment::path)))
        .toArray(String[]::new);
  }
}
