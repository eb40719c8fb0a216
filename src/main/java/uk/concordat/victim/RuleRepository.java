package uk.concordat.victim;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Reads the dated rules of the Victims' Code. */
@ApplicationScoped
class RuleRepository extends VictimRepository {

  /** What was asked after an event of that day, in the order of the Code. */
  List<Rule> of(EventKind event, Instant at) {
    return rows(
            "select code, label, event, standard, enhanced, unit, holder, owed_by,"
                + " array_to_string(told_by, ','), repeats from victim_rule where event = ?1 and"
                + " days(valid_from, valid_to) @> cast(?2 as timestamptz) order by position",
            event,
            at)
        .map(RuleRepository::rule)
        .toList();
  }

  /** The events for which an outcome stands today. */
  List<EventKind> eventsOf(String outcome) {
    return texts(
            "select event from victim_outcome_event where outcome = ?1 and days(valid_from,"
                + " valid_to) @> now() order by event",
            outcome)
        .map(EventKind::valueOf)
        .toList();
  }

  /** Codes of contacts; none where no contact discharges it. */
  static List<String> kinds(Object joined) {
    return joined.toString().isEmpty() ? List.of() : List.of(joined.toString().split(","));
  }

  private static Rule rule(Object[] row) {
    return new Rule(
        (String) row[0],
        (String) row[1],
        EventKind.valueOf((String) row[2]),
        number(row[3]),
        number(row[4]),
        Limit.Unit.valueOf((String) row[5]),
        Holder.valueOf((String) row[6]),
        OwedBy.valueOf((String) row[7]),
        Set.copyOf(kinds(row[8])),
        (Boolean) row[9]);
  }
}
