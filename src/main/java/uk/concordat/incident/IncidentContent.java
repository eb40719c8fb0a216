package uk.concordat.incident;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import uk.concordat.kernel.Postcode;
import uk.concordat.kernel.Strand;
import uk.concordat.kernel.Uprn;
import uk.concordat.referral.Person;

/**
 * What is written down of an incident; every part may be missing in a draft.
 *
 * @param strands what somebody was targeted for
 * @param others codes of list {@code characteristic}: what is recorded here and not in the national
 *     return
 * @param person who was harmed; nobody where the report is anonymous or there is no such person
 */
public record IncidentContent(
    Set<Strand> strands, List<String> others, Account account, Person person) {
  /** Of which nothing has been written down. */
  public static final IncidentContent EMPTY =
      new IncidentContent(Set.of(), List.of(), Account.EMPTY, Person.EMPTY);

  /** Copies the collections. */
  public IncidentContent {
    strands = Set.copyOf(strands);
    others = List.copyOf(others);
  }

  /** The same with another account. */
  public IncidentContent withAccount(Account account) {
    return new IncidentContent(strands, others, account, person);
  }

  /** The same for another person. */
  public IncidentContent withPerson(Person person) {
    return new IncidentContent(strands, others, account, person);
  }

  /** The same, targeted for something else. */
  public IncidentContent withTargeted(Set<Strand> strands, List<String> others) {
    return new IncidentContent(strands, others, account, person);
  }

  /**
   * As it is kept: identifiers in their one spelling, and among the strands the one that every
   * other characteristic belongs to.
   */
  IncidentContent tidy() {
    Place place = account.place();
    Set<Strand> all = EnumSet.noneOf(Strand.class);
    all.addAll(strands);
    if (!others.isEmpty()) {
      all.add(Strand.OTH);
    }
    return new IncidentContent(
        all,
        others,
        account.withPlace(
            new Place(
                place.locationType(),
                place.address(),
                place.postcode() == null
                    ? null
                    : Postcode.parse(place.postcode()).map(Postcode::text).orElse(place.postcode()),
                place.uprn() == null
                    ? null
                    : Uprn.parse(place.uprn()).map(Uprn::text).orElse(place.uprn()),
                place.ward(),
                place.platform())),
        person);
  }
}
