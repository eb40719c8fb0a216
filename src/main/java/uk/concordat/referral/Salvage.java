package uk.concordat.referral;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import uk.concordat.kernel.FieldError;

/** Of what was given, keeps what can be stored; each wrong field stays as it was. */
final class Salvage {
  private final Set<String> wrong;

  Salvage(Collection<FieldError> errors) {
    wrong = errors.stream().map(FieldError::field).collect(Collectors.toSet());
  }

  ReferralContent of(ReferralContent given, ReferralContent stored) {
    return new ReferralContent(
        pick("to", given.to(), stored.to()),
        given.urgency(),
        given.strands(),
        incident(given.incident(), stored.incident()),
        person(given.person(), stored.person()),
        needs(given.needs(), stored.needs()),
        further(given.further(), stored.further()),
        footing(given.footing(), stored.footing()));
  }

  private Incident incident(Incident given, Incident stored) {
    return new Incident(
        pick("incident.category", given.category(), stored.category()),
        pick("incident.narrative", given.narrative(), stored.narrative()),
        occurrence(given.occurred(), stored.occurred()),
        pick("incident.locationType", given.locationType(), stored.locationType()),
        pick("incident.place", given.place(), stored.place()),
        pick("incident.postcode", given.postcode(), stored.postcode()),
        pick("incident.perceivedBy", given.perceivedBy(), stored.perceivedBy()));
  }

  /** Whole or not at all: half of a range could contradict the other half. */
  private Occurrence occurrence(Occurrence given, Occurrence stored) {
    return wrong.stream().anyMatch(field -> field.startsWith("incident.occurred."))
        ? stored
        : given;
  }

  private Person person(Person given, Person stored) {
    return new Person(
        given.known(),
        pick("person.name", given.name(), stored.name()),
        pick("person.dateOfBirth", given.dateOfBirth(), stored.dateOfBirth()),
        pick("person.address", given.address(), stored.address()));
  }

  private Needs needs(Needs given, Needs stored) {
    return new Needs(
        pick("needs.contactMethod", given.contactMethod(), stored.contactMethod()),
        pick("needs.contactDetail", given.contactDetail(), stored.contactDetail()),
        pick("needs.contactSafety", given.contactSafety(), stored.contactSafety()),
        pick("needs.communication", given.communication(), stored.communication()),
        pick("needs.wish", given.wish(), stored.wish()),
        pick("needs.overrideReason", given.overrideReason(), stored.overrideReason()),
        given.told(),
        pick("needs.notToldReason", given.notToldReason(), stored.notToldReason()),
        pick("needs.confidentiality", given.confidentiality(), stored.confidentiality()),
        pick("needs.injury", given.injury(), stored.injury()));
  }

  private Further further(Further given, Further stored) {
    Further kept = given;
    for (Compartment compartment : Compartment.values()) {
      Map<String, String> texts = new HashMap<>();
      for (Compartment.Field field : compartment.fields()) {
        String path =
            wrong.contains(compartment.key()) ? compartment.key() : compartment.path(field);
        texts.put(
            field.name(),
            pick(
                path,
                given.text(compartment, field.name()),
                stored.text(compartment, field.name())));
      }
      kept = kept.with(compartment, texts);
    }
    return kept;
  }

  private Footing footing(Footing given, Footing stored) {
    return new Footing(
        pick("footing.purpose", given.purpose(), stored.purpose()),
        pick("footing.lawfulBasis", given.lawfulBasis(), stored.lawfulBasis()),
        pick("footing.condition", given.condition(), stored.condition()));
  }

  private <T> T pick(String field, T given, T stored) {
    return wrong.contains(field) ? stored : given;
  }
}
