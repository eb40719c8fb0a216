package uk.concordat.referral;

import uk.concordat.kernel.Strand;

/**
 * What a list shall hold. Null means any.
 *
 * @param reference a whole reference or the beginning of one
 * @param limit 1 to 100
 * @param cursor opaque place to go on from, out of {@link ListPage}
 */
public record ListQuery(
    Box box,
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
    return new ListQuery(box, null, null, null, null, null, null, Sort.DUE, 25, null);
  }

  /** The same, so many at a time. */
  public ListQuery limitedTo(int limit) {
    return new ListQuery(box, open, state, from, to, strand, reference, sort, limit, cursor);
  }
}
