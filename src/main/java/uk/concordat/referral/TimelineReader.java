package uk.concordat.referral;

import java.time.Instant;
import uk.concordat.access.Access;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Level;

/**
 * Who reads a timeline.
 *
 * @param access what the gate answered them of the referral
 * @param agency theirs
 * @param contentUntil when the receiver's sight of the content ends; null where it does not
 */
public record TimelineReader(Access access, String agency, Instant contentUntil) {

  /** Whether they see the class in full. */
  public boolean sees(DataClass dataClass) {
    return access.level(dataClass) == Level.FULL;
  }

  /** Whether they may do this to the referral. */
  boolean may(Action action) {
    return access.permits(action);
  }
}
