package uk.concordat.referral;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import uk.concordat.kernel.Strand;
import uk.concordat.kernel.Urgency;

/** What stands in the header (D1), in the form in which the ledger takes digests of it. */
record HeaderContent(
    ReferralState state,
    ReferralType type,
    String to,
    Urgency urgency,
    Set<Strand> strands,
    Footing footing,
    UUID assignee,
    String dueStep,
    Instant due,
    boolean restricted,
    boolean recalled) {

  static HeaderContent of(Referral referral) {
    Clocked clock = referral.clock();
    return new HeaderContent(
        referral.state(),
        referral.type(),
        referral.route().toAgency(),
        referral.matter().urgency(),
        referral.matter().strands(),
        referral.matter().footing(),
        referral.route().assignee(),
        clock == null ? null : clock.step(),
        clock == null ? null : clock.due().truncatedTo(ChronoUnit.MICROS), // as the database has it
        referral.restricted(),
        referral.recalled());
  }
}
