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
 * @param from of which agency's people
 * @param to about something that this agency was sent
 * @param reading what makes it worth a look; governance only finds any
 * @param since not before
 * @param until before
 */
public record TrailFilter(
    UUID actor,
    Verb verb,
    Boolean permitted,
    UUID record,
    String from,
    String to,
    Reading reading,
    Instant since,
    Instant until) {
  /** All of one person. */
  static TrailFilter of(UUID actor) {
    return new TrailFilter(actor, null, null, null, null, null, null, null, null);
  }

  /** The same of one person. */
  TrailFilter by(UUID subject) {
    return new TrailFilter(subject, verb, permitted, record, from, to, reading, since, until);
  }

  /** The same about one record. */
  TrailFilter about(UUID identity) {
    return new TrailFilter(actor, verb, permitted, identity, from, to, reading, since, until);
  }
}
