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
          "OVERTURNED",
          "PROSECUTION",
          "FINALISED");

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
          "decision_carried_out_version",
          "hearing");
  private static final List<String> DECIDED =
      List.of(
          "charging_decision",
          "authorised_charge",
          "prosecuted_strand",
          "code_test",
          "hostility_test",
          "action_item",
          "attorney_consent",
          "monitoring_flag");
  private static final List<String> OF_COURT =
      List.of("court_result", "court_finding", "court_strand");

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
  void whatWasTypedOfADecisionIsForItsWriterAloneAndOnlyWhileTheReviewIsTheirs()
      throws SQLException {
    String reference = files.underReview("cps.prosecutor");
    bind("cps.prosecutor");
    assertThat(statement.executeUpdate(drafting(reference, "caller_subject()"))).isOne();
    assertThat(count("decision_draft", reference)).isOne();
    for (String other : List.of("cps.prosecutor2", "police.hco", "cps.reviewer", "btp.hco")) {
      bind(other);
      assertThat(count("decision_draft", reference)).as(other).isZero();
      Savepoint before = connection.setSavepoint();
      assertThatThrownBy(
              () -> {
                if (statement.executeUpdate(drafting(reference, "caller_subject()")) == 0) {
                  throw new SQLException("no defendant is seen");
                }
              })
          .as(other)
          .isInstanceOf(SQLException.class);
      connection.rollback(before);
    }
    bind("cps.prosecutor");
    assertThatThrownBy(() -> statement.executeUpdate(drafting(reference, "gen_random_uuid()")))
        .as("in somebody else's name")
        .isInstanceOf(SQLException.class);
  }

  @Test
  void aFormIsOfItsOwnClassAndOfAReferralToProsecutors() throws SQLException {
    String reference = files.started();
    String other = new Referrals(api).sent("police.hco", "BTP").reference();
    bind("police.hco");
    assertThat(statement.executeUpdate(attaching(reference, "D5", "'MG5'"))).isOne();
    assertThat(statement.executeUpdate(attaching(other, "D5", "null"))).isOne();
    for (String wrong :
        List.of(
            attaching(reference, "D4", "'MG5'"),
            attaching(reference, "D5", "'MG99'"),
            attaching(other, "D5", "'MG5'"))) {
      Savepoint before = connection.setSavepoint();
      assertThatThrownBy(() -> statement.executeUpdate(wrong))
          .as(wrong)
          .isInstanceOf(SQLException.class);
      connection.rollback(before);
    }
  }

  private static String attaching(String reference, String dataClass, String form) {
    return """
        insert into document (id, referral, data_class, holder, name, type, size, digest, scan, chunks, key_name, sealed_key,
                              attached_by, attached_role, attached_at, form)
        select gen_random_uuid(), %s, '%s', caller_agency(), 'a.txt', 'TEXT', 1, repeat('0', 64), 'NOT_SCANNED', 1, 'k', '',
               caller_subject(), caller_role(), now(), %s"""
        .formatted(record(reference), dataClass, form);
  }

  private static String drafting(String reference, String writer) {
    return """
        insert into decision_draft (defendant, writer, prosecution, referral, agency, answers, kept_at)
        select d.id, %s, d.prosecution, d.referral, caller_agency(), '{}', now() from defendant d where d.referral = %s"""
        .formatted(writer, record(reference));
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
  void aFlagIsChangedByWhoeverReviewsItAndNeverOverwritten() throws SQLException {
    String reference = files.underReview("cps.prosecutor");
    String change =
        "insert into monitoring_flag (id, prosecution, referral, agency, defendant, strand, number,"
            + " stands, reason, said_by, said_role, said_at) select gen_random_uuid(), prosecution,"
            + " referral, caller_agency(), id, '%s', %d, %s, %s, caller_subject(), caller_role(), now()"
            + " from defendant where referral = "
            + record(reference);
    for (String user : List.of("cps.prosecutor2", "police.hco")) {
      bind(user);
      assertThat(count("monitoring_flag", reference)).as("race and religion").isEqualTo(2);
      refused(change.formatted("DIS", 1, "true", "null"), "row-level security");
    }
    bind("cps.prosecutor");
    refused(change.formatted("RAC", 2, "false", "null"), "violates check");
    refused(change.formatted("RAC", 2, "true", "'Why'"), "not changed so");
    refused(change.formatted("DIS", 2, "true", "null"), "not changed so");
    refused("update monitoring_flag set stands = false", "permission denied");
    assertThat(statement.executeUpdate(change.formatted("RAC", 2, "false", "'A mistake.'")))
        .isOne();
  }

  private void refused(String sql, String message) throws SQLException {
    Savepoint before = connection.setSavepoint();
    assertThatThrownBy(() -> statement.executeUpdate(sql)).as(sql).hasMessageContaining(message);
    connection.rollback(before);
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
  void resultsAreForThoseWhoProsecuteAndThePoliceAsFarAsAnAgreementLetsThemBack()
      throws SQLException {
    String reference = finalised();
    for (String table : OF_COURT) {
      for (String user : List.of("cps.prosecutor", "cps.prosecutor2", "police.hco")) {
        bind(user);
        assertThat(count(table, reference)).as("%s of %s", table, user).isPositive();
      }
      bind("police.liaison");
      assertThat(count(table, reference)).as(table).isZero();
    }
    assertThat(count("hearing", reference)).as("when it is, is to be told").isPositive();
    connection.rollback();
    statement.execute("set local role postgres");
    assertThat(
            statement.executeUpdate(
                "delete from agreement_class where from_agency = 'CPS-THAMES-CHILTERN' and"
                    + " data_class = 'D11'"))
        .isPositive();
    bind("police.hco");
    for (String table : OF_COURT) {
      assertThat(count(table, reference)).as(table).isZero();
    }
    bind("cps.prosecutor");
    assertThat(count("court_result", reference)).isPositive();
  }

  @Test
  void aResultIsAddedByWhoReviewsItAndNeverChanged() throws SQLException {
    String reference = finalised();
    for (String user : List.of("police.hco", "cps.prosecutor2", "cps.prosecutor")) {
      bind(user);
      for (String sql :
          List.of(
              "update court_result set on_day = on_day - 1 where referral = ",
              "delete from court_result where referral = ",
              "update hearing set on_day = on_day - 1 where referral = ",
              "update court_strand set sentenced_as_hate = true where referral = ")) {
        barred(user, sql + record(reference));
      }
      // without a reason it does not stand in the place of one that was final
      barred(
          user,
          """
          insert into court_result (id, prosecution, referral, agency, defendant, number, recorded_by, recorded_role, recorded_at)
          select gen_random_uuid(), d.prosecution, d.referral, caller_agency(), d.id, 2, caller_subject(), caller_role(), now() from defendant d where d.referral = %s"""
              .formatted(record(reference)));
    }
  }

  private void barred(String user, String sql) throws SQLException {
    Savepoint before = connection.setSavepoint();
    assertThatThrownBy(() -> statement.executeUpdate(sql))
        .as("%s: %s", user, sql)
        .isInstanceOf(SQLException.class);
    connection.rollback(before);
  }

  @Test
  void nothingIsBeforeTheCourtWithoutAHearingNorOverWithoutAResult() throws SQLException {
    String charged = files.charged("cps.prosecutor");
    String heard = files.beforeTheCourt("cps.prosecutor");
    bind("cps.prosecutor");
    barred("cps.prosecutor", moving(charged, "PROSECUTION"));
    barred("cps.prosecutor", moving(charged, "FINALISED"));
    barred("cps.prosecutor", moving(heard, "FINALISED"));
  }

  @Test
  void whoIsKeptAwayFromTheReferralIsKeptAwayFromItsFile() throws SQLException {
    String reference = finalised();
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
    for (String table : OF_COURT) {
      assertThat(count(table, reference)).as("%s of %s", table, user).isZero();
    }
  }

  private String finalised() {
    String reference = files.beforeTheCourt("cps.prosecutor");
    CaseFiles.made(
        files.recorded(
            "cps.prosecutor", "POST", reference, "/results", files.convicting(reference, "")));
    return reference;
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
