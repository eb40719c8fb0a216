package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Set;
import uk.concordat.access.Access;
import uk.concordat.access.DataClass;
import uk.concordat.access.Why;
import uk.concordat.agency.AgencyKind;
import uk.concordat.agency.AgencyRepository;
import uk.concordat.caller.CurrentCaller;

/**
 * What of a referral goes on with it: what came to the caller's agency with it, and nothing that
 * one of its people was only given, or took, for a time.
 */
@ApplicationScoped
class CarriedContent {
  private static final Set<Why> RECEIVED = EnumSet.of(Why.RECIPIENT, Why.ASSIGNEE);

  @Inject ReferralGate gate;
  @Inject AgencyRepository agencies;
  @Inject CurrentCaller current;

  /** The content for another agency on another footing. */
  ReferralContent of(ReferralView first, String to, Footing footing) {
    ReferralContent content = first.content();
    Further further = Further.NOTHING;
    for (Compartment compartment : content.further().held()) {
      if (received(first.access(), compartment.dataClass())) {
        further = further.with(compartment, content.further().of(compartment));
      }
    }
    return content
        .withTo(to)
        .withFooting(footing)
        .withFurther(further)
        .withPerson(person(first))
        .withNeeds(received(first.access(), DataClass.D4) ? needs(content) : Needs.EMPTY)
        .withIncident(received(first.access(), DataClass.D5) ? content.incident() : Incident.EMPTY);
  }

  /** That nobody is known is no secret: the header says it. */
  private static Person person(ReferralView first) {
    if (received(first.access(), DataClass.D2)) {
      return first.content().person();
    }
    return Boolean.FALSE.equals(first.personKnown())
        ? new Person(false, null, null, null)
        : Person.EMPTY;
  }

  private static boolean received(Access access, DataClass dataClass) {
    return RECEIVED.contains(access.why(dataClass));
  }

  /** What sets the duty of confidence aside is said by trusts only. */
  private Needs needs(ReferralContent content) {
    boolean trust = agencies.find(current.get().agency()).orElseThrow().kind() == AgencyKind.NHS;
    return trust ? content.needs() : content.needs().withoutConfidence();
  }

  /** Of the compartments those that the caller may write down in a draft of their own. */
  Further drafted(Referral child, Further further) {
    Set<Compartment> drafted = Compartment.among(gate.access(child).shown());
    Further carried = Further.NOTHING;
    for (Compartment compartment : further.held()) {
      if (drafted.contains(compartment)) {
        carried = carried.with(compartment, further.of(compartment));
      }
    }
    return carried;
  }
}
