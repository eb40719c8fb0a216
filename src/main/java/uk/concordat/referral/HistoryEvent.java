package uk.concordat.referral;

import java.time.Instant;

/**
 * A move as readers see it: by role and agency, never by name.
 *
 * @param feedback its parts are null for moves without words, and where feedback is withheld
 */
public record HistoryEvent(Move move, Instant at, String agency, String role, Feedback feedback) {}
