package uk.concordat.prosecution;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import uk.concordat.kernel.Strand;

/**
 * A charge as the police propose it; what is missing is null.
 *
 * @param victim number of the victim; 1 is the person of the referral
 * @param lastDay null where it was on one day
 * @param strands on which an aggravated offence is; empty for any other
 * @param alternative number of the aggravated charge to which this is the basic alternative
 */
public record ChargeContent(
    UUID defendant,
    Integer victim,
    String offence,
    LocalDate firstDay,
    LocalDate lastDay,
    Set<Strand> strands,
    Integer alternative) {
  /** Puts the strands in order. */
  public ChargeContent {
    strands = new TreeSet<>(strands);
  }

  /** Its basic alternative: the same conduct without the hostility. */
  ChargeContent alternative(String basic, int to) {
    return new ChargeContent(defendant, victim, basic, firstDay, lastDay, Set.of(), to);
  }

  /** When it was committed; null where that is not said. */
  Committed committed() {
    return firstDay == null ? null : new Committed(firstDay, lastDay == null ? firstDay : lastDay);
  }
}
