package uk.concordat.audit.witness;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import uk.concordat.audit.export.TamperedException;

/**
 * What the pages of the portal search and show stands in columns, beside the bytes that the tree
 * commits to: both must say the same, and no entry may stand outside the tree. The digests of what
 * was changed stand in the bytes only.
 */
final class EntryColumns {
  private static final String DIFFERENT =
      """
      select min(l.leaf)
        from ledger_entry e join ledger_leaf l on l.ordinal = e.ordinal and l.at = e.at
       where convert_from(e.entry, 'UTF8')::jsonb - 'digests' is distinct from jsonb_strip_nulls(jsonb_build_object(
               'id', e.id, 'time', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
               'verb', e.verb, 'action', e.action, 'permitted', e.permitted, 'reason', e.reason,
               'actor', e.actor, 'agency', e.actor_agency, 'role', e.actor_role,
               'recordType', e.record_type, 'records', e.record_ids, 'version', e.version,
               'dataClasses', e.data_classes, 'recipients', e.recipients, 'agreement', e.agreement,
               'purpose', e.purpose, 'lawfulBasis', e.lawful_basis, 'erased', e.erased,
               'subjects', nullif(e.subject_ids, '{}')))\
      """;
  private static final String OUTSIDE =
      """
      select min(e.ordinal)
        from ledger_entry e
       where not exists (select from ledger_leaf l where l.ordinal = e.ordinal and l.at = e.at)
         and not exists (select from ledger_pending p where p.ordinal = e.ordinal and p.at = e.at)\
      """;

  private EntryColumns() {}

  /**
   * Compares all.
   *
   * @throws TamperedException with the first that differs
   */
  static void check(Connection database) throws SQLException {
    first(database, DIFFERENT, "Entry %d shows something else than was signed: changed");
    first(database, OUTSIDE, "The row with the ordinal %d has no place in the tree: put in");
  }

  private static void first(Connection database, String sql, String message) throws SQLException {
    try (Statement query = database.createStatement();
        ResultSet rows = query.executeQuery(sql)) {
      rows.next();
      long first = rows.getLong(1);
      if (!rows.wasNull()) {
        throw new TamperedException(message.formatted(first));
      }
    }
  }
}
