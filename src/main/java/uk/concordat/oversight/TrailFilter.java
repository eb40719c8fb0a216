package uk.concordat.oversight;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import uk.concordat.audit.Verb;
import uk.concordat.kernel.InvalidInput;

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
  private static final Duration USUAL = Duration.ofDays(31);
  private static final Duration MOST = Duration.ofDays(367);

  /** All of one person. */
  static TrailFilter of(UUID actor) {
    return new TrailFilter(actor, null, null, null, null, null, null, null, null, null);
  }

  /** The same of one person. */
  TrailFilter by(UUID identity) {
    return new TrailFilter(
        identity, verb, permitted, record, subject, from, to, reading, since, until);
  }

  /** The same, with what was refused asked for plainly: that needs no look at each entry. */
  TrailFilter plain() {
    return reading == Reading.REFUSED && permitted == null
        ? new TrailFilter(actor, verb, false, record, subject, from, to, null, since, until)
        : this;
  }

  /** The same without its days. */
  public TrailFilter recent() {
    return new TrailFilter(actor, verb, permitted, record, subject, from, to, reading, null, null);
  }

  /**
   * The same within a span, where neither one person's nor one record's entries are asked for: they
   * would be too many to walk.
   *
   * @throws InvalidInput where more than a year is asked for
   */
  TrailFilter within(Instant now) {
    if (actor != null || record != null || subject != null) {
      return this;
    }
    Instant end = until == null || until.isAfter(now) ? now : until;
    Instant begin = since == null ? end.minus(USUAL) : since;
    if (begin.isBefore(end.minus(MOST))) {
      throw new InvalidInput("since", "span");
    }
    return new TrailFilter(
        actor, verb, permitted, record, subject, from, to, reading, begin, until);
  }

  /** The same about one record. */
  TrailFilter about(UUID identity) {
    return new TrailFilter(
        actor, verb, permitted, identity, subject, from, to, reading, since, until);
  }
}
