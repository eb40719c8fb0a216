package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.stack.Stack;
import uk.concordat.stack.StackExtension;

/**
 * With the gate in Java bypassed, the database alone keeps what the police do to the force, to the
 * roles that see it and to those who work on it.
 */
@ExtendWith({ApiExtension.class, StackExtension.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseworkWallIT {
  private static final String CRIME =
      "insert into crime (id, referral, agency, reference, recorded_on, entered_by, entered_role,"
          + " entered_at) values (gen_random_uuid(), %s, 'HERTS-POLICE', '%s', current_date,"
          + " caller_subject(), caller_role(), now())";
  private static final String TRIAGE =
      "insert into triage (id, referral, agency, number, hate_related, strands, urgency, red_flags,"
          + " next_step, triaged_by, triaged_role, triaged_at) values (gen_random_uuid(), %s,"
          + " 'HERTS-POLICE', 2, true, 'RAC', 'HIGH', '', 'DECIDE', caller_subject(),"
          + " caller_role(), now())";

  private final Dossier dossier;
  private final DataSource superuser;
  private final Referrals referrals;
  private Connection connection;
  private Statement statement;

  CaseworkWallIT(Api api, Stack stack) {
    api.subject("police.officer");
    api.subject("police.hco");
    api.subject("btp.hco");
    superuser = stack.postgres().superuser();
    dossier = new Dossier(api, superuser);
    referrals = new Referrals(api);
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
  void theForceSeesItsOwnAndTheSenderWhatItIsTold() throws SQLException {
    bind("police.hco");
    for (String table :
        new String[] {
          "crime",
          "crime_detail",
          "crime_strand",
          "crime_version",
          "crime_outcome",
          "crime_outcome_detail",
          "crime_merge",
          "passed_result",
          "result_objection",
          "triage",
          "risk_assessment",
          "risk_answer",
          "risk_safeguarding",
          "plan_measure",
          "contact_officer",
          "outcome_detail"
        }) {
      assertThat(count(table)).as(table).isOne();
    }
    again();
    bind("police.officer");
    assertThat(count("risk_assessment")).isOne();
    assertThat(count("risk_safeguarding")).as("D15 is for hate crime officers").isZero();
    again();
    bind("council.officer");
    assertThat(count("crime")).isOne();
    assertThat(count("contact_officer")).isOne();
    for (String table :
        new String[] {
          "crime_detail",
          "crime_strand",
          "crime_version",
          "crime_outcome",
          "crime_outcome_detail",
          "crime_merge",
          "triage",
          "risk_assessment",
          "risk_answer",
          "plan_measure"
        }) {
      assertThat(count(table)).as(table).isZero();
    }
  }

  @Test
  void whoeverDoesNotWorkOnItWritesNothing() throws SQLException {
    String taken = "(select id from referral where reference = '%s')";
    String theirs = taken.formatted(referrals.taken("police.officer"));
    String anothers = taken.formatted(referrals.taken("police.hco"));
    bind("police.officer");
    refused(CRIME.formatted(anothers, "41/900011/26"));
    refused(CRIME.formatted(theirs, "42/900011/26"));
    refused(TRIAGE.formatted(theirs));
    assertThat(statement.executeUpdate(CRIME.formatted(theirs, "41/900011/26"))).isOne();
    refused("update crime set reference = '41/900012/26' where referral = " + theirs);
    again();
    bind("police.hco");
    assertThat(statement.executeUpdate(TRIAGE.formatted(anothers))).isOne();
    refused(CRIME.formatted(record(), "41/900012/26")); // not taken on yet
    again();
    bind("council.officer");
    refused(CRIME.formatted(theirs, "41/900013/26"));
  }

  @Test
  void aCrimeIsCorrectedByThoseAloneWhoMayRecordOneAndWithAReason() throws SQLException {
    String theirs =
        "(select id from referral where reference = '%s')"
            .formatted(referrals.taken("police.officer"));
    bind("police.officer");
    statement.executeUpdate(CRIME.formatted(theirs, "41/900051/26"));
    statement.executeUpdate(
        "insert into crime_detail (crime, referral, agency, reported_on, offence_class) select id,"
            + " referral, agency, recorded_on, '8M' from crime where referral = "
            + theirs);
    statement.execute(
        "select set_config('test.crime', id::text, true) from crime where referral = " + theirs);
    refused("update crime_detail set offence_class = '8N' where referral = " + theirs);
    refused("update crime_version set reason = 'Else' where referral = " + theirs);
    assertThat(corrected("42/900052/26", "Wrong.")).as("no number of theirs").isEqualTo("f");
    assertThat(corrected("41/900052/26", " ")).as("without a reason").isEqualTo("f");
    assertThat(corrected(1, "{}", "41/900052/26", "{RAC}", "Wrong."))
        .as("corrected since")
        .isEqualTo("f");
    assertThat(corrected(0, "{REL}", "41/900052/26", "{RAC}", "Wrong."))
        .as("hate on something else since")
        .isEqualTo("f");
    for (String other : List.of("council.officer", "btp.hco", "police.hco")) {
      bind(other);
      assertThat(corrected("41/900052/26", "Wrong."))
          .as(other)
          .isEqualTo(other.equals("police.hco") ? "t" : "f");
    }
    bind("police.officer");
    assertThat(corrected(1, "{RAC}", "41/900053/26", "{}", "Wrong."))
        .as("hate on nothing any more")
        .isEqualTo("f");
    statement.executeUpdate(CRIME.formatted(theirs, "41/900054/26"));
    assertThat(corrected(1, "{RAC}", "41/900054/26", "{RAC}", "Wrong."))
        .as("a number that another has")
        .isNull();
    assertThat(number("select count(*) from crime_version where referral = " + theirs)).isOne();
  }

  @Test
  void whatCameOfACrimeIsRecordedByTheRulesAloneAndNeverChanged() throws SQLException {
    String theirs =
        "(select id from referral where reference = '%s')"
            .formatted(referrals.taken("police.officer"));
    bind("police.officer");
    statement.executeUpdate(CRIME.formatted(theirs, "41/900055/26"));
    String outcome =
        "insert into crime_outcome (id, crime, referral, agency, suspect, number, type, outcome_on,"
            + " reason, recorded_by, recorded_role, recorded_at) select gen_random_uuid(), id,"
            + " referral, agency, %s, %d, '%s', %s, %s, caller_subject(), caller_role(), now() from"
            + " crime where referral = "
            + theirs;
    notSo(outcome.formatted("1", 1, "7", "current_date", "null")); // recorded no more
    notSo(outcome.formatted("1", 1, "18", "current_date", "null")); // nobody is identified
    notSo(outcome.formatted("null", 1, "5", "current_date", "null")); // somebody is
    notSo(outcome.formatted("null", 1, "18", "current_date - 1", "null")); // before the crime
    notSo(outcome.formatted("1", 1, "20", "current_date", "null")); // the receiving body lacks
    notSo(outcome.formatted("null", 3, "18", "current_date", "'Why'")); // two were left out
    statement.executeUpdate(outcome.formatted("null", 1, "18", "current_date", "null"));
    statement.execute("set constraints all immediate");
    statement.execute("set constraints all deferred");
    notSo(outcome.formatted("1", 1, "21", "current_date", "null")); // nobody is identified, it says
    refused("update crime_outcome set type = '21' where referral = " + theirs);
    refused("delete from crime_outcome where referral = " + theirs);
    bind("council.officer");
    refused(
        outcome
            .formatted("null", 2, "18", "current_date", "'Why'")
            .replace(
                "from crime where referral = " + theirs,
                "from (select gen_random_uuid() as id, "
                    + theirs
                    + " as referral, 'HERTS-POLICE' as agency) c"));
  }

  @Test
  void aResultIsPassedOnUnderAnAgreementAndReachesNobodyWhoLeft() throws SQLException {
    String theirs =
        "(select id from referral where reference = '%s')".formatted(referrals.taken("police.hco"));
    String reaches = "select count(*) from passed_result where referral = " + theirs;
    String pass =
        "insert into passed_result (id, referral, agency, number, outcome, outcome_on, passed_by,"
            + " passed_role, passed_at) values (gen_random_uuid(), "
            + theirs
            + ", 'HERTS-POLICE', 1, 'CPS_CONVICTED', current_date, caller_subject(), caller_role(),"
            + " now())";
    bind("police.hco");
    refused(pass); // it led to no file
    statement.execute("set local role postgres");
    statement.execute(
        "insert into passed_result (id, referral, agency, number, outcome, outcome_on, passed_by,"
            + " passed_role, passed_at) select gen_random_uuid(), id, to_agency, 1, 'CPS_CONVICTED',"
            + " current_date, owner, owner_role, now() from referral where id = "
            + theirs);
    bind("council.officer");
    assertThat(number(reaches)).isOne();
    bind("btp.hco");
    assertThat(number(reaches)).isZero();
    bind("council.officer");
    refused(pass);
    statement.execute("set local role postgres");
    statement.execute("update staff set suspended_at = now() where username = 'council.officer'");
    bind("council.lead");
    assertThat(number(reaches)).as("whoever started it has left").isZero();
  }

  private void notSo(String sql) throws SQLException {
    Savepoint before = connection.setSavepoint();
    assertThatThrownBy(
            () -> {
              statement.executeUpdate(sql);
              statement.execute("set constraints all immediate");
            })
        .as(sql)
        .hasMessageContaining("that crime cannot have come to that");
    connection.rollback(before);
  }

  private String corrected(String number, String reason) throws SQLException {
    return corrected(0, "{}", number, "{RAC}", reason);
  }

  /** {@code t}, {@code f} or null. */
  private String corrected(int times, String standing, String number, String strands, String reason)
      throws SQLException {
    String sql =
        "select correct_crime(current_setting('test.crime')::uuid, %d, '%s', '%s', current_date,"
            + " current_date, '8N', null, null, '%s', '%s', now())";
    try (ResultSet answer =
        statement.executeQuery(sql.formatted(times, standing, number, strands, reason))) {
      answer.next();
      return answer.getString(1);
    }
  }

  private int number(String sql) throws SQLException {
    try (ResultSet answer = statement.executeQuery(sql)) {
      answer.next();
      return answer.getInt(1);
    }
  }

  @Test
  void noOutcomeIsRecordedWithoutWhatItNeeds() throws SQLException {
    String reference = referrals.taken("police.officer");
    referrals.moved("police.officer", reference, "{\"move\":\"start\"}");
    String id = "(select id from referral where reference = '" + reference + "')";
    bind("police.officer");
    statement.executeUpdate(
        "update referral set state = 'OUTCOME_RECORDED', paused_step = null, paused_started = null, paused_due = null,"
            + " paused_at = null where id = "
            + id);
    statement.executeUpdate(
        "insert into referral_move (id, referral, move, from_state, to_state, at, actor, agency,"
            + " role) values (gen_random_uuid(), %s, 'RECORD_OUTCOME', 'IN_PROGRESS',".formatted(id)
            + " 'OUTCOME_RECORDED', now(), caller_subject(), caller_agency(), caller_role())");
    statement.executeUpdate(
        "insert into referral_feedback (move, referral, reason, comment) select id, referral,"
            + " 'POLICE_1', 'He was charged.' from referral_move where move = 'RECORD_OUTCOME' and"
            + " referral = "
            + id);
    assertThatThrownBy(() -> statement.execute("set constraints all immediate"))
        .hasMessageContaining("needs more than was said");
  }

  @Test
  void whatIsOwedToThePersonHarmedRunsOnAndIsMetBeforeItIsClosed() throws SQLException {
    String reference = referrals.taken("police.officer");
    String id = "(select id from referral where reference = '" + reference + "')";
    referrals.told("police.officer", reference); // before the work began
    referrals.moved("police.officer", reference, "{\"move\":\"start\"}");
    referrals.contact("police.officer", reference, "EXEMPT", 0); // before there is an outcome
    bind("police.officer");
    assertThatThrownBy(
            () ->
                statement.executeUpdate(
                    "update referral set state = 'OUTCOME_RECORDED', clock_started = null, due_at ="
                        + " null, due_step = null where id = "
                        + id))
        .as("the clock runs on")
        .hasMessageContaining("not the caller's to make");
    again();
    referrals.moved(
        "police.officer",
        reference,
        "{\"move\":\"record-outcome\",\"reason\":\"POLICE_18\",\"text\":\"Nobody was found.\"}");
    referrals.told("council.officer", reference); // the sender
    referrals.contact("police.officer", reference, "TRIED", 0);
    referrals.contact("police.officer", reference, "TOLD", 1);
    String close =
        "update referral set state = 'CLOSED', clock_started = null, due_at = null, due_step = null"
            + " where id = "
            + id;
    bind("police.hco");
    assertThatThrownBy(() -> statement.executeUpdate(close))
        .hasMessageContaining("the person harmed is told first");
    again();
    referrals.told("police.hco", reference);
    bind("police.hco");
    assertThatThrownBy(() -> statement.executeUpdate(close))
        .hasMessageContaining("the person harmed is still owed something");
    again();
    referrals.settled("police.hco", reference);
    bind("police.hco");
    assertThat(statement.executeUpdate(close)).isOne();
  }

  @Test
  void whatWasSaidBeforeTheOutcomeThatStandsIsNotWhatIsOwed() throws SQLException {
    String reference = referrals.taken("police.officer");
    String outcome =
        "{\"move\":\"record-outcome\",\"reason\":\"POLICE_18\",\"text\":\"Nobody was found.\"}";
    String close =
        "update referral set state = 'CLOSED', clock_started = null, due_at = null, due_step = null"
            + " where reference = '"
            + reference
            + "'";
    referrals.moved("police.officer", reference, "{\"move\":\"start\"}");
    referrals.contact("police.officer", reference, "EXEMPT", 0); // of no outcome
    referrals.moved("police.officer", reference, outcome);
    assertOwed(close);
    referrals.told("police.hco", reference);
    referrals.settled("police.hco", reference);
    referrals.moved("police.hco", reference, "{\"move\":\"close\"}");
    referrals.moved(
        "police.hco",
        reference,
        "{\"move\":\"reopen\",\"reason\":\"NEW_EVIDENCE\",\"text\":\"A film has come in.\"}");
    referrals.moved("police.officer", reference, outcome);
    assertOwed(close); // who was told was told of another
  }

  private void assertOwed(String close) throws SQLException {
    bind("police.hco");
    assertThatThrownBy(() -> statement.executeUpdate(close))
        .hasMessageContaining("the person harmed is told first");
    again();
  }

  @Test
  void whatCameOfItStopsTheClockWhateverServiceLevelThereIs() throws SQLException {
    String reference = referrals.taken("police.officer");
    referrals.moved("police.officer", reference, "{\"move\":\"start\"}");
    referrals.moved(
        "police.officer",
        reference,
        "{\"move\":\"record-outcome\",\"reason\":\"POLICE_18\",\"text\":\"Nobody was found.\"}");
    statement.execute("delete from service_level where step = 'UPDATE'");
    assertThat(toldInTheWall(reference)).containsExactly("t", "FIRST_CONTACT", null);
    again();
    statement.execute(
        "update referral set clock_started = now() + interval '5 minutes' where reference = '"
            + reference
            + "'");
    assertThat(toldInTheWall(reference))
        .as("a limit that began later was not met by it")
        .containsExactly("t", null, null);
  }

  /** Whether what they were told ends a limit, which was kept as met, and which still runs. */
  private List<String> toldInTheWall(String reference) throws SQLException {
    bind("police.hco");
    UUID contact = UUID.randomUUID();
    statement.execute(
        "insert into referral_contact (id, referral, kind, result, at, actor, agency, role) select '"
            + contact
            + "', id, 'OUTCOME', 'TOLD', now(), caller_subject(), caller_agency(), caller_role()"
            + " from referral where reference = '"
            + reference
            + "'");
    List<String> ended = new ArrayList<>();
    for (String sql :
        List.of(
            "select contact_ends_limit('" + contact + "')",
            "select due_step from referral_contact where id = '" + contact + "'",
            "select due_step from referral where reference = '" + reference + "'")) {
      try (ResultSet rows = statement.executeQuery(sql)) {
        rows.next();
        ended.add(rows.getString(1));
      }
    }
    return ended;
  }

  private void refused(String sql) throws SQLException {
    Savepoint before = connection.setSavepoint();
    assertThatThrownBy(() -> statement.executeUpdate(sql))
        .as(sql)
        .isInstanceOf(SQLException.class)
        .hasMessageMatching("(?s).*(row-level security|permission denied).*");
    connection.rollback(before);
  }

  private int count(String table) throws SQLException {
    try (ResultSet rows =
        statement.executeQuery("select count(*) from " + table + " where referral = " + record())) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private String record() {
    return "(select id from referral where reference = '" + dossier.reference() + "')";
  }

  private void again() throws SQLException {
    connection.rollback();
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
