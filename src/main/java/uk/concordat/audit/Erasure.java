package uk.concordat.audit;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * What the entry about a disposal says of it.
 *
 * @param month whose entries were erased (UTC)
 * @param rule under which
 * @param date when, UTC
 * @param proposedBy the agency that proposed it; the entry's own agency, another one, approved it
 * @param leaves of the erased entries, in order
 */
public record Erasure(
    YearMonth month, String rule, LocalDate date, String proposedBy, List<LeafSpan> leaves) {
  /** Copies the leaves. */
  public Erasure {
    leaves = List.copyOf(leaves);
  }

  /** Whether an entry at that place was erased. */
  public boolean covers(LeafSpan erased) {
    return leaves.stream().anyMatch(span -> span.covers(erased));
  }
}
