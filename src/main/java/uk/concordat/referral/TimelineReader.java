package uk.concordat.referral;

import uk.concordat.access.Access;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Level;

/**
 * Who reads a timeline.
 *
 * @param access what the gate answered them of the referral
 * @param agency theirs
 */
public record TimelineReader(Access access, String agency) {

  /** Whether they see the class in full. */
  public boolean sees(DataClass dataClass) {
    return access.level(dataClass) == Level.FULL;
  }

  /** Whether they may do this to the referral. */
  boolean may(Action action) {
    return access.permits(action);
  }
}
