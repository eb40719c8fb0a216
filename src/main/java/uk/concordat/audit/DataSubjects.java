package uk.concordat.audit;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Knows whom records are about; the feature that holds the records says so. */
public interface DataSubjects {

  /**
   * The opaque ids of the people who have one of these parts in one of these records; they name
   * nobody. In the order of the records, each once.
   */
  List<UUID> of(Collection<UUID> records, Set<Part> parts);
}
