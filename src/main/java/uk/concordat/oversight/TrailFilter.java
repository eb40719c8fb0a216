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
 * @param subject about which person, by the id that entries have
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
    UUID subject,
    String from,
    String to,
    Reading reading,
    Instant since,
    Instant until) {
  /** All of one person. */
  static TrailFilter of(UUID actor) {
    return new TrailFilter(actor, null, null, null, null, null, null, null, null, null);
  }

  /** The same of one person. */
  TrailFilter by(UUID identity) {
    return new TrailFilter(
        identity, verb, permitted, record, subject, from, to, reading, since, until);
  }

  /** The same about one record. */
  TrailFilter about(UUID identity) {
    return new TrailFilter(
        actor, verb, permitted, identity, subject, from, to, reading, since, until);
  }
}
