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

  private static final String LEADS =
      """
      insert into team_lead (subject, agency, team, valid_from, set_by)
      select s.subject, s.agency, t, '2026-01-01', s.subject from staff s cross join unnest(s.teams) t
       where s.subject = any (?) on conflict do nothing
      """;
  private static final String MANAGERS =
      """
      insert into staff_manager (subject, manager, valid_from, set_by)
      select s.subject, l.subject, '2026-01-01', l.subject
        from team_lead l join staff s on s.agency = l.agency and l.team = any (s.teams) and s.subject <> l.subject
      on conflict do nothing
      """;

  /** Registers them, who leads which team, and that a team's lead manages its members. */
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
      Object[] leads =
          accounts.stream().filter(DemoAccount::lead).map(DemoAccount::subject).toArray();
      try (PreparedStatement lead = connection.prepareStatement(LEADS);
          PreparedStatement manager = connection.prepareStatement(MANAGERS)) {
        lead.setArray(1, connection.createArrayOf("uuid", leads));
        lead.executeUpdate();
        manager.executeUpdate();
      }
    } catch (SQLException e) {
      throw new StackFailure("The demo accounts cannot be registered: " + e.getMessage(), e);
    }
  }
}
