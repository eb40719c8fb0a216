package uk.concordat.prosecution;

import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import uk.concordat.kernel.Strand;

/**
 * A charge that the police propose (D5).
 *
 * @param number 1 for the first of the file
 * @param victim number of the victim; 1 is the person of the referral
 * @param offence code of it
 * @param strands on which an aggravated offence is; empty for any other
 * @param alternative number of the aggravated charge to which this is the basic alternative; null
 *     where it is none
 */
public record Charge(
    UUID id,
    int number,
    UUID defendant,
    int victim,
    String offence,
    Committed committed,
    Set<Strand> strands,
    Integer alternative) {
  /** Puts the strands in order. */
  public Charge {
    strands = new TreeSet<>(strands);
  }
}
