package uk.concordat.agreement;

import java.time.Instant;
import java.util.UUID;

/**
 * What somebody did to an agreement.
 *
 * @param subject who; null where the installation did
 * @param agency for which agency; null where the installation did
 */
record Act(UUID subject, String agency, Instant at) {}
