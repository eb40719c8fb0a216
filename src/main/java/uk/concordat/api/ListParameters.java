package uk.concordat.api;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import uk.concordat.kernel.Strand;
import uk.concordat.referral.Box;
import uk.concordat.referral.ListQuery;
import uk.concordat.referral.Queue;
import uk.concordat.referral.ReferralState;

/** Reads the query of a list. */
final class ListParameters {
  private static final Set<String> KNOWN =
      Set.of(
          "box",
          "queue",
          "open",
          "state",
          "from",
          "to",
          "strand",
          "reference",
          "sort",
          "limit",
          "cursor");

  private final StrictQuery given;

  private ListParameters(MultivaluedMap<String, String> given, Set<String> known) {
    this.given = new StrictQuery(given, known);
  }

  /**
   * The query of a list that is read as a whole, with the name of one more parameter, which is
   * somebody else's to read.
   */
  static ListQuery whole(MultivaluedMap<String, String> given, String more) {
    var known = new HashSet<>(KNOWN);
    known.removeAll(Set.of("limit", "cursor"));
    known.add(more);
    var parameters = new ListParameters(given, known);
    ListQuery query = parameters.query();
    parameters.given.throwIfAny();
    return query;
  }

  static ListQuery read(MultivaluedMap<String, String> given) {
    var parameters = new ListParameters(given, KNOWN);
    ListQuery query = parameters.query();
    parameters.given.throwIfAny();
    return query;
  }

  private ListQuery query() {
    Queue queue = code("queue", Queue.values(), Queue::code);
    ListQuery.Sort sort = code("sort", ListQuery.Sort.values(), ListParameters::lower);
    String limit = given.shaped("limit", "\\d{1,3}", "invalid");
    Box box = code("box", Box.values(), ListParameters::lower);
    alone(queue, box, "box");
    alone(queue, sort, "sort");
    return new ListQuery(
        box,
        queue,
        given.truth("open"),
        code("state", ReferralState.values(), Enum::name),
        given.shaped("from", "[A-Z0-9-]{1,60}", "unknown"),
        given.shaped("to", "[A-Z0-9-]{1,60}", "unknown"),
        code("strand", Strand.values(), Enum::name),
        given.shaped("reference", "[A-Z0-9-]{1,17}", "invalid"),
        queue != null ? queue.sort() : sort == null ? ListQuery.Sort.DUE : sort,
        limit == null ? 25 : Integer.parseInt(limit),
        given.shaped("cursor", "[A-Za-z0-9_-]{1,500}", "invalid"));
  }

  /** A queue is a list of its own, in its own order. */
  private void alone(Queue queue, Object other, String name) {
    if (queue != null && other != null) {
      given.wrong(name, "not-with-queue");
    }
  }

  private <E extends Enum<E>> E code(String name, E[] values, Function<E, String> spelling) {
    return given.value(
        name,
        "unknown",
        code ->
            Arrays.stream(values)
                .filter(value -> spelling.apply(value).equals(code))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new));
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
