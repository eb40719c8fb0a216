package uk.concordat.prosecution;

import java.time.LocalDate;

/**
 * Somebody who is suspected, as they are written down; what is missing is null.
 *
 * @param dateOfBirth null where it is not known
 * @param pncId null where there is none
 * @param custodyUntil the last day of the custody time limit; null where they are not in custody
 */
public record DefendantContent(
    String name, LocalDate dateOfBirth, String pncId, Held held, LocalDate custodyUntil) {}
