package uk.concordat.incident;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import uk.concordat.kernel.Ids;
import uk.concordat.referral.Occurrence;
import uk.concordat.referral.Person;

/**
 * An incident of a file that nothing is wrong with.
 *
 * @param row its number there
 */
record ImportRow(int row, IncidentContent content) {

  /** As the columns of the table want it, in their order. */
  List<Object> values(UUID importId) {
    Account account = content.account();
    Occurrence when = account.occurred();
    Place place = account.place();
    Person person = content.person();
    boolean known = Boolean.TRUE.equals(person.known());
    List<Object> values =
        new ArrayList<>(
            List.of(
                Ids.next(),
                importId,
                row,
                Codes.strands(content.strands()),
                Codes.join(content.others())));
    values.addAll(
        Arrays.asList(
            account.category(),
            account.narrative(),
            when.fromDate(),
            when.fromTime(),
            when.toDate(),
            when.toTime(),
            place.locationType(),
            place.address(),
            place.postcode(),
            place.uprn(),
            place.ward(),
            place.platform(),
            Codes.join(account.perceivedBy()),
            account.repeat(),
            account.escalation(),
            known,
            known ? person.name() : null,
            known ? person.dateOfBirth() : null,
            known ? person.address() : null));
    return values;
  }
}
