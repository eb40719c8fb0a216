package uk.concordat.agreement;

/**
 * What somebody proposes on behalf of their agency.
 *
 * @param code of the agreement that it changes; null for a new one
 * @param terms first the proposer's side, whose agency is the caller's whatever it says
 */
public record Proposal(String code, Terms terms) {}
