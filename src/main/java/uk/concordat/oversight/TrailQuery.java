package uk.concordat.oversight;

import java.time.Instant;
import java.util.UUID;
import uk.concordat.audit.Verb;

/**
 * Which entries; what is null does not narrow them.
 *
 * @param actor whose
 * @param verb which operation
 * @param permitted whether it was permitted
 * @param record about which record, by its identity
 * @param since not before
 * @param until before
 * @param before where the page before ended
 * @param limit at most so many, 1 to 100
 */
public record TrailQuery(
    UUID actor,
    Verb verb,
    Boolean permitted,
    UUID record,
    Instant since,
    Instant until,
    TrailCursor before,
    int limit) {

  /** The same of one person. */
  TrailQuery by(UUID subject) {
    return new TrailQuery(subject, verb, permitted, record, since, until, before, limit);
  }
}
