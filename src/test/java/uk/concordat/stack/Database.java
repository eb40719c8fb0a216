package uk.concordat.stack;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The database, its two roles and its extensions: what a production's administrator sets up once.
 */
record Database(Postgres postgres, Secrets secrets) {
  private static final List<String> EXTENSIONS =
      List.of("pg_trgm", "unaccent", "pgcrypto", "btree_gin", "fuzzystrmatch");
  private static final String POWERLESS =
      "LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION";

  /** Makes what is missing; passwords are set anew. */
  void prepare() {
    try (Connection server = postgres.maintenance().getConnection();
        Statement statement = server.createStatement()) {
      role(server, "concordat_owner", secrets.owner());
      role(server, "concordat_app", secrets.app());
      if (missing(server, "select from pg_database where datname = ?", Postgres.DATABASE)) {
        statement.execute("CREATE DATABASE concordat OWNER concordat_owner");
        statement.execute("REVOKE ALL ON DATABASE concordat FROM PUBLIC");
        statement.execute("GRANT CONNECT ON DATABASE concordat TO concordat_app");
      }
    } catch (SQLException e) {
      throw new StackFailure("The database cannot be prepared: " + e.getMessage(), e);
    }
    prepareSchema();
  }

  private void prepareSchema() {
    try (Connection database = postgres.superuser().getConnection();
        Statement statement = database.createStatement()) {
      statement.execute("ALTER SCHEMA public OWNER TO concordat_owner");
      for (String extension : EXTENSIONS) {
        statement.execute("CREATE EXTENSION IF NOT EXISTS " + extension);
      }
    } catch (SQLException e) {
      throw new StackFailure("The schema cannot be prepared: " + e.getMessage(), e);
    }
  }

  /** Names are ours and passwords are base64: neither can end the literal. */
  private static void role(Connection server, String name, String password) throws SQLException {
    boolean create = missing(server, "select from pg_roles where rolname = ?", name);
    try (Statement statement = server.createStatement()) {
      statement.execute(
          "%s ROLE %s %s PASSWORD '%s'"
              .formatted(create ? "CREATE" : "ALTER", name, POWERLESS, password));
    }
  }

  private static boolean missing(Connection server, String query, String name) throws SQLException {
    try (PreparedStatement statement = server.prepareStatement(query)) {
      statement.setString(1, name);
      try (ResultSet found = statement.executeQuery()) {
        return !found.next();
      }
    }
  }
}
