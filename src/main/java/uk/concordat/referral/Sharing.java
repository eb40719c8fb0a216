package uk.concordat.referral;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import uk.concordat.access.DataClass;
import uk.concordat.access.Level;

/**
 * What of a draft goes to the receiver when it is sent: by the role matrix, whatever an agreement
 * says of it. What nobody there may see does not go; it stays with the sender.
 *
 * @param levels for each class that holds something, how much the best-placed role there sees
 */
public record Sharing(Map<DataClass, Level> levels) {
  /** Copies the levels, in the order of the classes. */
  public Sharing {
    Map<DataClass, Level> ordered = new EnumMap<>(DataClass.class);
    ordered.putAll(levels);
    levels = Collections.unmodifiableMap(ordered);
  }

  /** The classes that go, in full or in a reduced form. */
  public List<DataClass> shared() {
    return levels.keySet().stream()
        .filter(each -> levels.get(each).compareTo(Level.MASKED) >= 0)
        .toList();
  }

  /** Whether of the class a reduced form goes and no more. */
  public boolean reduced(DataClass dataClass) {
    return levels.get(dataClass) == Level.MASKED;
  }

  /** The classes that stay, though the receiver may ask for them. */
  public List<DataClass> onRequest() {
    return at(Level.ON_REQUEST);
  }

  /** The classes that stay. */
  public List<DataClass> kept() {
    return at(Level.WITHHELD);
  }

  private List<DataClass> at(Level level) {
    return levels.keySet().stream().filter(each -> levels.get(each) == level).toList();
  }
}
