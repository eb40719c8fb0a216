package uk.concordat.referral;

import uk.concordat.kernel.Strand;

/**
 * What a list shall hold. Null means any.
 *
 * @param queue one of the caller's queues, in its own order; with it neither box nor order is said
 * @param reference a whole reference or the beginning of one
 * @param limit 1 to 100
 * @param cursor opaque place to go on from, out of {@link ListPage}
 */
public record ListQuery(
    Box box,
    Queue queue,
    Boolean open,
    ReferralState state,
    String from,
    String to,
    Strand strand,
    String reference,
    Sort sort,
    int limit,
    String cursor) {

  /** Orders of a list; each ends with the identity, so that it is total. */
  public enum Sort {
    DUE("due_at", "asc"),
    CHANGED("changed_at", "desc"),
    REFERENCE("reference", "asc"),
    FROM("from_agency", "asc"),
    STATE("state", "asc");

    private final String column;
    private final String direction;

    Sort(String column, String direction) {
      this.column = column;
      this.direction = direction;
    }

    String column() {
      return column;
    }

    String direction() {
      return direction;
    }

    boolean ofTime() {
      return this == DUE || this == CHANGED;
    }
  }

  /** A box from its start, soonest due first. */
  public static ListQuery of(Box box) {
    return new ListQuery(box, null, null, null, null, null, null, null, Sort.DUE, 25, null);
  }

  /** A queue from its start. */
  public static ListQuery of(Queue queue) {
    return new ListQuery(null, queue, null, null, null, null, null, null, queue.sort(), 25, null);
  }

  /** Whatever list it is in: the one of that reference. */
  static ListQuery named(String reference) {
    return new ListQuery(null, null, null, null, null, null, null, reference, Sort.DUE, 1, null);
  }

  /** The same, so many at a time. */
  public ListQuery limitedTo(int limit) {
    return new ListQuery(box, queue, open, state, from, to, strand, reference, sort, limit, cursor);
  }
}
