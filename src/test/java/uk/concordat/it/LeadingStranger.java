package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Somebody whom nobody knows yet, who leads their team and goes round the gate in Java.
 *
 * @param connection of the superuser, in a transaction
 */
record LeadingStranger(Connection connection) {

  /** From here on the connection is theirs, in the role of the application. */
  void bind(String agency, String role, String team) throws SQLException {
    UUID subject = UUID.randomUUID();
    try (PreparedStatement known =
            connection.prepareStatement(
                "insert into staff (subject, username, display_name, agency, role, teams) values (?,"
                    + " ?, 'Outsider', ?, ?, array[?])");
        PreparedStatement leads =
            connection.prepareStatement(
                "insert into team_lead (subject, agency, team, valid_from, set_by) values (?, ?, ?,"
                    + " london_day(), ?)");
        PreparedStatement bind =
            connection.prepareStatement(
                "select o_status from bind_caller(?, ?, 'Outsider', ?, array[?], array[?])")) {
      known.setObject(1, subject);
      known.setString(2, subject.toString());
      known.setString(3, agency);
      known.setString(4, role);
      known.setString(5, team);
      known.execute();
      leads.setObject(1, subject);
      leads.setString(2, agency);
      leads.setString(3, team);
      leads.setObject(4, subject);
      leads.execute();
      connection.createStatement().execute("set local role concordat_app");
      bind.setObject(1, subject);
      bind.setString(2, subject.toString());
      bind.setString(3, agency);
      bind.setString(4, role);
      bind.setString(5, team);
      try (ResultSet status = bind.executeQuery()) {
        status.next();
        assertThat(status.getString(1)).isEqualTo("ACTIVE");
      }
    }
  }
}
