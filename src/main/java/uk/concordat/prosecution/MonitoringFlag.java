package uk.concordat.prosecution;

import java.time.Instant;
import java.util.UUID;
import uk.concordat.kernel.Strand;

/**
 * A change of the monitoring flags of a defendant (domain.md 3.1; masked D10). The last one of a
 * strand stands.
 *
 * @param stands whether it is flagged with it; no where the flag was taken off
 * @param reason why; null where it came with the file, or nobody said why they perceive it
 * @param role code of the role in which it was made
 */
public record MonitoringFlag(
    UUID defendant, Strand strand, boolean stands, String reason, String role, Instant at) {}
