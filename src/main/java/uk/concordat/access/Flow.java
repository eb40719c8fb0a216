package uk.concordat.access;

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
}
