package uk.concordat.victim;

import java.time.Instant;
import java.util.UUID;

/**
 * A move that was made of a review.
 *
 * @param to where it led
 * @param happenedAt when the person harmed said it, or it was decided; the beginning of the day in
 *     London where only that is known
 * @param late whether they asked after the time that they are told, and are heard all the same
 * @param words what was decided and why, as it can be read to them; null where nothing was
 * @param actor who made it
 * @param role of whoever made it
 */
public record ReviewStep(
    ReviewMove move,
    ReviewState to,
    Instant happenedAt,
    boolean late,
    String words,
    UUID actor,
    String role) {}
