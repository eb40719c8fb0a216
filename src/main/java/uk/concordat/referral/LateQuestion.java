package uk.concordat.referral;

import java.time.Instant;
import java.util.UUID;
import uk.concordat.kernel.Urgency;

/**
 * A question that nobody answered in time.
 *
 * @param agency the one that asked
 * @param paused the clock that stands still for it
 * @param since when it has stood still
 */
public record LateQuestion(
    UUID referral, String agency, Urgency urgency, Clocked paused, Instant since) {}
