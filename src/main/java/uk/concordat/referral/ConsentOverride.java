package uk.concordat.referral;

import java.time.Instant;

/**
 * Who answered for sharing without the agreement of the person harmed, and why: part of data class
 * D4.
 *
 * @param reason code of list {@code override-reason}
 * @param role code of the role in which they did
 */
public record ConsentOverride(String reason, String role, Instant at) {}
