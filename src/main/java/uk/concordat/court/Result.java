package uk.concordat.court;

import java.time.Instant;
import java.util.UUID;

/**
 * A result that was recorded, the last of which on a defendant stands (D11).
 *
 * @param number 1 for the first on that defendant
 * @param role code of the role in which it was recorded
 */
public record Result(
    UUID id, UUID defendant, int number, ResultContent said, String role, Instant at) {}
