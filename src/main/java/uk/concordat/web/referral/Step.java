package uk.concordat.web.referral;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import uk.concordat.agency.AgencyKind;
import uk.concordat.referral.Compartment;
import uk.concordat.referral.ReferralOptions;

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
      "footing.condition"),
  EVENT("event", "what happened", List.of(WHAT, WHEN, WHERE)),
  BELIEF("belief", "why the patient was targeted", List.of(TARGETED, PERCEIVED)),
  PATIENT(
      "patient",
      "the patient",
      List.of(PERSON, CONTACT),
      "clinical.nhsNumber",
      "clinical.nhsNumberStatus",
      "needs.injury"),
  SHARING(
      "sharing",
      "what lets you share it",
      List.of(WISH, FOOTING),
      "clinical.capacity",
      "clinical.rationale",
      "clinical.guardian");

  /** One question a page: whoever is asked for the first time is led. */
  private static final List<Step> ONE_BY_ONE =
      List.of(
          RECEIVER, WHAT, WHEN, WHERE, TARGETED, PERCEIVED, PERSON, CONTACT, WISH, MORE, FOOTING);

  /** A patient waits while a trust refers them: few pages, each with what belongs together. */
  private static final List<Step> AT_THE_BEDSIDE =
      List.of(RECEIVER, EVENT, BELIEF, PATIENT, SHARING, MORE);

  private final String page;
  private final String topic;
  private final List<Step> parts;
  private final List<String> fields;

  Step(String page, String topic, String... fields) {
    this(page, topic, List.of(), fields);
  }

  Step(String page, String topic, List<Step> parts, String... own) {
    this.page = page;
    this.topic = topic;
    this.parts = parts;
    fields =
        Stream.concat(parts.stream().flatMap(part -> part.fields.stream()), Stream.of(own))
            .toList();
  }

  /** Where it is asked. */
  public String path(String reference) {
    return "/referral/draft/" + page + ".xhtml?ref=" + reference;
  }

  /** For the back link of the next question. */
  public String topic() {
    return topic;
  }

  /** Those that it asks on one page; empty where it is one question itself. */
  List<Step> parts() {
    return parts;
  }

  /** The fields it asks for, in the order of its page. */
  public List<String> fields() {
    return fields;
  }

  /**
   * The questions that somebody is asked, in their order; what else there is to know only where
   * their role may write down more than every referral holds.
   */
  static List<Step> asked(ReferralOptions options) {
    List<Step> steps = options.own().kind() == AgencyKind.NHS ? AT_THE_BEDSIDE : ONE_BY_ONE;
    return steps.stream().filter(step -> step != MORE || !options.drafted().isEmpty()).toList();
  }

  /** Where this is asked among those: by itself, or on the page of several. */
  Step among(List<Step> asked) {
    return asked.stream()
        .filter(step -> step == this || step.parts.contains(this))
        .findFirst()
        .orElse(this);
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

  /** Stands in a compartment, but belongs to what is asked about a patient. */
  private static Set<String> elsewhere() {
    return Set.of(
        "clinical.nhsNumber",
        "clinical.nhsNumberStatus",
        "clinical.capacity",
        "clinical.rationale",
        "clinical.guardian");
  }

  private static String[] further() {
    return Arrays.stream(Compartment.values())
        .flatMap(
            compartment ->
                Stream.concat(
                    Stream.of(compartment.key()),
                    compartment.fields().stream().map(compartment::path)))
        .filter(field -> !elsewhere().contains(field))
        .toArray(String[]::new);
  }
}
