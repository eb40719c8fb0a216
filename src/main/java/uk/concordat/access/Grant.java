package uk.concordat.access;

import java.util.Set;
import java.util.UUID;

/**
 * Sight of one record for one person, acting in one role of one agency.
 *
 * @param breakGlass whether they took it in an emergency, rather than being given it
 */
public record Grant(
    UUID subject,
    String agency,
    String role,
    boolean breakGlass,
    Set<DataClass> dataClasses,
    String purpose,
    Period valid) {
  /** Copies the classes. */
  public Grant {
    dataClasses = Set.copyOf(dataClasses);
  }
}
