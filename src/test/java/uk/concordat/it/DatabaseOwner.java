package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Brings about, as the owner of the schema, what would take long or needs somebody else. */
public final class DatabaseOwner {
  private final DataSource owner;

  /** Works through connections of the schema's owner. */
  public DatabaseOwner(DataSource owner) {
    this.owner = owner;
  }

  /** Bars somebody of whatever agency from a referral. */
  public void exclude(String reference, String username) {
    execute(
        "insert into exclusion (id, record, subject, reason, set_by) select gen_random_uuid(), r.id,"
            + " s.subject, 'OTHER', s.subject from referral r, staff s where r.reference = ? and"
            + " s.username = ?",
        reference,
        username);
  }

  /** Makes everything that somebody was given to see, or took, four hours older. */
  public void letFourHoursPass(String username) {
    execute(
        "update access_grant set valid_from = valid_from - interval '4 hours', valid_to = valid_to -"
            + " interval '4 hours' where subject = (select subject from staff where username = ?)",
        username);
  }

  /** Makes every second factor that somebody has proved six minutes older. */
  public void letSixMinutesPass(String username) {
    execute(
        "update step_up set at = at - interval '6 minutes' where subject = (select subject from"
            + " staff where username = ?)",
        username);
  }

  /** Makes what somebody opened in an emergency, and its review, five days older. */
  public void letFiveDaysPass(String username) {
    execute(
        "update break_glass set opened_at = opened_at - interval '5 days', expires_at = expires_at -"
            + " interval '5 days', review_due = review_due - interval '5 days' where subject ="
            + " (select subject from staff where username = ?)",
        username);
  }

  private void execute(String sql, String... values) {
    try (Connection connection = owner.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      assertThat(statement.executeUpdate()).as(sql).isPositive();
    } catch (SQLException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
