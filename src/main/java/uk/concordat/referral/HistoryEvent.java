package uk.concordat.referral;

import java.time.Instant;

/**
 * A move as readers see it: by role and agency, never by name.
 *
 * @param rejection its parts are null for other moves, and where feedback is withheld
 */
public record HistoryEvent(
    Move move, Instant at, String agency, String role, Rejection rejection) {}
