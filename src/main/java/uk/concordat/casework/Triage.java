package uk.concordat.casework;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import uk.concordat.kernel.Strand;
import uk.concordat.kernel.Urgency;

/**
 * What a hate crime officer made of a referral (the force's own D5).
 *
 * @param number 1 for the first; the last one stands
 * @param hateRelated whether it is, by perception
 * @param strands those that the officer sees
 * @param urgency how urgent the force takes it to be; what the sender said stays as it was sent
 * @param reason why it is another urgency than before; null where it is not
 * @param redFlags codes of the list {@code red-flag}: any of them asks for the risk to be looked at
 * @param nextStep code of the list {@code triage-next-step}
 * @param role code of the role in which it was decided
 */
public record Triage(
    int number,
    boolean hateRelated,
    Set<Strand> strands,
    Urgency urgency,
    String reason,
    List<String> redFlags,
    String nextStep,
    String role,
    Instant at) {
  /** Copies the lists. */
  public Triage {
    strands = Set.copyOf(strands);
    redFlags = List.copyOf(redFlags);
  }
}
