package uk.concordat.prosecution;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A decision on one defendant as a prosecutor makes it; what is missing is null.
 *
 * @param told why, in the words that the police read
 * @param charges those of the proposed ones that are authorised; empty unless it is to charge
 * @param test null where the decision needs none
 */
public record DecisionContent(
    String told, Set<UUID> charges, CodeTest test, List<HostilityTest> hostility) {
  /** Copies the lists. */
  public DecisionContent {
    charges = Set.copyOf(charges);
    hostility = List.copyOf(hostility);
  }
}
