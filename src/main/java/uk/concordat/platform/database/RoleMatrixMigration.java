package uk.concordat.platform.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.zip.CRC32;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import uk.concordat.access.Permissions;

/**
 * Copies the role matrix from its two files into the database whenever they change, and works out
 * anew who sees what: the policy in Java and the policies in PostgreSQL read the same dated data.
 */
final class RoleMatrixMigration implements JavaMigration {
  private static final String PERMISSIONS =
      """
      insert into role_permission (role, action, scope, valid_from, valid_to)
        select c[1], c[2], scope, c[4]::date, nullif(c[5], '')::date
          from regexp_split_to_table(?, '\\n') line cross join lateral string_to_array(line, ',') c
          cross join lateral unnest(string_to_array(c[3], '+')) scope
         where line <> '' and c[1] <> 'role'
      """;
  private static final String DATA_CLASSES =
      """
      insert into role_data_class (role, data_class, drafting, own, sender, recipient, valid_from, valid_to)
        select c[1], c[2], c[3], c[4], c[5], c[6], c[7]::date, nullif(c[8], '')::date
          from regexp_split_to_table(?, '\\n') line cross join lateral string_to_array(line, ',') c
         where line <> '' and c[1] <> 'role'
      """;

  @Override
  public MigrationVersion getVersion() {
    return null; // repeatable
  }

  @Override
  public String getDescription() {
    return "role matrix";
  }

  @Override
  public Integer getChecksum() {
    var checksum = new CRC32();
    checksum.update(file("permissions.csv").getBytes(StandardCharsets.UTF_8));
    checksum.update(file("data-classes.csv").getBytes(StandardCharsets.UTF_8));
    return (int) checksum.getValue();
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public void migrate(Context context) throws SQLException {
    fill(context, "delete from role_permission", null);
    fill(context, "delete from role_data_class", null);
    fill(context, PERMISSIONS, file("permissions.csv"));
    fill(context, DATA_CLASSES, file("data-classes.csv"));
    fill(context, "do 'begin perform publish(id) from referral; end'", null);
  }

  private static void fill(Context context, String sql, String text) throws SQLException {
    try (PreparedStatement statement = context.getConnection().prepareStatement(sql)) {
      if (text != null) {
        statement.setString(1, text);
      }
      statement.executeUpdate();
    }
  }

  private static String file(String name) {
    try (InputStream file = Permissions.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
