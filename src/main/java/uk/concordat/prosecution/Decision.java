package uk.concordat.prosecution;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import uk.concordat.kernel.Strand;

/**
 * A decision on one defendant, the last of which stands (masked D10).
 *
 * @param number 1 for the first on that defendant
 * @param told why, in the words that the police read
 * @param charges numbers of those that are authorised
 * @param prosecuted on which strands as hate, and by which limb
 * @param role code of the role in which it was made
 * @param test null where it is withheld, or there was none
 * @param hostility empty where it is withheld
 */
public record Decision(
    UUID id,
    UUID defendant,
    int number,
    ReviewMove kind,
    String told,
    Set<Integer> charges,
    Map<Strand, Provable> prosecuted,
    String role,
    Instant at,
    CodeTest test,
    List<HostilityTest> hostility) {
  /** Copies the lists, in order. */
  public Decision {
    charges = new TreeSet<>(charges);
    prosecuted = new TreeMap<>(prosecuted);
    hostility = List.copyOf(hostility);
  }

  /** The last of these on somebody. */
  static Optional<Decision> standing(Defendant one, List<Decision> decisions) {
    return decisions.stream()
        .filter(decision -> decision.defendant.equals(one.id()))
        .reduce((earlier, later) -> later);
  }

  /** Whether they were charged by the Threshold Test and the full one is still to be applied. */
  static boolean awaitsFullCode(Defendant one, List<Decision> decisions) {
    return ReviewMove.APPLY_FULL_CODE.leaves(one.state())
        && standing(one, decisions)
            .filter(last -> last.kind == ReviewMove.CHARGE_THRESHOLD)
            .isPresent();
  }
}
