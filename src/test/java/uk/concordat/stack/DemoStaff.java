package uk.concordat.stack;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Makes the demo accounts known to the portal before anyone of them has signed in. */
record DemoStaff(DataSource superuser) {
  private static final String UPSERT =
      """
      insert into staff (subject, username, display_name, agency, role, teams)
      values (?, ?, ?, ?, ?, ?)
      on conflict (subject) do update set
        username = excluded.username, display_name = excluded.display_name,
        agency = excluded.agency, role = excluded.role, teams = excluded.teams
      """;

  void register(List<DemoAccount> accounts) {
    try (Connection connection = superuser.getConnection();
        PreparedStatement statement = connection.prepareStatement(UPSERT)) {
      for (DemoAccount account : accounts) {
        statement.setObject(1, account.subject());
        statement.setString(2, account.username());
        statement.setString(3, account.displayName());
        statement.setString(4, account.agency());
        statement.setString(5, account.role());
        statement.setArray(6, connection.createArrayOf("text", account.teams().toArray()));
        statement.addBatch();
      }
      statement.executeBatch();
    } catch (SQLException e) {
      throw new StackFailure("The demo accounts cannot be registered: " + e.getMessage(), e);
    }
  }
}
