package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

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

/**
 * With the gate in Java bypassed, the database alone says who writes down special measures and
 * personal statements, in which order, and who reads them.
 */
@ExtendWith({ApiExtension.class, StackExtension.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WitnessCareWallIT {
  private static final String OFFERED = "1, 'STATEMENT_OFFERED', current_date, null, '{}', null";
  private static final String MADE = "1, 'STATEMENT_MADE', current_date, null, '{}', null";
  private static final String ASSESSED =
      "1, 'ASSESSED', current_date, 'INTIMIDATED', '{}', 'She is afraid.'";

  private final DataSource superuser;
  private final CaseFiles files;
  private Connection connection;
  private Statement statement;

  WitnessCareWallIT(Api api, Stack stack) {
    superuser = stack.postgres().superuser();
    files = new CaseFiles(api);
    List.of(
            "police.hco",
            "police.liaison",
            "cps.prosecutor",
            "cps.prosecutor2",
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
  void isWrittenByThoseWhoWorkTheClockInItsOrderAndNeverChanged() throws SQLException {
    String reference = files.underReview("cps.prosecutor");
    for (String user : List.of("cps.prosecutor2", "cps.reviewer", "btp.hco")) {
      bind(user);
      assertThat(writes(reference, OFFERED)).as(user).isFalse();
    }
    bind("police.liaison");
    assertThat(writes(reference, MADE)).as("nobody offered it").isFalse();
    assertThat(writes(reference, OFFERED)).isTrue();
    assertThat(writes(reference, MADE)).isTrue();
    assertThat(writes(reference, "1, 'WANTED', current_date, null, '{SCREEN}', null"))
        .as("nobody assessed them")
        .isFalse();
    assertThat(writes(reference, ASSESSED)).isTrue();
    assertThat(writes(reference, "1, 'WANTED', current_date, null, '{AIDS}', null"))
        .as("for the vulnerable alone")
        .isFalse();
    assertThat(writes(reference, "1, 'WANTED', current_date, null, '{SCREEN}', null")).isTrue();
    assertThat(writes(reference, "1, 'GRANTED', current_date, null, '{SCREEN}', null"))
        .as("nobody applied for it")
        .isFalse();
    assertThat(writes(reference, "2, 'STATEMENT_OFFERED', current_date, null, '{}', null"))
        .as("there is nobody else in the file")
        .isFalse();
    assertThat(writes(reference, "1, 'STATEMENT_OFFERED', current_date + 2, null, '{}', null"))
        .as("not yet")
        .isFalse();
    assertThat(refused("update witness_care_step set step = 'STATEMENT_DECLINED'")).isTrue();
    assertThat(refused("delete from witness_care_step")).isTrue();
  }

  @Test
  void isReadByThoseWhoSeeTheNeedsAndTheFile() throws SQLException {
    String reference = files.underReview("cps.prosecutor");
    bind("police.liaison");
    assertThat(writes(reference, ASSESSED)).isTrue();
    bind("cps.prosecutor");
    assertThat(writes(reference, OFFERED)).isTrue();
    for (String user : List.of("police.hco", "police.liaison", "cps.prosecutor2")) {
      bind(user);
      assertThat(count(reference)).as(user).isEqualTo(2);
    }
    for (String user : List.of("cps.reviewer", "btp.hco")) {
      bind(user);
      assertThat(count(reference)).as(user).isZero();
    }
  }

  @Test
  void prosecutorsReadNothingOfAFileThatWasNotSubmitted() throws SQLException {
    String reference = files.complete();
    bind("police.liaison");
    assertThat(writes(reference, ASSESSED)).isTrue();
    bind("cps.prosecutor");
    assertThat(count(reference)).isZero();
  }

  /** Whether the database takes a step: person, step, day, ground, measures, words. */
  private boolean writes(String reference, String values) throws SQLException {
    return !refused(
        "insert into witness_care_step (id, prosecution, referral, agency, number, said_by, said_role,"
            + " said_at, person, step, on_day, ground, measures, words) select gen_random_uuid(), p.id,"
            + " p.referral, caller_agency(), (1000 * random())::int + 1, caller_subject(), caller_role(),"
            + " now(), "
            + values
            + " from (select cast('"
            + file(reference)
            + "' as uuid) as id, cast('"
            + record(reference)
            + "' as uuid) as referral) p");
  }

  /** Known to whoever tries, also where they see nothing of it. */
  private String file(String reference) throws SQLException {
    return known("select p.id from prosecution p join referral r on r.id = p.referral", reference);
  }

  private String record(String reference) throws SQLException {
    return known("select r.id from referral r", reference);
  }

  private String known(String select, String reference) throws SQLException {
    try (Connection other = superuser.getConnection();
        Statement question = other.createStatement();
        ResultSet row =
            question.executeQuery(select + " where r.reference = '" + reference + "'")) {
      row.next();
      return row.getString(1);
    }
  }

  private boolean refused(String sql) throws SQLException {
    Savepoint before = connection.setSavepoint();
    try {
      return statement.executeUpdate(sql) == 0;
    } catch (SQLException refusal) {
      connection.rollback(before);
      return true;
    }
  }

  private int count(String reference) throws SQLException {
    try (ResultSet rows =
        statement.executeQuery(
            "select count(*) from witness_care_step where referral = (select id from referral where reference = '"
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
