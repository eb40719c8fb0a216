package uk.concordat.audit;

import java.sql.Timestamp;

/**
 * A committed entry that has no place in the tree yet.
 *
 * @param ordinal the order in which it gets one
 * @param leaf what is committed to
 */
record Pending(long ordinal, Leaf leaf) {

  static Pending of(Object[] row) {
    return new Pending(
        ((Number) row[0]).longValue(),
        new Leaf(
            ((Timestamp) row[1]).toInstant(),
            Verb.valueOf((String) row[2]),
            (Boolean) row[3],
            (byte[]) row[4]));
  }
}
