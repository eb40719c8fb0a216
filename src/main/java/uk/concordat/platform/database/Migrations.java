package uk.concordat.platform.database;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the schema up to date. Runs as the owner of the schema, before the portal starts and
 * outside of it: the portal never holds the owner's password.
 */
public final class Migrations {
  private Migrations() {}

  /** Applies what is missing; does nothing where the schema is current. */
  public static void migrate(DataSource owner) {
    Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(owner)
        .locations("classpath:db/migration")
        .javaMigrations(new LedgerMigration(), new RoleMatrixMigration())
        .load()
        .migrate();
  }
}
