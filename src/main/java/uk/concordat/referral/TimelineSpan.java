package uk.concordat.referral;

import java.util.Comparator;

/**
 * Which part of a timeline is read.
 *
 * @param oldestFirst in which order
 * @param after where the page before ended; null for the beginning
 * @param limit how many entries at most
 */
public record TimelineSpan(boolean oldestFirst, TimelineCursor after, int limit) {
  /** As the database orders identities. */
  private static final Comparator<TimelineEntry> OLDEST_FIRST =
      Comparator.comparing(TimelineEntry::at).thenComparing(entry -> entry.id().toString());

  /** The same with one more, which tells whether there is more. */
  public TimelineSpan andOneMore() {
    return new TimelineSpan(oldestFirst, after, limit + 1);
  }

  /** Its order. */
  Comparator<TimelineEntry> order() {
    return oldestFirst ? OLDEST_FIRST : OLDEST_FIRST.reversed();
  }

  /**
   * The part of a query that lies in it.
   *
   * @param select with a column {@code at} and a column {@code id}
   */
  String of(String select) {
    String way = oldestFirst ? "asc" : "desc";
    return "select t.* from ("
        + select
        + ") t, (select cast(?2 as timestamptz) as at, cast(?3 as uuid) as id) place where place.at"
        + " is null or (t.at, t.id) "
        + (oldestFirst ? ">" : "<")
        + " (place.at, place.id) order by t.at "
        + way
        + ", t.id "
        + way
        + " limit ?4";
  }
}
