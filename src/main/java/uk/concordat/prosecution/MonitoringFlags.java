package uk.concordat.prosecution;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import uk.concordat.kernel.Strand;

/**
 * The monitoring flags of a file with all their changes.
 *
 * @param changes oldest first
 */
public record MonitoringFlags(List<MonitoringFlag> changes) {
  /** Copies them. */
  public MonitoringFlags {
    changes = List.copyOf(changes);
  }

  /** On which strands that defendant is flagged. */
  public Set<Strand> of(UUID defendant) {
    Set<Strand> flagged = new TreeSet<>();
    for (MonitoringFlag change : changes) {
      if (change.defendant().equals(defendant)) {
        if (change.stands()) {
          flagged.add(change.strand());
        } else {
          flagged.remove(change.strand());
        }
      }
    }
    return flagged;
  }
}
