package uk.concordat.referral;

import java.util.Set;
import java.util.UUID;
import uk.concordat.access.DataClass;
import uk.concordat.kernel.Strand;

/**
 * A referral of the police to prosecutors, as those need it who keep its file and the review of it.
 *
 * @param from code of the force that sends it
 * @param to code of the agency of the prosecutors
 * @param strands as the police gave them
 * @param footing on which it is shared
 * @param shown the classes of what was sent that the caller sees in full
 * @param advice whether the caller sees the prosecutors' own work on it
 * @param decision whether the caller reads what was decided: with the advice, or as its masked form
 *     as far as an agreement lets feedback back
 * @param outcome whether the caller reads what the court made of it: as their agency's own work, or
 *     as far as an agreement lets D11 back
 * @param prepares whether the caller puts the file together now
 * @param carriesOut whether the caller says when the police did what was decided; also after the
 *     referral was closed
 * @param triages whether the caller takes it in now
 * @param reviews whether the caller reviews it now
 * @param timekeeps whether the caller works the Victims' Code clock on it while it is open
 */
public record FileReferral(
    UUID id,
    String reference,
    long version,
    ReferralState state,
    String from,
    String to,
    Set<Strand> strands,
    Footing footing,
    Set<DataClass> shown,
    boolean advice,
    boolean decision,
    boolean outcome,
    boolean prepares,
    boolean carriesOut,
    boolean triages,
    boolean reviews,
    boolean timekeeps) {
  /** Copies the classes. */
  public FileReferral {
    strands = Set.copyOf(strands);
    shown = Set.copyOf(shown);
  }

  /** Whether the caller sees that class of what was sent. */
  public boolean shows(DataClass dataClass) {
    return shown.contains(dataClass);
  }
}
