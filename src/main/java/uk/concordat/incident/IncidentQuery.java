package uk.concordat.incident;

import uk.concordat.kernel.Strand;

/**
 * What a list of incidents shall hold, newest first. Null means any.
 *
 * @param state never null
 * @param category code of list {@code category}
 * @param reference a whole reference or the beginning of one
 * @param limit 1 to 100
 * @param cursor opaque place to go on from, out of {@link IncidentPage}
 */
public record IncidentQuery(
    IncidentState state,
    String category,
    Strand strand,
    String reference,
    int limit,
    String cursor) {}
