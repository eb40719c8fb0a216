package uk.concordat.casework;

import java.time.Instant;
import java.util.UUID;

/**
 * That a crime was recorded twice, and which of the two counts (the force's own D5).
 *
 * @param into the crime that counts; null where it is one of its own after all
 * @param role code of the role in which it was said
 */
public record CrimeMerge(UUID into, String reason, String role, Instant at) {}
