package uk.concordat.referral;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import uk.concordat.access.DataClass;
import uk.concordat.kernel.Strand;
import uk.concordat.kernel.Urgency;

/**
 * A referral as those need it who keep what the police do about it.
 *
 * @param from code of the agency that sent it
 * @param to code of the force that received it
 * @param strands as the sender gave them
 * @param urgency as the sender gave it
 * @param submittedAt when it was sent
 * @param assignee who works on it; null where nobody does
 * @param own the classes of the force's own work that the caller sees in full
 * @param feedback whether the caller sees what the force says to the sender (D16)
 * @param works whether the caller does the force's work on it
 * @param needs whether the caller sees what makes contact with the person harmed safe (D4), of what
 *     their agency received as its own work, of what it sent as its own sight
 * @param timekeeps whether the caller works the Victims' Code clock on it
 * @param decides whether the caller decides, for the agency that received it, what comes of it
 * @param toProsecutors whether it brings a file to prosecutors
 */
public record CaseworkReferral(
    UUID id,
    String reference,
    long version,
    ReferralState state,
    String from,
    String to,
    Set<Strand> strands,
    Urgency urgency,
    Instant submittedAt,
    UUID assignee,
    Footing footing,
    Set<DataClass> own,
    boolean feedback,
    boolean works,
    boolean needs,
    boolean timekeeps,
    boolean decides,
    boolean toProsecutors) {
  /** Copies the classes. */
  public CaseworkReferral {
    own = Set.copyOf(own);
  }

  /** Whether the caller sees that class of the force's own work. */
  public boolean shows(DataClass dataClass) {
    return own.contains(dataClass);
  }
}
