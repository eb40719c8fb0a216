package uk.concordat.referral;

import java.time.Instant;
import java.util.UUID;

/**
 * A correction that an agency was told of, and whether it has confirmed it.
 *
 * @param amendment the correction
 * @param agency who got what was wrong
 * @param at when they confirmed it; null while they have not
 */
public record AmendmentReceipt(UUID amendment, String agency, Instant at) {}
