package uk.concordat.audit.witness;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import uk.concordat.audit.LeafSpan;
import uk.concordat.audit.export.DisposedRow;
import uk.concordat.audit.export.TamperedException;
import uk.concordat.audit.export.Tombstone;

/**
 * The months that the database says were disposed of. That alone excuses nothing: the entry that
 * tells of it must be there.
 */
final class Disposals {
  /** A tombstone that was committed and waits for its leaf, which is beyond all that was signed. */
  private static final long NOT_SEQUENCED_YET = Long.MAX_VALUE;

  private static final String DISPOSED =
      "select m.month, m.rule, m.disposed_on, e.entry, b.leaf, p.ordinal is not null"
          + " from ledger_month m"
          + " left join ledger_entry e on e.at = m.tombstone_at and e.ordinal = m.tombstone"
          + " left join ledger_leaf b on b.ordinal = m.tombstone and b.at = m.tombstone_at"
          + " left join ledger_pending p on p.ordinal = m.tombstone"
          + " where m.disposed_on is not null";

  private record Disposal(String rule, LocalDate date, byte[] entry, long tombstone) {}

  private final Map<YearMonth, Disposal> byMonth = new HashMap<>();

  Disposals(Connection database) throws SQLException {
    try (Statement query = database.createStatement();
        ResultSet rows = query.executeQuery(DISPOSED)) {
      while (rows.next()) {
        long leaf = rows.getLong(5);
        boolean placed = !rows.wasNull();
        if (placed || rows.getBoolean(6)) {
          byMonth.put(
              YearMonth.from(rows.getObject(1, LocalDate.class)),
              new Disposal(
                  rows.getString(2),
                  rows.getObject(3, LocalDate.class),
                  rows.getBytes(4),
                  placed ? leaf : NOT_SEQUENCED_YET));
        }
      }
    }
  }

  /**
   * The entry of that place and time as one that was erased.
   *
   * @throws TamperedException where nothing tells of that
   */
  DisposedRow row(long leaf, byte[] hash, Instant at) {
    Disposal disposal = byMonth.get(YearMonth.from(at.atOffset(ZoneOffset.UTC)));
    boolean told =
        disposal != null
            && disposal.entry() != null
            && Tombstone.in(disposal.entry())
                .filter(
                    tombstone ->
                        tombstone.tellsOf(
                            disposal.rule(), disposal.date(), new LeafSpan(leaf, leaf + 1)))
                .isPresent();
    if (!told || hash == null) {
      throw new TamperedException(
          "Entry %d is missing, and nothing tells of its disposal".formatted(leaf));
    }
    return new DisposedRow(leaf, hash, disposal.rule(), disposal.date(), disposal.tombstone());
  }
}
