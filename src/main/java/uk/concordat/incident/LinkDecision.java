package uk.concordat.incident;

import java.time.Instant;

/**
 * What somebody decided on two incidents that could belong together.
 *
 * @param other reference of the other incident
 * @param confirmed whether they belong together
 * @param standing whether no later decision supersedes it
 * @param reason in their own words
 * @param role code of the role in which they decided
 */
public record LinkDecision(
    String other,
    Ground ground,
    boolean confirmed,
    boolean standing,
    String reason,
    String role,
    Instant at) {}
