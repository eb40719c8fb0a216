package uk.concordat.casework;

import java.util.Collection;

/**
 * When a level is suggested. The first of the rules of today that holds suggests; it is advice, and
 * a person decides (domain.md 4.5).
 *
 * @param factor that is there; null where it is a number of them
 * @param atLeast how many factors are there
 * @param words the same, to be read
 */
public record RiskRule(RiskLevel level, String factor, int atLeast, String words) {

  /** Whether it holds for the factors that are there. */
  boolean holds(Collection<String> there) {
    return factor == null ? there.size() >= atLeast : there.contains(factor);
  }
}
