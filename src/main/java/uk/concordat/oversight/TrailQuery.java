package uk.concordat.oversight;

import uk.concordat.audit.TrailCursor;

/**
 * A page of entries.
 *
 * @param filter which
 * @param before where the page before ended; null for the newest
 * @param limit at most so many, 1 to 100
 */
public record TrailQuery(TrailFilter filter, TrailCursor before, int limit) {}
