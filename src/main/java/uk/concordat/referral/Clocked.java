package uk.concordat.referral;

import java.time.Instant;

/**
 * A step with a time limit.
 *
 * @param step {@code ACKNOWLEDGE}, {@code DECIDE} or {@code FIRST_CONTACT}
 * @param start when the clock started
 * @param due when it runs out
 */
public record Clocked(String step, Instant start, Instant due) {}
