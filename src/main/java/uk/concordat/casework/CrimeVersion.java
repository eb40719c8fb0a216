package uk.concordat.casework;

import java.time.Instant;

/**
 * What a crime was recorded as before it was corrected.
 *
 * @param number counts them from 1, the oldest
 * @param content as it stood
 * @param reason why it was corrected, in the words of whoever did
 * @param role code of the role in which they did
 * @param at when it was corrected
 */
public record CrimeVersion(
    int number, CrimeContent content, String reason, String role, Instant at) {}
