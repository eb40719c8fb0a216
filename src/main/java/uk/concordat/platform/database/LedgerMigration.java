package uk.concordat.platform.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import uk.concordat.audit.FormerEntry;

/**
 * Brings the entries of the first ledger, which had no keys of their own, into the one that commits
 * to each entry; in the order in which they were made.
 */
final class LedgerMigration implements JavaMigration {
  private static final String INSERT =
      """
      insert into ledger_entry (id, at, verb, action, permitted, reason, actor, actor_agency, actor_role, record_type, record_ids, version,
                                data_classes, recipients, purpose, lawful_basis, entry, key, commitment)
        select id, at, verb, action, permitted, reason, actor, actor_agency, actor_role, record_type, record_ids, version,
               data_classes, recipients, purpose, lawful_basis, ?, ?, ? from ledger_entry_v003 where id = ?
      """;

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("017.1");
  }

  @Override
  public String getDescription() {
    return "seal former entries";
  }

  @Override
  public Integer getChecksum() {
    return null; // it is part of the product's own classes
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public void migrate(Context context) throws SQLException {
    Connection connection = context.getConnection();
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "create policy former on ledger_entry for insert to concordat_owner with check (true)");
      copy(connection);
      statement.execute("drop policy former on ledger_entry");
      statement.execute("drop table ledger_entry_v003");
    }
  }

  private static void copy(Connection connection) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("select * from ledger_entry_v003 order by at, id")) {
      while (rows.next()) {
        FormerEntry former = FormerEntry.of(rows);
        insert.setBytes(1, former.bytes());
        insert.setBytes(2, former.key());
        insert.setBytes(3, former.commitment());
        insert.setObject(4, former.id());
        insert.executeUpdate();
      }
    }
  }
}
