package uk.concordat.incident;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import uk.concordat.access.DataClass;
import uk.concordat.kernel.Strand;
import uk.concordat.referral.Person;

/**
 * An incident, as much of it as its reader may see.
 *
 * @param version composed of the parts that are shown
 * @param agency code of the agency that holds it
 * @param origin code of the agency in which it was logged
 * @param others codes of list {@code characteristic}
 * @param shown the data classes that are shown
 * @param account null where it is withheld
 * @param person null where it is withheld
 * @param proposed whether somebody ever said who was harmed in it, which nobody knew before; false
 *     where the person is withheld
 * @param recordings what the police decided on recording it, newest first: the first stands; empty
 *     where they have not, or it is withheld
 * @param suspect who is suspected; nobody where they are not kept, or withheld
 * @param repeatLinked whether somebody linked it with an earlier one of the same person or place
 * @param referrals references of the referrals that were started from it, as far as the reader sees
 *     them
 * @param loggedAt null in a draft
 */
public record IncidentView(
    String reference,
    String version,
    IncidentState state,
    String agency,
    String origin,
    Set<Strand> strands,
    List<String> others,
    Set<DataClass> shown,
    Account account,
    Person person,
    boolean proposed,
    List<Recording> recordings,
    Suspect suspect,
    boolean repeatLinked,
    List<String> referrals,
    Instant createdAt,
    Instant changedAt,
    Instant loggedAt) {
  /** Copies the collections. */
  public IncidentView {
    strands = Set.copyOf(strands);
    others = List.copyOf(others);
    recordings = List.copyOf(recordings);
    referrals = List.copyOf(referrals);
    shown = Set.copyOf(shown);
  }

  /** Whether it is still being written down. */
  public boolean draft() {
    return state == IncidentState.DRAFT;
  }

  /** Whether the decision that stands lets whoever is suspected be named in a referral. */
  boolean suspectGoesOn() {
    return suspect.named() && !recordings.isEmpty() && recordings.get(0).onward();
  }

  /** What is written down, as far as it is shown. */
  public IncidentContent content() {
    return new IncidentContent(
        strands,
        others,
        account == null ? Account.EMPTY : account,
        person == null ? Person.EMPTY : person);
  }
}
