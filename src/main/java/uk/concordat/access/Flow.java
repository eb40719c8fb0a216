package uk.concordat.access;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/**
 * What an agreement lets one agency disclose to another.
 *
 * @param agreement its code and version, for readers
 * @param purposes codes for which it holds
 */
public record Flow(
    String agreement,
    String from,
    String to,
    Set<DataClass> dataClasses,
    Set<String> purposes,
    Period valid) {
  /** Copies the sets. */
  public Flow {
    dataClasses = Set.copyOf(dataClasses);
    purposes = Set.copyOf(purposes);
  }

  /** Whether it lets something through for a purpose at that instant. */
  public boolean covers(String giver, String taker, String purpose, Instant now) {
    return from.equals(giver)
        && to.equals(taker)
        && purposes.contains(purpose)
        && valid.contains(now);
  }

  /** Whether one of these classes is among those that it lets through. */
  public boolean lets(Collection<DataClass> classes) {
    return classes.stream().anyMatch(dataClasses::contains);
  }

  /** Its agreement as the ledger names it: {@code code/version}. */
  public String code() {
    return agreement.replace(" version ", "/");
  }
}
