package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import uk.concordat.audit.TrailCursor;

/** Reads who has seen a referral, as far as the database lets the caller know. */
@ApplicationScoped
class SeenRepository {
  private static final String SELECT =
      "select ordinal, id, leaf, at, verb, action, permitted, reason, actor = caller_subject(),"
          + " name, agency, role, classes, recipients, agreement, purpose from record_trail(?1,"
          + " cast(?2 as timestamptz), cast(?3 as bigint), ?4)";

  @Inject EntityManager em;

  /**
   * A page of it, newest first; empty where the caller does not answer for the record.
   *
   * @param before where the page before ended; null for the newest
   */
  List<SeenEntry> of(UUID record, TrailCursor before, int limit) {
    List<?> rows =
        em.createNativeQuery(SELECT)
            .setParameter(1, record)
            .setParameter(2, before == null ? null : before.at().toString())
            .setParameter(3, before == null ? null : Long.toString(before.ordinal()))
            .setParameter(4, limit)
            .getResultList();
    return rows.stream().map(row -> entry((Object[]) row)).toList();
  }

  private static SeenEntry entry(Object[] row) {
    return new SeenEntry(
        ((Number) row[0]).longValue(),
        (UUID) row[1],
        row[2] == null ? null : ((Number) row[2]).longValue(),
        instant(row[3]),
        (String) row[4],
        (String) row[5],
        (Boolean) row[6],
        (String) row[7],
        (Boolean) row[8],
        (String) row[9],
        (String) row[10],
        (String) row[11],
        list((String) row[12]),
        list((String) row[13]),
        (String) row[14],
        (String) row[15]);
  }

  private static Instant instant(Object value) {
    return ((Timestamp) value).toInstant();
  }

  private static List<String> list(String joined) {
    return joined == null || joined.isEmpty() ? List.of() : Arrays.asList(joined.split(","));
  }
}
