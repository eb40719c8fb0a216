package uk.concordat.agreement;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import uk.concordat.access.DataClass;
import uk.concordat.kernel.Marking;

/**
 * What two agencies agree on.
 *
 * @param first the side that proposed it
 * @param second the side that signs it
 * @param purposes codes of list {@code purpose}
 * @param gateways the law that lets them share
 * @param retention how long each keeps what it gets
 * @param dpia reference of the data protection impact assessment
 * @param reviewDate the day by which both look at it again
 */
public record Terms(
    String title,
    Party first,
    Party second,
    List<String> purposes,
    String gateways,
    String retention,
    Marking marking,
    String dpia,
    LocalDate reviewDate) {
  /** Copies the purposes. */
  public Terms {
    purposes = List.copyOf(purposes);
  }

  /** Whether the agency is one of the two. */
  public boolean binds(String agency) {
    return first.agency().equals(agency) || second.agency().equals(agency);
  }

  /** The other one of the two. */
  public Party beside(String agency) {
    return first.agency().equals(agency) ? second : first;
  }

  /** This one of the two. */
  public Party party(String agency) {
    return first.agency().equals(agency) ? first : second;
  }

  /** Every class that may flow either way. */
  public Set<DataClass> classes() {
    Set<DataClass> classes = EnumSet.noneOf(DataClass.class);
    classes.addAll(first.gives());
    classes.addAll(second.gives());
    return classes;
  }

  /** The same, proposed by this agency. */
  Terms by(String agency) {
    return new Terms(
        title,
        new Party(agency, first.contact(), first.gives()),
        second,
        purposes,
        gateways,
        retention,
        marking,
        dpia,
        reviewDate);
  }

  Terms withoutContacts() {
    return new Terms(
        title,
        first.withoutContact(),
        second.withoutContact(),
        purposes,
        gateways,
        retention,
        marking,
        dpia,
        reviewDate);
  }
}
