package uk.concordat.referral;

import java.time.Instant;
import java.util.Set;
import uk.concordat.access.Access;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Level;
import uk.concordat.access.Why;

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

  /**
   * Whether they read what prosecutors decide (ADR 36): those whose own work it is, by a part of
   * their own in the record, and whoever reads its masked form where an agreement lets feedback
   * back.
   */
  public boolean readsDecisions() {
    boolean opened =
        access.why(DataClass.D1) == Why.GRANT || access.why(DataClass.D1) == Why.BREAK_GLASS;
    return (seesOwn(DataClass.D10) && !opened)
        || (access.level(DataClass.D10) == Level.MASKED && sees(DataClass.D16));
  }

  /** Whether they may do this to the referral. */
  boolean may(Action action) {
    return access.permits(action);
  }
}
