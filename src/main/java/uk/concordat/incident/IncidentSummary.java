package uk.concordat.incident;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import uk.concordat.kernel.Strand;

/**
 * An incident in a list, as much of it as its reader may see.
 *
 * @param origin code of the agency in which it was logged
 * @param category null where it is withheld, or not chosen yet
 * @param repeat null where it is withheld, or nobody knows
 * @param repeatLinked whether somebody linked it with an earlier one of the same person or place
 * @param personKnown null where it is withheld, or nobody has said yet
 * @param name null where it is withheld, or there is none
 * @param loggedAt null in a draft
 */
public record IncidentSummary(
    UUID id,
    String reference,
    IncidentState state,
    String origin,
    Set<Strand> strands,
    String category,
    Boolean repeat,
    boolean repeatLinked,
    Boolean personKnown,
    String name,
    Instant changedAt,
    Instant loggedAt) {
  /** Copies the strands. */
  public IncidentSummary {
    strands = Set.copyOf(strands);
  }
}
