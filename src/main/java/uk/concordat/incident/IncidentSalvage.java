package uk.concordat.incident;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import uk.concordat.kernel.FieldError;
import uk.concordat.referral.Occurrence;
import uk.concordat.referral.Person;

/**
 * Keeps of what was given everything that can be kept: what was refused stays as it was.
 *
 * @param refused paths of the fields that were refused
 */
record IncidentSalvage(Set<String> refused) {

  static IncidentSalvage from(List<FieldError> errors) {
    return new IncidentSalvage(errors.stream().map(FieldError::field).collect(Collectors.toSet()));
  }

  IncidentContent of(IncidentContent given, IncidentContent stored) {
    return new IncidentContent(
        given.strands(),
        pick("others", given.others(), stored.others()),
        account(given.account(), stored.account()),
        person(given.person(), stored.person()));
  }

  private Account account(Account given, Account stored) {
    return new Account(
        pick("category", given.category(), stored.category()),
        pick("narrative", given.narrative(), stored.narrative()),
        occurred(given.occurred(), stored.occurred()),
        place(given.place(), stored.place()),
        pick("perceivedBy", given.perceivedBy(), stored.perceivedBy()),
        given.repeat(),
        given.escalation());
  }

  /** A range that is wrong anywhere stays as a whole: half of it would be another range. */
  private Occurrence occurred(Occurrence given, Occurrence stored) {
    return refused.stream().anyMatch(field -> field.startsWith("occurred.")) ? stored : given;
  }

  private Place place(Place given, Place stored) {
    return new Place(
        pick("place.locationType", given.locationType(), stored.locationType()),
        pick("place.address", given.address(), stored.address()),
        pick("place.postcode", given.postcode(), stored.postcode()),
        pick("place.uprn", given.uprn(), stored.uprn()),
        pick("place.ward", given.ward(), stored.ward()),
        pick("place.platform", given.platform(), stored.platform()));
  }

  private Person person(Person given, Person stored) {
    if (Boolean.FALSE.equals(given.known())) {
      return new Person(false, null, null, null);
    }
    return new Person(
        given.known(),
        pick("person.name", given.name(), stored.name()),
        pick("person.dateOfBirth", given.dateOfBirth(), stored.dateOfBirth()),
        pick("person.address", given.address(), stored.address()));
  }

  private <T> T pick(String field, T given, T stored) {
    return refused.contains(field) ? stored : given;
  }
}
