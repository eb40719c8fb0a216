package uk.concordat.referral;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import uk.concordat.kernel.Strand;
import uk.concordat.kernel.Urgency;

/**
 * One row of a list.
 *
 * @param name of the person harmed; null where nobody is named or it is withheld
 * @param personKnown false where the referral names nobody; null where that is withheld
 * @param clock null where nothing is due
 * @param assigned whether somebody works on it
 * @param withMe whether that is the caller
 */
public record ReferralSummary(
    UUID id,
    String reference,
    ReferralState state,
    ReferralType type,
    String from,
    String to,
    Urgency urgency,
    Set<Strand> strands,
    String name,
    Boolean personKnown,
    Clocked clock,
    Instant changedAt,
    Box box,
    boolean assigned,
    boolean withMe,
    String assigneeName) {}
