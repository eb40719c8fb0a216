package uk.concordat.referral;

/**
 * A referral that somebody chose out of a list.
 *
 * @param row as the list shows it
 * @param version what a move of it must name
 */
public record Chosen(ReferralSummary row, String version) {}
