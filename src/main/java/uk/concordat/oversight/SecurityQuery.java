package uk.concordat.oversight;

import java.time.Instant;
import java.util.UUID;
import uk.concordat.audit.SecurityEvent;
import uk.concordat.audit.TrailCursor;

/**
 * Which events of the security log; what is null does not narrow them.
 *
 * @param kind of which kind
 * @param actor whose
 * @param since not before
 * @param until before
 * @param before where the page before ended
 * @param limit at most so many, 1 to 100
 */
public record SecurityQuery(
    SecurityEvent kind, UUID actor, Instant since, Instant until, TrailCursor before, int limit) {

  /** The same of one person. */
  SecurityQuery by(UUID subject) {
    return new SecurityQuery(kind, subject, since, until, before, limit);
  }
}
