package uk.concordat.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import uk.concordat.caller.CurrentCaller;

/**
 * What the caller sees of the work that their own agency does on a record that it received. It
 * never crossed agencies, so that no agreement is asked: the role alone decides, for whoever may
 * read the record (ADR 23).
 */
@ApplicationScoped
public class OwnWork {
  @Inject ClassMatrix classes;
  @Inject CurrentCaller current;
  @Inject Clock clock;

  /**
   * The classes of that work which they see in full; none where it is not their agency's, nor once
   * its sight of the content has ended.
   *
   * @param access what the gate answered on the record
   */
  public Set<DataClass> shown(Participation record, Access access) {
    Set<DataClass> shown = EnumSet.noneOf(DataClass.class);
    if (access.reads() && receives(record) && !ended(record)) {
      DataClass.ofRecord().stream().filter(this::seesOf).forEach(shown::add);
    }
    return shown;
  }

  /** Whether the caller's role sees that class of their agency's own work at all today. */
  public boolean seesOf(DataClass dataClass) {
    return classes.cell(current.get().role(), dataClass, ClassMatrix.Column.RECIPIENT) == Cell.FULL;
  }

  /** Whether it was sent to the caller's agency. */
  public boolean arrived(Participation record) {
    return receives(record);
  }

  /** Whether the caller's agency sends it. */
  public boolean sent(Participation record) {
    return current.get().agency().equals(record.fromAgency());
  }

  /** Whether the caller does that work, as far as their role does. */
  public boolean does(Participation record, Access access) {
    return receives(record) && access.permits(Action.OUTCOME_POLICE_RECORD);
  }

  private boolean ended(Participation record) {
    return record.contentUntil() != null && !clock.instant().isBefore(record.contentUntil());
  }

  private boolean receives(Participation record) {
    return current.get().agency().equals(record.toAgency());
  }
}
