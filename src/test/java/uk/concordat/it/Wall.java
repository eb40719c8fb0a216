package uk.concordat.it;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * The database as the product uses it, with somebody bound and no gate before it; nothing that is
 * done here stays.
 */
final class Wall implements AutoCloseable {
  private final Connection connection;
  private final Statement statement;

  Wall(DataSource superuser) throws SQLException {
    connection = superuser.getConnection();
    connection.setAutoCommit(false);
    statement = connection.createStatement();
  }

  @Override
  public void close() throws SQLException {
    connection.rollback();
    connection.close();
  }

  /** Brings about what nobody here may. */
  void given(String sql) throws SQLException {
    statement.execute("set local role postgres; " + sql);
  }

  /** Is that person from here on; what is given afterwards does not change who is bound. */
  void bind(String username) throws SQLException {
    given(
        "select set_config('test.who', to_jsonb(s)::text, true) from staff s where username = '"
            + username
            + "'");
    statement.execute("set local role concordat_app");
    statement.execute(
        "select b.* from (select cast(current_setting('test.who') as jsonb)) as t (w), bind_caller(cast(w"
            + " ->> 'subject' as uuid), w ->> 'username', w ->> 'display_name', w ->> 'agency', array[w"
            + " ->> 'role'], array(select jsonb_array_elements_text(w -> 'teams'))) b");
  }

  Savepoint mark() throws SQLException {
    return connection.setSavepoint();
  }

  void back(Savepoint mark) throws SQLException {
    connection.rollback(mark);
  }

  /** The first column of the first row that the product's role reads, as boolean or text. */
  String asked(String sql) throws SQLException {
    statement.execute("set local role concordat_app");
    try (ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return String.valueOf(row.getObject(1));
    }
  }

  /** What comes of it as the product's role: {@code done}, {@code no row}, or what is said. */
  String tried(String sql) throws SQLException {
    statement.execute("set local role concordat_app");
    Savepoint before = connection.setSavepoint();
    try {
      return statement.executeUpdate(sql) == 0 ? "no row" : "done";
    } catch (SQLException refused) {
      connection.rollback(before);
      return refused.getMessage().lines().findFirst().orElse("").replace("ERROR: ", "");
    }
  }
}
