package uk.concordat.court;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** How the repositories of this room ask: the policies of the tables show and take what is due. */
abstract class CourtRepository {
  @Inject EntityManager em;

  List<Object[]> rows(String sql, Object... parameters) {
    List<?> rows = query(sql, parameters).getResultList();
    return rows.stream().map(Object[].class::cast).toList();
  }

  /** How many rows it made or changed. */
  int execute(String sql, Object... parameters) {
    return query(sql, parameters).executeUpdate();
  }

  /** Days, times, yes and no go as texts, to be cast where they stand. */
  private Query query(String sql, Object... parameters) {
    Query query = em.createNativeQuery(sql);
    for (int i = 0; i < parameters.length; i++) {
      Object value = parameters[i];
      query.setParameter(
          i + 1,
          value instanceof Instant at
              ? Timestamp.from(at)
              : value == null || value instanceof UUID || value instanceof Integer
                  ? value
                  : value.toString());
    }
    return query;
  }

  static LocalDate day(Object value) {
    return value == null ? null : ((Date) value).toLocalDate();
  }

  static Instant at(Object value) {
    return value == null ? null : ((Timestamp) value).toInstant();
  }

  static int number(Object value) {
    return ((Number) value).intValue();
  }

  static UUID id(Object value) {
    return (UUID) value;
  }

  static <E extends Enum<E>> E constant(Class<E> type, Object value) {
    return value == null ? null : Enum.valueOf(type, (String) value);
  }
}
