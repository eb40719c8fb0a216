package uk.concordat.incident;

import java.time.Instant;

/**
 * Another incident that could belong together with one.
 *
 * @param other its reference
 * @param category code of list {@code category}
 */
public record LinkProposal(String other, Ground ground, String category, Instant loggedAt) {}
