package uk.concordat.victim;

import java.time.Instant;
import java.util.Set;
import uk.concordat.kernel.WorkingDays;

/**
 * What the Victims' Code asks after an event, as it stood on the day of it (domain.md 3.5).
 *
 * @param code its stable name
 * @param label what has to be told, in the portal's words
 * @param standard how many of the unit, for whoever is entitled to the standard rights
 * @param enhanced the same with the enhanced rights
 * @param owedBy which kind of agency
 * @param toldBy codes of list {@code contact-kind}: the contacts that discharge it
 * @param repeats whether each event of the kind opens one; otherwise the first of a record does
 */
public record Rule(
    String code,
    String label,
    EventKind event,
    int standard,
    int enhanced,
    Limit.Unit unit,
    Holder holder,
    OwedBy owedBy,
    Set<String> toldBy,
    boolean repeats) {

  /** Copies the kinds of contact. */
  public Rule {
    toldBy = Set.copyOf(toldBy);
  }

  /** How long it leaves, for somebody so entitled. */
  public Limit limit(Entitlement entitlement) {
    return new Limit(entitlement == Entitlement.ENHANCED ? enhanced : standard, unit);
  }

  /** When it is due after an event of that instant. */
  public Instant due(Instant event, Entitlement entitlement, WorkingDays workingDays) {
    return limit(entitlement).endsAfter(event, holder, workingDays);
  }
}
