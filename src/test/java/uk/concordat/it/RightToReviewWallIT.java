package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.stack.Stack;
import uk.concordat.stack.StackExtension;

/** With the gate in Java bypassed, the database alone says whose a review is to move. */
@ExtendWith({ApiExtension.class, StackExtension.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightToReviewWallIT {
  private static final String NOW = "clock_timestamp()";

  private final DataSource superuser;
  private final ReviewCases cases;
  private final String liaison;
  private Connection connection;
  private Statement statement;

  RightToReviewWallIT(Api api, Stack stack, StaffDirectory directory) {
    superuser = stack.postgres().superuser();
    cases = new ReviewCases(api);
    liaison = directory.joins(CaseFiles.UNIT, "victim-liaison");
    List.of(
            liaison,
            "police.hco",
            "police.liaison",
            "cps.prosecutor",
            "cps.prosecutor2",
            "cps.lead",
            "cps.reviewer",
            "btp.hco")
        .forEach(api::subject);
  }

  @BeforeEach
  void begin() throws SQLException {
    connection = superuser.getConnection();
    connection.setAutoCommit(false);
    statement = connection.createStatement();
  }

  @AfterEach
  void leaveNoTrace() throws SQLException {
    connection.rollback();
    connection.close();
  }

  @Test
  void onlyTheAgencyThatDecidedSeesIt() throws SQLException {
    String reference = cases.told(liaison);
    bind(liaison);
    assertThat(count(reference)).isOne();
    for (String user : List.of("police.hco", "police.liaison", "cps.reviewer", "btp.hco")) {
      bind(user);
      assertThat(count(reference)).as(user).isZero();
    }
  }

  @Test
  void nobodyWritesItButTheFunctionThatAsksWhoMay() throws SQLException {
    String reference = cases.told(liaison);
    String id = id(reference);
    bind(liaison);
    Savepoint before = connection.setSavepoint();
    assertThatThrownBy(
            () -> statement.executeUpdate("update victim_review set state = 'OVERTURNED'"))
        .isInstanceOf(SQLException.class);
    connection.rollback(before);
    assertThatThrownBy(() -> statement.executeUpdate("delete from victim_review_move"))
        .isInstanceOf(SQLException.class);
    connection.rollback(before);
    for (String user : List.of("police.hco", "police.liaison", "cps.prosecutor2", "btp.hco")) {
      bind(user);
      assertThat(moved(id, "ASK", 1, NOW, null)).as(user).isFalse();
    }
    bind(liaison);
    assertThat(moved(id, "ASK", 2, NOW, null)).as("another version").isFalse();
    assertThat(moved(id, "ASK", 1, NOW + " + interval '1 day'", null)).as("tomorrow").isFalse();
    assertThat(moved(id, "ASK", 1, NOW + " - interval '2 days'", null)).as("before").isFalse();
    assertThat(moved(id, "OVERTURN", 1, NOW, "x")).as("from there it is none").isFalse();
    assertThat(moved(id, "ASK", 1, NOW, null)).isTrue();
  }

  @Test
  void whoeverDecidedDoesNotDecideAgain() throws SQLException {
    String reference = cases.told(liaison);
    String id = id(reference);
    cases.move(liaison, reference, ReviewCases.said("ask"));
    bind("cps.prosecutor");
    assertThat(moved(id, "UPHOLD", 2, NOW, "x")).as("their own decision").isFalse();
    connection.rollback();
    cases.given(reference, "cps.prosecutor2");
    bind(liaison);
    assertThat(moved(id, "UPHOLD", 2, NOW, "x")).as("they decide nothing").isFalse();
    bind("cps.lead");
    assertThat(moved(id, "UPHOLD", 2, NOW, "x")).as("it lies with another").isFalse();
    bind("cps.prosecutor2");
    assertThat(moved(id, "UPHOLD", 2, NOW, "x")).isTrue();
    bind(liaison);
    assertThat(moved(id, "GO_ON", 3, NOW, null)).isTrue();
    bind("cps.prosecutor2");
    assertThat(moved(id, "OVERTURN", 4, NOW, "x")).as("they upheld it").isFalse();
  }

  @Test
  void afterThreeMonthsTheDatabaseHearsNobody() throws SQLException {
    String reference = cases.told(liaison);
    String id = id(reference);
    statement.execute("set local role postgres");
    statement.executeUpdate(
        "update victim_review set told_at = now() - interval '4 months', since = now() - interval '4"
            + " months' where id = '"
            + id
            + "'");
    bind(liaison);
    assertThat(moved(id, "ASK", 1, NOW, null)).isFalse();
    assertThat(moved(id, "ASK", 1, NOW + " - interval '2 months'", null)).isTrue();
  }

  @Test
  void theStateOfADefendantFollowsAndIsNobodysToWrite() throws SQLException {
    String reference = cases.told(liaison);
    bind("cps.prosecutor");
    assertThatThrownBy(
            () ->
                statement.executeUpdate(
                    "update defendant set state = 'VRR_REQUESTED', state_since = now() where referral ="
                        + " (select id from referral where reference = '"
                        + reference
                        + "')"))
        .hasMessageContaining("no move of a review");
  }

  private String id(String reference) {
    return cases.of(liaison, reference).text("/items/0/id");
  }

  private boolean moved(String id, String move, int version, String happened, String words)
      throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            "select move_review('%s', %d, '%s', %s, false, %s, clock_timestamp(), gen_random_uuid(), now() + interval '9 days', 1)"
                .formatted(
                    id, version, move, happened, words == null ? "null" : "'" + words + "'"))) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private int count(String reference) throws SQLException {
    try (ResultSet rows =
        statement.executeQuery(
            "select count(*) from victim_review where referral = (select id from referral where reference = '"
                + reference
                + "')")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private void bind(String username) throws SQLException {
    statement.execute("set local role postgres");
    statement.execute(
        "select set_config('test.who', to_jsonb(s)::text, true) from staff s where username = '"
            + username
            + "'");
    statement.execute("set local role concordat_app");
    statement.execute(
        "select b.* from (select cast(current_setting('test.who') as jsonb)) as t (w), bind_caller(cast(w"
            + " ->> 'subject' as uuid), w ->> 'username', w ->> 'display_name', w ->> 'agency', array[w"
            + " ->> 'role'], array(select jsonb_array_elements_text(w -> 'teams'))) b");
  }
}
