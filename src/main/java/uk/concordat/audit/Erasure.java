package uk.concordat.audit;

import java.time.LocalDate;
import java.util.List;

/**
 * What the entry about a disposal says of it.
 *
 * @param rule under which the entries were erased
 * @param date when, UTC
 * @param leaves of the erased entries, in order
 */
public record Erasure(String rule, LocalDate date, List<LeafSpan> leaves) {
  /** Copies the leaves. */
  public Erasure {
    leaves = List.copyOf(leaves);
  }

  /** Whether all that another says was erased is told of here, under the same rule and date. */
  public boolean tellsOf(Erasure other) {
    return rule.equals(other.rule)
        && date.equals(other.date)
        && other.leaves.stream()
            .allMatch(span -> leaves.stream().anyMatch(mine -> mine.covers(span)));
  }
}
