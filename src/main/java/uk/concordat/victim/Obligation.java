package uk.concordat.victim;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import uk.concordat.referral.Contact;

/**
 * Something that the caller's agency has to tell the person harmed (domain.md 3.5).
 *
 * @param rule code of the rule that asks for it
 * @param label what has to be told, in the portal's words
 * @param eventAt when it happened, as the agency recorded it; the beginning of the day in London
 *     where only that is known
 * @param due by when
 * @param wasDue by when before the calendar of bank holidays changed last; null where it did not
 * @param toldBy codes of list {@code contact-kind}: the contacts that discharge it; none where what
 *     comes of a review does
 * @param told what discharged it; null as long as nothing did
 */
public record Obligation(
    UUID id,
    UUID referral,
    String rule,
    String label,
    EventKind event,
    Instant eventAt,
    Entitlement entitlement,
    Instant due,
    Instant wasDue,
    List<String> toldBy,
    Told told) {
  /** Copies the kinds of contact. */
  public Obligation {
    toldBy = List.copyOf(toldBy);
  }

  /**
   * The contact that discharged it; how, by whom or why not is null where that is withheld, and all
   * but the instant where it was a review that ended.
   *
   * @param result {@code TOLD}, or {@code EXEMPT} where they were not to be told; null too where
   *     that is withheld
   * @param at when they were told
   * @param madeBy code of list {@code contact-made-by}; null where they were not to be told
   * @param exemption code of list {@code contact-exemption}; null where they were told
   * @param role of whoever did it
   */
  public record Told(
      UUID contact,
      Contact.Result result,
      Instant at,
      String madeBy,
      String exemption,
      String role) {}

  /** Whether it was not discharged by its time. */
  public boolean late(Instant now) {
    return (told == null ? now : told.at()).isAfter(due);
  }
}
