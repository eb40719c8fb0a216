package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import uk.concordat.stack.Waiting;

/** The outbox as the owner of the schema sees it, and a clock that can be moved under it. */
public final class MailRows {
  private static final String THEIRS = "subject = (select subject from staff where username = ?)";

  private final DataSource owner;

  /** Works through connections of the schema's owner. */
  MailRows(DataSource owner) {
    this.owner = owner;
  }

  /** Tells one person something about a referral. */
  void tell(String username, String kind, String reference) {
    run(
        "insert into notice (viewer, kind, reference, about) select '#' || s.subject, ?, r.reference,"
            + " r.id from staff s, referral r where r.reference = ? and s.username = ?",
        kind,
        reference,
        username);
    post();
  }

  /** Tells whoever is such a viewer something about a referral. */
  void tellAll(String viewer, String kind, String reference) {
    run(
        "insert into notice (viewer, kind, reference, about) select ?, ?, r.reference, r.id from"
            + " referral r where r.reference = ?",
        viewer,
        kind,
        reference);
    post();
  }

  /** Of how many notices somebody has still to be told. */
  long waiting(String username) {
    return texts("select notice::text from mail_outbox where " + THEIRS, username).size();
  }

  /** The states of their mails, oldest first. */
  List<String> states(String username) {
    return texts("select state from mail where " + THEIRS + " order by at, id", username);
  }

  /** Of how many it was found that they may not read them. */
  long hidden(String username) {
    return texts(
            "select notice::text from mail_outbox where looked_at is not null and " + THEIRS,
            username)
        .size();
  }

  /** How many addresses somebody has. */
  long addresses(String username) {
    return texts("select email from staff_email where " + THEIRS, username).size();
  }

  /** Who has still to be told of anything that nobody has looked at, by user name. */
  List<String> whoWaits() {
    return texts(
        "select distinct s.username from mail_outbox o join staff s using (subject) where looked_at is"
            + " null and ? <> ''",
        "anybody");
  }

  /** The notices of which somebody has still to be told. */
  List<String> notices(String username) {
    return texts("select notice::text from mail_outbox where " + THEIRS, username);
  }

  /** Makes somebody's mails so much older. */
  void pass(String username, String interval) {
    run(
        "update mail set at = at - i, ended_at = ended_at - i from (select cast(? as interval) as i) t"
            + " where "
            + THEIRS,
        interval,
        username);
  }

  /** Makes what somebody has still to be told so much older. */
  void waitLonger(String username, String interval) {
    post();
    run("update mail_outbox set at = at - cast(? as interval) where " + THEIRS, interval, username);
  }

  /** Lets it be time to look again at what somebody could not read. */
  void lookAgain(String username) {
    run(
        "update mail_outbox set looked_at = looked_at - interval '15 minutes' where " + THEIRS,
        username);
  }

  /** Lets nobody have been told or wait to be. */
  void forget() {
    post();
    run("delete from mail_outbox where ? <> ''", "anybody");
    run("delete from mail where ? <> ''", "anybody");
  }

  /** What each pass begins with, now; what the portal's own pass has in hand is waited for. */
  private void post() {
    assertThat(Waiting.until(Duration.ofSeconds(20), this::posted)).as("posted").isTrue();
  }

  private boolean posted() {
    try (Connection connection = owner.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("select set_config('concordat.role', 'system', true)");
      statement.execute("select post_notices()");
      connection.commit();
      try (ResultSet rows =
          statement.executeQuery("select not exists (select from notice where not posted)")) {
        rows.next();
        boolean all = rows.getBoolean(1);
        connection.rollback();
        return all;
      }
    } catch (SQLException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private List<String> texts(String sql, String value) {
    post();
    try (Connection connection = owner.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, value);
      List<String> texts = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          texts.add(rows.getString(1));
        }
      }
      return texts;
    } catch (SQLException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private void run(String sql, String... values) {
    try (Connection connection = owner.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      statement.executeUpdate();
    } catch (SQLException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
