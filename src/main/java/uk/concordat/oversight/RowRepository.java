package uk.concordat.oversight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import uk.concordat.audit.Verb;
import uk.concordat.audit.export.DisposedRow;
import uk.concordat.audit.export.KeptRow;
import uk.concordat.audit.export.Row;
import uk.concordat.audit.export.WithheldRow;

/** Leaves with what is left of their entries, as far as the caller's agency may have them. */
@ApplicationScoped
class RowRepository {
  @Inject EntityManager em;

  /** Keeps disposals waiting until the end of the transaction: none falls between two pages. */
  void hold() {
    em.createNativeQuery(
            "select cast(pg_advisory_xact_lock_shared(hashtext('concordat.disposal')) as text)")
        .getResultList();
  }

  /**
   * Leaves in order.
   *
   * @param from the first
   * @param to the one after the last
   * @throws DisposalPending where one that tells of others has no leaf yet
   * @throws IllegalStateException where an entry is missing: the ledger has been tampered with
   */
  List<Row> rows(long from, long to) {
    List<?> found =
        em.createNativeQuery(
                "select leaf, hash, at, verb, permitted, key, entry, held, rule, disposed_on,"
                    + " tombstone from ledger_rows(?1, ?2)")
            .setParameter(1, from)
            .setParameter(2, to)
            .getResultList();
    return found.stream().map(row -> row((Object[]) row)).toList();
  }

  /**
   * The first leaf whose entry was made in that month or later (UTC); empty where there is none.
   */
  Optional<Long> firstOf(YearMonth month) {
    Object leaf =
        em.createNativeQuery("select ledger_leaf_from(?1)")
            .setParameter(
                1, Timestamp.from(month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant()))
            .getSingleResult();
    return Optional.ofNullable((Number) leaf).map(Number::longValue);
  }

  private static Row row(Object[] row) {
    long leaf = ((Number) row[0]).longValue();
    byte[] hash = (byte[]) row[1];
    boolean held = (Boolean) row[7];
    if (held && row[6] == null) {
      return new WithheldRow(leaf, hash);
    }
    if (held) {
      return new KeptRow(
          leaf,
          hash,
          ((Timestamp) row[2]).toInstant(),
          Verb.valueOf((String) row[3]),
          (Boolean) row[4],
          (byte[]) row[5],
          (byte[]) row[6]);
    }
    if (row[8] != null && row[10] == null) {
      throw new DisposalPending();
    }
    if (row[8] == null) {
      throw new IllegalStateException("Entry %d is missing".formatted(leaf));
    }
    LocalDate date = ((Date) row[9]).toLocalDate();
    return new DisposedRow(leaf, hash, (String) row[8], date, ((Number) row[10]).longValue());
  }
}
