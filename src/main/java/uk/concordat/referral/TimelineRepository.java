package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Reads a part of a timeline from whatever tables hold it. */
@ApplicationScoped
public class TimelineRepository {
  @Inject EntityManager em;

  /**
   * Rows of a query that lie in that part of the timeline, in its order.
   *
   * @param select with the referral for {@code ?1}; its columns {@code id} and {@code at} come
   *     first
   */
  public List<Object[]> rows(String select, UUID referral, TimelineSpan span) {
    List<?> rows =
        em.createNativeQuery(span.of(select))
            .setParameter(1, referral)
            .setParameter(2, span.after() == null ? null : span.after().at().toString())
            .setParameter(3, span.after() == null ? null : span.after().id().toString())
            .setParameter(4, span.limit())
            .getResultList();
    return rows.stream().map(Object[].class::cast).toList();
  }

  /** A column that holds a time; null where it is empty. */
  public static Instant instant(Object column) {
    return column == null ? null : ((Timestamp) column).toInstant();
  }
}
