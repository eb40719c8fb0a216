package uk.concordat.oversight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.concordat.audit.LeafSpan;

/** The months of the ledger and their disposal. */
@ApplicationScoped
class MonthRepository {
  private static final String SELECT =
      "select id, month, ledger_month_kept(month), rule, proposed_agency, proposed_at, disposed_on"
          + " from ledger_month where month <= cast(?1 as date) and (cast(?2 as text) is null or"
          + " month = cast(?2 as date)) order by month desc";

  @Inject EntityManager em;
  @Inject LedgerExport export;

  /** Months up to that one, the newest first, whether or not they have entries. */
  List<LedgerMonth> upTo(YearMonth newest) {
    return months(newest, null);
  }

  /** That month; empty where the ledger did not exist then. */
  Optional<LedgerMonth> find(YearMonth month, YearMonth newest) {
    return months(newest, month.atDay(1).toString()).stream().findFirst();
  }

  /** The leaves that a disposal of the month erases, in order. */
  List<LeafSpan> erasable(YearMonth month) {
    List<?> runs =
        em.createNativeQuery("select first, next from ledger_month_leaves(cast(?1 as date))")
            .setParameter(1, month.atDay(1).toString())
            .getResultList();
    return runs.stream()
        .map(Object[].class::cast)
        .map(run -> new LeafSpan(((Number) run[0]).longValue(), ((Number) run[1]).longValue()))
        .toList();
  }

  /** Whether the database let it be proposed. */
  boolean propose(YearMonth month) {
    return did("propose_disposal", month);
  }

  /** Whether there was a proposal of the caller's agency to take back. */
  boolean withdraw(YearMonth month) {
    return did("withdraw_disposal", month);
  }

  /** Whether the entries are erased now. */
  boolean dispose(YearMonth month) {
    return did("dispose_month", month);
  }

  private boolean did(String function, YearMonth month) {
    return (Boolean)
        em.createNativeQuery("select " + function + "(cast(?1 as date))")
            .setParameter(1, month.atDay(1).toString())
            .getSingleResult();
  }

  private List<LedgerMonth> months(YearMonth newest, String only) {
    List<?> found =
        em.createNativeQuery(SELECT)
            .setParameter(1, newest.atDay(1).toString())
            .setParameter(2, only)
            .getResultList();
    return found.stream().map(row -> month((Object[]) row, newest)).toList();
  }

  private LedgerMonth month(Object[] row, YearMonth newest) {
    YearMonth month = YearMonth.from(date(row[1]));
    return new LedgerMonth(
        (UUID) row[0],
        month,
        export.span(month),
        month.isBefore(newest),
        (String) row[2],
        (String) row[3],
        (String) row[4],
        row[5] == null ? null : ((Timestamp) row[5]).toInstant(),
        row[6] == null ? null : date(row[6]));
  }

  private static LocalDate date(Object value) {
    return ((Date) value).toLocalDate();
  }
}
