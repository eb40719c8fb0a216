package uk.concordat.it;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What the catalogue says of tables under row-level security: no list of ours can forget one. */
record GuardedTables(Connection superuser) {

  /** All of them, by name. */
  List<String> names() throws SQLException {
    return strings(
        "select relname from pg_class where relkind in ('r', 'p') and not relispartition and relrowsecurity and relnamespace ="
            + " 'public'::regnamespace order by 1");
  }

  /** The tables that nobody guards: none but Flyway's own. */
  List<String> unguarded() throws SQLException {
    return strings(
        "select relname from pg_class where relkind in ('r', 'p') and not (relrowsecurity and"
            + " relforcerowsecurity) and relnamespace = 'public'::regnamespace order by 1");
  }

  /** Those that somebody could set: what the database generates is nobody's to write. */
  List<String> columns(String table) throws SQLException {
    return strings(
        "select attname from pg_attribute where attrelid = '"
            + table
            + "'::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum");
  }

  /** Switches all walls of the database off or on. */
  void rowLevelSecurity(List<String> tables, String state) throws SQLException {
    try (Statement statement = superuser.createStatement()) {
      for (String table : tables) {
        statement.execute("alter table " + table + " " + state + " row level security");
      }
    }
  }

  List<String> strings(String sql) throws SQLException {
    try (Statement statement = superuser.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> strings = new ArrayList<>();
      while (rows.next()) {
        strings.add(rows.getString(1));
      }
      return strings;
    }
  }
}
