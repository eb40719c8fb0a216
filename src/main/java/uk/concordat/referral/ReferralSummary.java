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
 * @param outcomeOwed whether there is an outcome of which the person harmed is told first, before
 *     it is closed
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
    boolean outcomeOwed,
    Instant changedAt,
    Box box,
    boolean assigned,
    boolean withMe,
    String assigneeName) {}
