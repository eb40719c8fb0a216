package uk.concordat.agreement;

import java.util.List;
import uk.concordat.access.DataClass;
import uk.concordat.access.Reader;

/**
 * A data class that would begin or cease to flow.
 *
 * @param from the agency that gives it
 * @param to the agency that gets it
 * @param purposes for which that changes
 * @param readers the roles of the getting agency that see something of it
 */
public record FlowChange(
    String from, String to, DataClass dataClass, List<String> purposes, List<Reader> readers) {
  /** Copies the lists. */
  public FlowChange {
    purposes = List.copyOf(purposes);
    readers = List.copyOf(readers);
  }
}
