package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.stack.Stack;
import uk.concordat.stack.StackExtension;

/**
 * With the gate in Java bypassed, the database alone lets nobody change a record of theirs in a way
 * that is no move of theirs.
 */
@ExtendWith({ApiExtension.class, StackExtension.class})
class GuardsIT {
  private static final String NOTHING_DUE = "due_step = null, due_at = null, clock_started = null";

  private final Connection connection;
  private final LeadingStranger stranger;
  private final Dossier dossier;

  GuardsIT(Api api, Stack stack) throws SQLException {
    dossier = new Dossier(api, stack.postgres().superuser());
    connection = stack.postgres().superuser().getConnection();
    stranger = new LeadingStranger(connection);
  }

  @BeforeEach
  void begin() throws SQLException {
    connection.setAutoCommit(false);
  }

  @AfterEach
  void leaveNoTrace() throws SQLException {
    connection.rollback();
    connection.close();
  }

  /** Whose lists have changed tells who is suspended, barred and in which team. */
  @Test
  void whoeverIsBoundAsksForNobodysLists() throws SQLException {
    String ask =
        "select count(*) from whose_lists(array(select subject from staff where username ="
            + " 'police.hco'), '[{\"viewers\": [\"HERTS-POLICE/hate-crime-officer/hate-crime-unit\"]}]')";
    try (Statement statement = connection.createStatement()) {
      assertThat(count(statement, ask)).as("the product itself").isOne();
      stranger.bind("HERTS-POLICE", "hate-crime-officer", "hate-crime-unit");
      assertThat(count(statement, ask)).isZero();
    }
  }

  private static long count(Statement statement, String sql) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  @Test
  void nobodyIsGivenARecordFromWhichTheyAreExcluded() throws SQLException {
    String colleague = "(select subject from staff where username = 'police.hco')";
    String give =
        ("update referral set state = 'ACCEPTED', assignee = %s, due_step = 'FIRST_CONTACT', due_at ="
                + " now(), clock_started = now() where id = %s")
            .formatted(colleague, record());
    stranger.bind("HERTS-POLICE", "hate-crime-officer", "hate-crime-unit");
    try (Statement statement = connection.createStatement()) {
      Savepoint before = connection.setSavepoint();
      assertThat(statement.executeUpdate(give)).isEqualTo(1);
      connection.rollback(before);
      statement.execute("set local role postgres");
      statement.execute(
          "insert into exclusion (id, record, subject, reason, set_by) select gen_random_uuid(), %s,"
                  .formatted(record())
              + " subject, 'OTHER', subject from staff where username = 'police.hco'");
      statement.execute("set local role concordat_app");
      assertThatThrownBy(() -> statement.executeUpdate(give)).hasMessageContaining("given to them");
    }
  }

  @Test
  void whatWasSentStaysAsItWasSentAndTheHistoryIsOfWhatWasDone() throws SQLException {
    stranger.bind("HERTS-POLICE", "hate-crime-officer", "hate-crime-unit");
    try (Statement statement = connection.createStatement()) {
      for (String change :
          List.of(
              "to_agency = 'BTP'",
              "agreed = not agreed",
              "purpose = 'PROSECUTION'",
              "submitter = caller_subject()",
              "restricted = not restricted",
              "reopened = 7")) {
        Savepoint before = connection.setSavepoint();
        String sql =
            "update referral set state = 'REJECTED', " + NOTHING_DUE + ", %s where id = %s";
        assertThatThrownBy(() -> statement.executeUpdate(sql.formatted(change, record())))
            .as(change)
            .hasMessageContaining("not the caller's to make");
        connection.rollback(before);
      }
      Savepoint before = connection.setSavepoint();
      assertThatThrownBy(
              () ->
                  statement.executeUpdate(
                      "insert into referral_move (id, referral, move, from_state, to_state, at,"
                          + " actor, agency, role) values (gen_random_uuid(), %s, 'REJECT',"
                              .formatted(record())
                          + " 'RECEIVED', 'REJECTED', now(), caller_subject(), caller_agency(),"
                          + " caller_role())"))
          .as("a move that was not made")
          .hasMessageContaining("row-level security");
      connection.rollback(before);
      statement.executeUpdate(
          "update referral set state = 'REJECTED', "
              + NOTHING_DUE
              + ", content_until = now() + interval '9 years' where id = "
              + record());
      assertThat(
              new GuardedTables(connection)
                  .strings(
                      "select 'x' from referral where content_until < now() + interval '29 days' and id"
                          + " = "
                          + record()))
          .isNotEmpty();
    }
  }

  @Test
  void clocksLinksAndRecallsAreThoseOfTheMovesThatMakeThem() throws SQLException {
    stranger.bind("HERTS-POLICE", "hate-crime-officer", "hate-crime-unit");
    String refused = "not the caller's to make";
    refused("update referral set due_at = now() + interval '1 year' where id = %s", refused);
    refused("update referral set due_step = 'UPDATE' where id = %s", refused);
    refused("update referral set state = 'REJECTED' where id = %s", refused);
    refused(
        "update referral set state = 'ACCEPTED', assignee = caller_subject(), due_step = 'UPDATE' where"
            + " id = %s",
        refused);
    refused(
        "update referral set state = 'INFO_REQUESTED', due_step = 'ANSWER', paused_step = 'DECIDE',"
            + " paused_at = now(), paused_due = now() + interval '1 year' where id = %s",
        refused);
    refused("update referral set recalled = true where id = %s", refused);
    refused(
        "insert into referral_link (referral, other, kind, linked_by) select id, id, 'REDIRECTED_AS',"
            + " caller_subject() from referral where id = %s",
        "row-level security");
    refused(
        "insert into recall (id, referral, agency, reason, text, recalled_by, recalled_role, recalled_at,"
            + " near_at, report_due) select gen_random_uuid(), id, 'HERTS-POLICE', 'WRONG_AGENCY', 'x',"
            + " caller_subject(), caller_role(), now(), now(), now() from referral where id = %s",
        "row-level security");
    refused(
        "insert into referral_amendment (id, referral, reason, text, actor, agency, role, at) select"
            + " gen_random_uuid(), id, 'CORRECTION', 'x', caller_subject(), caller_agency(), caller_role(),"
            + " now() from referral where id = %s",
        "row-level security");
    connection.createStatement().execute("set local role postgres");
    stranger.bind("WELHAT-COUNCIL", "council-officer", "community-safety");
    try (Statement statement = connection.createStatement()) {
      assertThat(
              statement.executeUpdate("update referral set recalled = true where id = " + record()))
          .as("whoever leads where it was sent from")
          .isEqualTo(1);
    }
    refused("update referral set recalled = false where id = %s", refused);
    refused("update referral set state = 'WITHDRAWN', " + NOTHING_DUE + " where id = %s", refused);
    assertThat(
            new GuardedTables(connection)
                .strings(
                    "select cast(decide_recall(id, id, true, 'x', null, now()) as text) from recall where"
                        + " referral = "
                        + record()))
        .as("a lead decides on no recall")
        .containsOnlyNulls();
  }

  private void refused(String sql, String why) throws SQLException {
    Savepoint before = connection.setSavepoint();
    try (Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.executeUpdate(sql.formatted(record())))
          .as(sql)
          .hasMessageContaining(why);
    }
    connection.rollback(before);
  }

  private String record() {
    return "(select id from referral where reference = '" + dossier.reference() + "')";
  }
}
