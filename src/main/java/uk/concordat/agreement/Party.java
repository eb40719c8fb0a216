package uk.concordat.agreement;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import uk.concordat.access.DataClass;

/**
 * One side of an agreement.
 *
 * @param agency its code
 * @param contact whom to ask there
 * @param gives what may flow from it to the other side, in the order of the classes
 */
public record Party(String agency, String contact, Set<DataClass> gives) {
  /** Copies the classes. */
  public Party {
    var ordered = EnumSet.noneOf(DataClass.class);
    ordered.addAll(gives);
    gives = Collections.unmodifiableSet(ordered);
  }

  Party withoutContact() {
    return new Party(agency, null, gives);
  }
}
