package uk.concordat.it;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Brings people into relations to a record that would take long, or need somebody else's doing. */
final class Relations {
  private static final String ALL_CLASSES =
      "(select array_agg('D' || n) from generate_series(1, 16) n)";

  private final DataSource owner;

  /** Works through connections of the schema's owner. */
  Relations(DataSource owner) {
    this.owner = owner;
  }

  /** Bars somebody. */
  void exclude(String reference, String username) {
    run(
        "insert into exclusion (id, record, subject, reason, set_by) select gen_random_uuid(), r.id,"
            + " s.subject, 'OTHER', s.subject from referral r, staff s where r.reference = ? and"
            + " s.username = ?",
        reference,
        username);
  }

  /** Gives somebody sight of every class that their role may be given, for a week. */
  void grant(String reference, String username) {
    sight("GRANT", "interval '7 days'", reference, username);
  }

  /** Lets somebody have broken the glass just now, for every class that there is. */
  void breakGlass(String reference, String username) {
    sight("BREAK_GLASS", "interval '4 hours'", reference, username);
  }

  private void sight(String kind, String time, String reference, String username) {
    run(
        "insert into access_grant (id, record, subject, agency, role, kind, data_classes, purpose,"
            + " valid_from, valid_to, granted_by) select gen_random_uuid(), r.id, s.subject, s.agency,"
            + " s.role, '"
            + kind
            + "', "
            + ALL_CLASSES
            + ", 'PREVENT_DETECT', now(), now() + "
            + time
            + ", r.owner from referral r, staff s where r.reference = ? and s.username = ?",
        reference,
        username);
  }

  /** Lets the 28 days after a rejection be over. */
  void letContentEnd(String reference) {
    run(
        "update referral set content_until = now() - interval '1 minute' where reference = ?",
        reference);
  }

  /** Ends the agreement of two agencies. */
  void endAgreement(String one, String other) {
    agreement("ENDED", "now()", one, other);
  }

  /** Lets the agreement of two agencies be in force again. */
  void resumeAgreement(String one, String other) {
    agreement("ACTIVE", "null", one, other);
  }

  private void agreement(String status, String end, String one, String other) {
    run(
        "update agreement set status = '"
            + status
            + "', active_to = "
            + end
            + " where party_a = least(?, ?) and party_b = greatest(?, ?)",
        one,
        other,
        one,
        other);
  }

  /** Makes somebody lead a team from today on. */
  void leads(String username, String team) {
    run(
        "insert into team_lead (subject, agency, team, valid_from, set_by) select subject, agency, ?,"
            + " london_day(), subject from staff where username = ?",
        team,
        username);
  }

  private void run(String sql, String... values) {
    try (Connection connection = owner.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      if (statement.executeUpdate() == 0) {
        throw new IllegalStateException("nothing changed: " + sql);
      }
    } catch (SQLException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
