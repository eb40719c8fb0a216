package uk.concordat.queue;

/**
 * One of the referrals that somebody chose.
 *
 * @param version as they saw it
 */
public record BulkChoice(String reference, String version) {}
