package uk.concordat.prosecution;

import java.time.Instant;

/**
 * A step that was written down.
 *
 * @param agency code of the agency whose people wrote it down
 * @param role of whoever did
 */
public record CareEntry(CareContent content, String agency, String role, Instant at) {}
