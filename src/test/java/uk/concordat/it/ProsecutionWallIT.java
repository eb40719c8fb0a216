package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.stack.Stack;
import uk.concordat.stack.StackExtension;

/**
 * With the gate in Java bypassed, the database alone keeps a file that was not submitted from
 * prosecutors, their advice from the police, and every defendant where the review stands.
 */
@ExtendWith({ApiExtension.class, StackExtension.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProsecutionWallIT {
  private static final List<String> STATES =
      List.of(
          "PREPARING",
          "REFERRED",
          "INADEQUATE",
          "TRIAGED",
          "UNDER_REVIEW",
          "EARLY_ADVICE",
          "ACTION_PLAN",
          "PENDING",
          "RESUBMITTED",
          "CHARGE_AUTHORISED",
          "NFA",
          "OUT_OF_COURT",
          "ADMIN_FINALISED",
          "VRR_REQUESTED",
          "UPHELD",
          "OVERTURNED");

  private static final List<String> FILED =
      List.of(
          "prosecution",
          "defendant",
          "defendant_identity",
          "defendant_record",
          "file_victim",
          "file_victim_needs",
          "charge",
          "file_answer",
          "review_move",
          "decision_carried_out",
          "decision_carried_out_version");
  private static final List<String> DECIDED =
      List.of(
          "charging_decision",
          "authorised_charge",
          "prosecuted_strand",
          "code_test",
          "hostility_test",
          "action_item",
          "attorney_consent");

  private final Api api;
  private final StaffDirectory directory;
  private final DatabaseOwner owner;
  private final CaseFiles files;
  private final DataSource superuser;
  private Connection connection;
  private Statement statement;

  ProsecutionWallIT(Api api, Stack stack, StaffDirectory directory, DatabaseOwner owner) {
    this.api = api;
    this.directory = directory;
    this.owner = owner;
    List.of(
            "police.hco",
            "police.liaison",
            "police.governance",
            "cps.prosecutor",
            "cps.prosecutor2",
            "cps.governance",
            "cps.reviewer",
            "btp.hco")
        .forEach(api::subject);
    superuser = stack.postgres().superuser();
    files = new CaseFiles(api);
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
  void prosecutorsSeeNothingOfAFileBeforeItIsSubmitted() throws SQLException {
    String reference = files.complete();
    for (String table :
        List.of(
            "prosecution",
            "defendant",
            "defendant_identity",
            "defendant_record",
            "charge",
            "file_answer")) {
      bind("police.hco");
      assertThat(count(table, reference)).as(table).isPositive();
      bind("cps.prosecutor");
      assertThat(count(table, reference)).as(table).isZero();
    }
  }

  @Test
  void thePoliceSeeTheDecisionAndNotWhatStandsBehindIt() throws SQLException {
    String reference = files.underReview("cps.prosecutor");
    String decision = CaseFiles.charging(files.read("cps.prosecutor", reference));
    CaseFiles.made(files.post("cps.prosecutor", reference, "/decisions", decision));
    for (String table : List.of("charging_decision", "authorised_charge", "prosecuted_strand")) {
      bind("police.hco");
      assertThat(count(table, reference)).as(table).isPositive();
      bind("btp.hco");
      assertThat(count(table, reference)).as(table).isZero();
    }
    for (String table : List.of("code_test", "hostility_test")) {
      bind("police.hco");
      assertThat(count(table, reference)).as(table).isZero();
      bind("cps.prosecutor2");
      assertThat(count(table, reference)).as(table).isPositive();
    }
  }

  @Test
  void victimLiaisonSeesWhomToTellAndHowAndNothingElse() throws SQLException {
    String reference = files.complete();
    CaseFiles.made(
        files.post(
            "police.hco",
            reference,
            "/victims",
            "{\"name\":\"Uma Quill\",\"died\":false,\"safeContact\":\"By post only.\"}"));
    files.moved("police.hco", reference, "{\"move\":\"submit\"}");
    bind("police.liaison");
    for (String table : List.of("prosecution", "defendant", "file_victim", "file_victim_needs")) {
      assertThat(count(table, reference)).as(table).isPositive();
    }
    for (String table : List.of("defendant_identity", "defendant_record", "charge")) {
      assertThat(count(table, reference)).as(table).isZero();
    }
    assertThat(count("file_answer", reference)).isPositive();
    assertThat(count("(select * from file_answer where data_class <> 'D4') a", reference)).isZero();
    assertThat(
            statement.executeUpdate(
                "delete from file_victim_needs where referral = " + record(reference)))
        .isZero();
  }

  @Test
  void nobodyMovesADefendantWhereNoMoveLeads() throws SQLException {
    String reference = files.underReview("cps.prosecutor");
    for (String user : List.of("police.hco", "cps.prosecutor", "cps.prosecutor2")) {
      bind(user);
      for (String state : STATES) {
        Savepoint before = connection.setSavepoint();
        assertThatThrownBy(
                () -> {
                  int moved = statement.executeUpdate(moving(reference, state));
                  if (moved == 0) {
                    throw new SQLException("no row is theirs");
                  }
                })
            .as("%s to %s: without a decision or a word, none is a move", user, state)
            .isInstanceOf(SQLException.class);
        connection.rollback(before);
      }
    }
  }

  @Test
  void aFileThatLacksSomethingIsNotSubmitted() throws SQLException {
    String lacking = files.started();
    bind("police.hco");
    assertThatThrownBy(() -> statement.executeUpdate(moving(lacking, "REFERRED")))
        .hasMessageContaining("no move of a review");
    connection.rollback();
    String complete = files.complete();
    bind("police.hco");
    assertThat(statement.executeUpdate(moving(complete, "REFERRED"))).isOne();
  }

  @Test
  void aFileReachesProsecutorsCompleteAndIsNeverTakenBack() throws SQLException {
    String lacking = files.started();
    bind("police.hco");
    assertThatThrownBy(() -> statement.executeUpdate(submitting(lacking, "now()")))
        .hasMessageContaining("not submitted so");
    connection.rollback();
    String back = sentBack();
    bind("police.hco");
    assertThatThrownBy(() -> statement.executeUpdate(submitting(back, "null")))
        .hasMessageContaining("not submitted so");
  }

  @Test
  void whoIsAddedToAFileThatWentBackIsNotSeenByProsecutors() throws SQLException {
    String reference = sentBack();
    files.defendant(reference, "Wen Lovatt");
    files.charged(reference, 1, "ZZ26004", "", null);
    Map<String, Integer> police = Map.of("defendant", 2, "defendant_identity", 2, "charge", 3);
    for (Map.Entry<String, Integer> table : police.entrySet()) {
      bind("police.hco");
      assertThat(count(table.getKey(), reference)).isEqualTo(table.getValue());
      bind("cps.prosecutor");
      assertThat(count(table.getKey(), reference)).isEqualTo(table.getValue() - 1);
    }
  }

  @Test
  void whatBecameOfTheReviewIsWrittenDownOnceAsItWas() throws SQLException {
    String reference = files.underReview("cps.prosecutor");
    bind("cps.prosecutor");
    for (String at : List.of("now()", "d.state_since")) {
      Savepoint before = connection.setSavepoint();
      assertThatThrownBy(
              () ->
                  statement.executeUpdate(
                      """
                      insert into review_move (id, prosecution, referral, defendant, move, from_state, to_state, actor, actor_role, agency, at)
                      select gen_random_uuid(), d.prosecution, d.referral, d.id, 'BEGIN', 'RESUBMITTED', d.state, caller_subject(), caller_role(), caller_agency(), %s
                        from defendant d where d.referral = %s"""
                          .formatted(at, record(reference))))
          .as(at)
          .isInstanceOf(SQLException.class);
      connection.rollback(before);
    }
  }

  @Test
  void neitherAnEmergencyNorAGrantOpensAdvice() throws SQLException {
    String reference = charged();
    for (boolean emergency : List.of(true, false)) {
      String other = directory.joins("CPS-THAMES-CHILTERN", "cps-prosecutor");
      api.subject(other);
      api.get(other, "/api/me");
      if (emergency) {
        owner.breakGlass(reference, other);
      } else {
        owner.grant(reference, other);
      }
      bind(other);
      assertThat(count("defendant_identity", reference)).isPositive();
      for (String table : DECIDED) {
        assertThat(count(table, reference)).as(table).isZero();
      }
      connection.rollback();
    }
  }

  @Test
  void whoIsKeptAwayFromTheReferralIsKeptAwayFromItsFile() throws SQLException {
    String reference = charged();
    for (String user : List.of("police.governance", "cps.governance", "cps.reviewer", "btp.hco")) {
      seesNothing(user, reference);
    }
    connection.rollback();
    owner.exclude(reference, "cps.prosecutor2");
    seesNothing("cps.prosecutor2", reference);
    bind("cps.prosecutor");
    assertThat(count("code_test", reference)).isPositive();
    connection.rollback();
    api.move(
        "police.lead",
        reference,
        "{\"move\":\"recall\",\"reason\":\"WRONG_AGENCY\",\"text\":\"It was mistyped.\"}");
    seesNothing("cps.prosecutor", reference);
    bind("police.hco");
    assertThat(count("defendant_identity", reference)).isPositive();
  }

  private void seesNothing(String user, String reference) throws SQLException {
    bind(user);
    for (String table : FILED) {
      assertThat(count(table, reference)).as("%s of %s", table, user).isZero();
    }
    for (String table : DECIDED) {
      assertThat(count(table, reference)).as("%s of %s", table, user).isZero();
    }
  }

  private String charged() {
    String reference = files.underReview("cps.prosecutor");
    String decision = CaseFiles.charging(files.read("cps.prosecutor", reference));
    CaseFiles.made(files.post("cps.prosecutor", reference, "/decisions", decision));
    return reference;
  }

  private String sentBack() {
    String reference = files.complete();
    files.moved("police.hco", reference, "{\"move\":\"submit\"}");
    files.taken(reference, "cps.prosecutor");
    files.moved(
        "cps.prosecutor",
        reference,
        "{\"move\":\"send-back\",\"asked\":[{\"words\":\"Who else was there?\"}]}");
    return reference;
  }

  private static String submitting(String reference, String at) {
    return "update prosecution set submitted_at = %s where referral = %s"
        .formatted(at, record(reference));
  }

  private static String moving(String reference, String state) {
    return "update defendant set state = '%s', state_since = now() where referral = %s"
        .formatted(state, record(reference));
  }

  private int count(String table, String reference) throws SQLException {
    try (ResultSet rows =
        statement.executeQuery(
            "select count(*) from %s where referral = %s".formatted(table, record(reference)))) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static String record(String reference) {
    return "(select id from referral where reference = '" + reference + "')";
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
