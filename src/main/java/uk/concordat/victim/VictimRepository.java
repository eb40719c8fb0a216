package uk.concordat.victim;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** How the repositories of this room ask: the policies of the tables show what is due. */
abstract class VictimRepository {
  @Inject EntityManager em;

  Stream<Object[]> rows(String sql, Object... parameters) {
    List<?> rows = query(sql, parameters).getResultList();
    return rows.stream().map(Object[].class::cast);
  }

  /** The only column of the rows. */
  Stream<String> texts(String sql, Object... parameters) {
    List<?> rows = query(sql, parameters).getResultList();
    return rows.stream().map(String.class::cast);
  }

  Object one(String sql, Object... parameters) {
    return query(sql, parameters).getSingleResult();
  }

  /** The version of the bank holidays; to be read before they are. */
  long calendar() {
    return ((Number) one("select calendar_now()")).longValue();
  }

  private Query query(String sql, Object... parameters) {
    Query query = em.createNativeQuery(sql);
    for (int i = 0; i < parameters.length; i++) {
      Object value = parameters[i];
      query.setParameter(
          i + 1,
          value instanceof Instant at
              ? Timestamp.from(at)
              : value instanceof Enum<?> ? value.toString() : value);
    }
    return query;
  }

  static Instant at(Object value) {
    return value == null ? null : ((Timestamp) value).toInstant();
  }

  static int number(Object value) {
    return ((Number) value).intValue();
  }
}
