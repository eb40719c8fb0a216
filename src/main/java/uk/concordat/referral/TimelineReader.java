package uk.concordat.referral;

import java.time.Instant;
import java.util.Set;
import uk.concordat.access.Access;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Level;

/**
 * Who reads a timeline.
 *
 * @param access what the gate answered them of the referral
 * @param agency theirs
 * @param own the classes of the work that their agency does on it, which they see in full
 * @param contentUntil when the receiver's sight of the content ends; null where it does not
 */
public record TimelineReader(
    Access access, String agency, Set<DataClass> own, Instant contentUntil) {

  /** Copies the classes. */
  public TimelineReader {
    own = Set.copyOf(own);
  }

  /** Whether they see the class in full. */
  public boolean sees(DataClass dataClass) {
    return access.level(dataClass) == Level.FULL;
  }

  /** Whether they see the class of what their agency keeps of its own work on it. */
  public boolean seesOwn(DataClass dataClass) {
    return own.contains(dataClass);
  }

  /** Whether they may do this to the referral. */
  boolean may(Action action) {
    return access.permits(action);
  }
}
