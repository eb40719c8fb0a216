package uk.concordat.oversight;

import java.util.ArrayList;
import java.util.List;
import uk.concordat.audit.TrailCursor;

/**
 * The question for a page of entries. Only what narrows it stands in it, so that the database sees
 * which index to use; every value is a parameter.
 */
final class TrailSql {
  private static final String KEYS = "(e.at, e.ordinal) in (select a.at, a.ordinal from ";

  private final StringBuilder conditions = new StringBuilder("true");
  private final List<String> values = new ArrayList<>();

  /**
   * Words it.
   *
   * @param agency only what its people did or what it was sent; null for all
   */
  TrailSql(TrailQuery wanted, String agency) {
    TrailFilter filter = wanted.filter();
    TrailCursor before = wanted.before();
    String since = parameter(filter.since(), "timestamptz");
    String until = parameter(filter.until(), "timestamptz");
    and("e.at >= ", since, "");
    and("e.at < ", until, "");
    and("e.actor = ", parameter(filter.actor(), "uuid"), "");
    and("e.verb = ", parameter(filter.verb(), "text"), "");
    and("e.actor_agency = ", parameter(filter.from(), "text"), "");
    and(KEYS + "ledger_about(", parameter(filter.record(), "uuid"), ") a)");
    and(KEYS + "ledger_about_person(", parameter(filter.subject(), "uuid"), ") a)");
    String to = parameter(filter.to(), "text");
    and(KEYS + "ledger_sent_to(", to, ", " + since + ", " + until + ") a)");
    if (filter.permitted() != null) {
      // said plainly: refusals have an index of their own
      conditions.append(filter.permitted() ? " and e.permitted" : " and not e.permitted");
    }
    if (before != null) {
      String ordinal = parameter(before.ordinal(), "bigint");
      and("(e.at, e.ordinal) < (", parameter(before.at(), "timestamptz"), ", " + ordinal + ")");
    }
    String own = parameter(agency, "text");
    and("(e.actor_agency = ", own, " or e.recipients @> array[" + own + "])");
    and("ledger_marked(", parameter(filter.reading(), "text"), ", e.at, e.ordinal)");
  }

  /** What entries must be; its parameters are numbered from 1. */
  String conditions() {
    return conditions.toString();
  }

  /** The values of the parameters, in their order. */
  List<String> values() {
    return List.copyOf(values);
  }

  /** Null as SQL has it, where there is no value. */
  private String parameter(Object value, String type) {
    if (value == null) {
      return "cast(null as " + type + ")";
    }
    values.add(value.toString());
    return "cast(cast(?" + values.size() + " as text) as " + type + ")";
  }

  private void and(String left, String parameter, String right) {
    if (!parameter.startsWith("cast(null")) {
      conditions.append(" and ").append(left).append(parameter).append(right);
    }
  }
}
