package uk.concordat.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.concordat.caller.Caller;
import uk.concordat.kernel.Ids;

/** Keeps files of incidents aside; the database shows only the caller's own. */
@ApplicationScoped
class ImportRepository {
  private static final String ROW =
      "insert into incident_import_row values (?::uuid, ?::uuid, ?::integer, ?, ?, ?, ?, ?::date,"
          + " ?::time, ?::date, ?::time, ?, ?, ?, ?, ?, ?, ?, ?::boolean, ?::boolean, ?::boolean, ?,"
          + " ?::date, ?)";
  private static final String FIND =
      "select m.state, m.row_count, m.wrong, m.created_at, coalesce(p.step, 'READING'),"
          + " coalesce(p.done, m.row_count), coalesce(p.at, m.created_at), coalesce(p.failed, false) from incident_import m left"
          + " join incident_import_progress p on p.import = m.id where m.id = ?1";
  private static final int MOST_SHOWN = 100;

  @Inject EntityManager em;

  /** Begins to read a file. */
  UUID begin(Caller owner, Instant now) {
    UUID id = Ids.next();
    em.createNativeQuery(
            "insert into incident_import (id, owner, owner_role, agency, team, state, created_at)"
                + " values (?1, ?2, ?3, ?4, cast(?5 as text), 'READING', ?6)")
        .setParameter(1, id)
        .setParameter(2, owner.subject())
        .setParameter(3, owner.role())
        .setParameter(4, owner.agency())
        .setParameter(5, owner.teams().stream().sorted().findFirst().orElse(null))
        .setParameter(6, Timestamp.from(now))
        .executeUpdate();
    return id;
  }

  /** Keeps rows aside, many at a time. */
  void keep(UUID importId, List<ImportRow> rows) {
    Connection connection = em.unwrap(Connection.class);
    try (PreparedStatement statement = connection.prepareStatement(ROW)) {
      for (ImportRow row : rows) {
        List<Object> values = row.values(importId);
        for (int i = 0; i < values.size(); i++) {
          Object value = values.get(i);
          statement.setString(i + 1, value == null ? null : value.toString());
        }
        statement.addBatch();
      }
      statement.executeBatch();
    } catch (SQLException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** Ends the reading: with something wrong nothing of it is kept but what is wrong. */
  void end(UUID importId, int rows, int wrong, List<RowError> errors) {
    for (RowError error : errors) {
      em.createNativeQuery(
              "insert into incident_import_error values (?1, ?2, ?3, ?4) on conflict do nothing")
          .setParameter(1, importId)
          .setParameter(2, error.row())
          .setParameter(3, error.field())
          .setParameter(4, error.code())
          .executeUpdate();
    }
    if (wrong > 0) {
      em.createNativeQuery("delete from incident_import_row where import = ?1")
          .setParameter(1, importId)
          .executeUpdate();
    }
    em.createNativeQuery(
            "update incident_import set state = ?2, row_count = ?3, wrong = ?4 where id = ?1")
        .setParameter(1, importId)
        .setParameter(2, wrong > 0 ? "REFUSED" : "READY")
        .setParameter(3, rows)
        .setParameter(4, wrong)
        .executeUpdate();
  }

  /** Keeps how far the work on it has come. */
  void tell(UUID id, ImportStep step, int done, Instant now) {
    em.createNativeQuery(
            "insert into incident_import_progress (import, step, done, at) values (?1, ?2, ?3, ?4)"
                + " on conflict (import) do update set step = excluded.step, done = excluded.done,"
                + " at = excluded.at, failed = false")
        .setParameter(1, id)
        .setParameter(2, step.name())
        .setParameter(3, done)
        .setParameter(4, Timestamp.from(now))
        .executeUpdate();
  }

  /** Keeps that the work on it could not be done. */
  void failed(UUID id) {
    em.createNativeQuery("update incident_import_progress set failed = true where import = ?1")
        .setParameter(1, id)
        .executeUpdate();
  }

  /** Whether a file of the caller's is in work: whoever works on it has said so since then. */
  boolean working(Instant since) {
    return (Boolean)
        em.createNativeQuery(
                "select exists (select from incident_import m join incident_import_progress p on"
                    + " p.import = m.id where p.at > ?1 and not p.failed and (m.state = 'READING' or"
                    + " (m.state = 'READY' and p.step = 'LOGGING')))")
            .setParameter(1, Timestamp.from(since))
            .getSingleResult();
  }

  /**
   * A file of the caller's.
   *
   * @param since whoever works on it has said so since then
   */
  Optional<ImportView> find(UUID id, Instant since) {
    return rows(FIND, id).stream().map(row -> view(id, row, since)).findFirst();
  }

  private ImportView view(UUID id, Object[] row, Instant since) {
    ImportStep step = ImportStep.valueOf((String) row[4]);
    boolean failed = (Boolean) row[7];
    boolean alive = !failed && ((Timestamp) row[6]).toInstant().isAfter(since);
    var stored = ImportState.valueOf((String) row[0]);
    ImportState state = ImportState.of(stored, step, alive);
    boolean cut = state == ImportState.READY && step == ImportStep.LOGGING;
    return new ImportView(
        id,
        state,
        ((Number) (state.working() || state == ImportState.INTERRUPTED ? row[5] : row[1]))
            .intValue(),
        ((Number) row[1]).intValue(),
        ((Number) row[2]).intValue(),
        cut || state == ImportState.INTERRUPTED,
        failed,
        errors(id),
        ((Timestamp) row[3]).toInstant());
  }

  private List<RowError> errors(UUID id) {
    return rows(
            "select row, field, code from incident_import_error where import = ?1 order by row,"
                + " field, code limit "
                + MOST_SHOWN,
            id)
        .stream()
        .map(row -> new RowError(((Number) row[0]).intValue(), (String) row[1], (String) row[2]))
        .toList();
  }

  /**
   * Logs the next of it: how many; 0 once all of it is logged, null where the database does not let
   * the caller.
   */
  Integer commit(UUID id, int year, Instant now, int most) {
    return (Integer)
        em.createNativeQuery("select commit_import(?1, ?2, ?3, ?4)")
            .setParameter(1, id)
            .setParameter(2, year)
            .setParameter(3, Timestamp.from(now))
            .setParameter(4, most)
            .getSingleResult();
  }

  /** Forgets it; false where there is nothing to forget. */
  boolean discard(UUID id) {
    return em.createNativeQuery("delete from incident_import where id = ?1")
            .setParameter(1, id)
            .executeUpdate()
        == 1;
  }

  private List<Object[]> rows(String sql, UUID id) {
    List<?> rows = em.createNativeQuery(sql).setParameter(1, id).getResultList();
    return rows.stream().map(Object[].class::cast).toList();
  }
}
