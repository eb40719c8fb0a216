package uk.concordat.victim;

import java.util.EnumSet;
import java.util.Set;
import uk.concordat.agency.AgencyKind;

/** Who has to tell, among those who take part here. */
public enum OwedBy {
  POLICE(EnumSet.of(AgencyKind.POLICE)),
  CPS(EnumSet.of(AgencyKind.CPS)),
  /** The witness care of the police or of the CPS, whichever learns of it from the court. */
  WITNESS_CARE(EnumSet.of(AgencyKind.POLICE, AgencyKind.CPS)),
  /** Whoever it was said to. */
  ANY(EnumSet.allOf(AgencyKind.class));

  private final Set<AgencyKind> kinds;

  OwedBy(Set<AgencyKind> kinds) {
    this.kinds = kinds;
  }

  /** Whether an agency of that kind owes it. */
  public boolean is(AgencyKind kind) {
    return kinds.contains(kind);
  }
}
