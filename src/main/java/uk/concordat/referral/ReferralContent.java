package uk.concordat.referral;

import java.util.Set;
import uk.concordat.kernel.Strand;
import uk.concordat.kernel.Urgency;

/**
 * What a sender fills in; every part may be missing in a draft.
 *
 * @param to code of the receiving agency
 * @param further what stands in the compartments that have an audience of their own
 */
public record ReferralContent(
    String to,
    Urgency urgency,
    Set<Strand> strands,
    Incident incident,
    Person person,
    Needs needs,
    Further further,
    Footing footing) {

  /** A draft in which nothing has been filled in. */
  public static final ReferralContent EMPTY =
      new ReferralContent(
          null,
          Urgency.STANDARD,
          Set.of(),
          Incident.EMPTY,
          Person.EMPTY,
          Needs.EMPTY,
          Further.NOTHING,
          Footing.EMPTY);

  /** Copies the strands. */
  public ReferralContent {
    strands = Set.copyOf(strands);
  }

  /** The same with another receiver. */
  public ReferralContent withTo(String to) {
    return new ReferralContent(to, urgency, strands, incident, person, needs, further, footing);
  }

  /** The same with another urgency. */
  public ReferralContent withUrgency(Urgency urgency) {
    return new ReferralContent(to, urgency, strands, incident, person, needs, further, footing);
  }

  /** The same with other strands. */
  public ReferralContent withStrands(Set<Strand> strands) {
    return new ReferralContent(to, urgency, strands, incident, person, needs, further, footing);
  }

  /** The same with another account of what happened. */
  public ReferralContent withIncident(Incident incident) {
    return new ReferralContent(to, urgency, strands, incident, person, needs, further, footing);
  }

  /** The same with another person. */
  public ReferralContent withPerson(Person person) {
    return new ReferralContent(to, urgency, strands, incident, person, needs, further, footing);
  }

  /** The same with other needs and wishes. */
  public ReferralContent withNeeds(Needs needs) {
    return new ReferralContent(to, urgency, strands, incident, person, needs, further, footing);
  }

  /** The same with something else in the compartments. */
  public ReferralContent withFurther(Further further) {
    return new ReferralContent(to, urgency, strands, incident, person, needs, further, footing);
  }

  /** The same on another footing. */
  public ReferralContent withFooting(Footing footing) {
    return new ReferralContent(to, urgency, strands, incident, person, needs, further, footing);
  }
}
