package uk.concordat.it;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A database on which the portal's own statements fail, as after a botched migration. */
public final class BrokenDatabase {
  private final DataSource owner;

  /** Breaks and mends through connections of the schema's owner. */
  public BrokenDatabase(DataSource owner) {
    this.owner = owner;
  }

  /** Takes the right to bind a caller from the portal, and gives it back. */
  public void whileNobodyCanBeBound(Runnable meanwhile) {
    execute("revoke execute on function bind_caller from concordat_app");
    try {
      meanwhile.run();
    } finally {
      execute("grant execute on function bind_caller to concordat_app");
    }
  }

  private void execute(String sql) {
    try (Connection connection = owner.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
