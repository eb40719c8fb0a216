package uk.concordat.referral;

import java.time.Instant;
import uk.concordat.access.Participation;

/**
 * A referral as far as information governance sees it: who sent it to whom and how it stands.
 *
 * @param participation who takes part in it, which the gate asks and nobody is shown
 * @param restricted whether it is for named people only
 * @param submittedAt when it was sent; null for a draft
 */
public record ReferralHeader(
    String reference,
    long version,
    ReferralType type,
    ReferralState state,
    Participation participation,
    boolean restricted,
    Instant submittedAt) {

  /** Code of the agency that sent it. */
  public String from() {
    return participation.fromAgency();
  }

  /** Code of the agency that received it; null in a draft without one. */
  public String to() {
    return participation.toAgency();
  }
}
