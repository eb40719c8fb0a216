package uk.concordat.access;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The gate's whole answer for one caller and one record.
 *
 * @param sights every class of a record
 * @param actions what the caller may do to it, whatever its state
 */
public record Access(Map<DataClass, Sight> sights, Set<Action> actions) {
  /** Copies both. */
  public Access {
    sights = Map.copyOf(sights);
    actions = Set.copyOf(actions);
  }

  /** How much of the class is shown. */
  public Level level(DataClass dataClass) {
    return sights.getOrDefault(dataClass, Sight.NONE).level();
  }

  /** What shows the class, or what withholds it. */
  public Why why(DataClass dataClass) {
    return sights.getOrDefault(dataClass, Sight.NONE).why();
  }

  /** Whether the caller may read the record. */
  public boolean reads() {
    return level(DataClass.D1) == Level.FULL;
  }

  /** Whether the caller may know at least that there is such a record. */
  public boolean knows() {
    return level(DataClass.D1).compareTo(Level.HEADER) >= 0;
  }

  /** Whether the caller may do this to it. */
  public boolean permits(Action action) {
    return actions.contains(action);
  }

  /** The classes shown in full. */
  public Set<DataClass> shown() {
    Set<DataClass> shown = EnumSet.noneOf(DataClass.class);
    sights.forEach(
        (dataClass, sight) -> {
          if (sight.level() == Level.FULL) {
            shown.add(dataClass);
          }
        });
    return shown;
  }
}
