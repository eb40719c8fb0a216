package uk.concordat.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.stack.TestDatabase;

/**
 * The database alone, asked as the portal's role: every move that is not the caller's is refused.
 */
class AgreementWallIT {
  private static final String INSERT =
      "insert into agreement (id, code, version, title, party_a, party_b, purposes, gateways,"
          + " retention, marking, dpia, contact_a, contact_b, review_date, status, proposed_by,"
          + " proposed_for, proposed_at) values (?::uuid, ?, ?::int, '', ?, ?, '{SAFEGUARDING}', '',"
          + " '', 'OFFICIAL_SENSITIVE', '', '', '', london_day() + ?::int, ?, ?::uuid, ?,"
          + " '2020-01-01')";
  private static final UUID COUNCIL = UUID.randomUUID();
  private static final UUID COLLEAGUE = UUID.randomUUID();
  private static final UUID POLICE = UUID.randomUUID();
  private static final UUID TRUST = UUID.randomUUID();
  private static final UUID OFFICER = UUID.randomUUID();
  private static TestDatabase database;
  private Connection connection;
  private String id;

  @BeforeAll
  static void start() {
    database = TestDatabase.start();
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @BeforeEach
  void oneTransaction() throws SQLException {
    connection = database.postgres().app().getConnection();
    connection.setAutoCommit(false);
    as(COUNCIL);
    id = propose("ISA-0000", "1", "WELHAT-COUNCIL", "HERTS-POLICE", "30", "PROPOSED", "");
  }

  @AfterEach
  void nothingStays() throws SQLException {
    connection.rollback();
    connection.close();
  }

  @Test
  void theCodeAndTheTimeAreTheDatabasesToGive() throws SQLException {
    assertThat(one("select code from agreement where id = ?::uuid", id)).matches("ISA-1\\d{3}");
    assertThat(one("select proposed_at = now() from agreement where id = ?::uuid", id))
        .isEqualTo("t");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "for others,          1, NORTH-LEA-NHS,  HERTS-POLICE, 30,  PROPOSED, ",
    "in force at once,    1, WELHAT-COUNCIL, HERTS-POLICE, 30,  ACTIVE,   ",
    "reviewed today,      1, WELHAT-COUNCIL, HERTS-POLICE, 0,   PROPOSED, ",
    "reviewed never,      1, WELHAT-COUNCIL, HERTS-POLICE, 400, PROPOSED, ",
    "a leap of versions,  3, WELHAT-COUNCIL, HERTS-POLICE, 30,  PROPOSED, ",
    "in another's name,   1, WELHAT-COUNCIL, HERTS-POLICE, 30,  PROPOSED, other"
  })
  void aProposalThatIsNotTheCallersIsRefused(
      String what, String version, String a, String b, String days, String status, String name) {
    assertThatThrownBy(
            () -> propose("ISA-101", version, a, b, days, status, name == null ? "" : name))
        .isInstanceOf(SQLException.class);
  }

  @Test
  void onlyGovernanceProposes() throws SQLException {
    as(OFFICER);
    assertThatThrownBy(
            () -> propose("ISA-0000", "1", "WELHAT-COUNCIL", "HERTS-POLICE", "30", "PROPOSED", ""))
        .hasMessageContaining("not the caller's to make");
  }

  @Test
  void theOtherPartySignsInItsOwnNameNow() throws SQLException {
    as(POLICE);
    assertThat(to("ACTIVE")).isEqualTo(1);
    assertThat(
            one(
                "select signed_by || ' ' || signed_for || ' ' || (active_from = now()) from"
                    + " agreement where id = ?::uuid",
                id))
        .isEqualTo(POLICE + " HERTS-POLICE true");
  }

  @Test
  void neitherTheProposerNorAColleagueSignsOrRefuses() throws SQLException {
    for (UUID own : new UUID[] {COUNCIL, COLLEAGUE}) {
      as(own);
      refused("ACTIVE");
      refused("REFUSED");
    }
  }

  @Test
  void whoProposedAndThenMovedToTheOtherPartyDoesNotSign() throws SQLException {
    bind(COUNCIL, "HERTS-POLICE", "information-governance");
    refused("ACTIVE");
  }

  @Test
  void aStrangerNeitherSeesNorMovesIt() throws SQLException {
    as(TRUST);
    assertThat(one("select count(*) from agreement where id = ?::uuid", id)).isEqualTo("0");
    assertThat(to("ACTIVE")).isZero();
    as(OFFICER);
    assertThat(one("select count(*) from agreement where id = ?::uuid", id)).isEqualTo("0");
  }

  @Test
  void theSignerDoesNotWithdrawAndTheProposerDoes() throws SQLException {
    as(POLICE);
    refused("WITHDRAWN");
    as(COLLEAGUE);
    assertThat(to("WITHDRAWN")).isEqualTo(1);
  }

  @Test
  void refusingAndEndingNeedAReason() throws SQLException {
    as(POLICE);
    assertThatThrownBy(() -> saved(() -> run(move(), "REFUSED", " ", id)))
        .hasMessageContaining("says_why");
    to("ACTIVE");
    assertThatThrownBy(() -> saved(() -> run(move(), "ENDED", null, id)))
        .hasMessageContaining("says_why");
    as(COUNCIL);
    assertThat(to("ENDED")).isEqualTo(1);
    assertThat(one("select active_to = now() from agreement where id = ?::uuid", id))
        .isEqualTo("t");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PROPOSED", "SUPERSEDED", "REFUSED", "WITHDRAWN", "ENDED"})
  void whatIsNoMoveIsRefused(String state) throws SQLException {
    as(POLICE);
    to("ACTIVE");
    if (state.equals("ENDED")) {
      to("ENDED");
      assertThat(to("ACTIVE")).isZero();
    } else {
      refused(state);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update agreement set title = 'x' where id = ?::uuid",
        "update agreement set active_from = '2020-01-01' where id = ?::uuid",
        "update agreement set signed_by = proposed_by where id = ?::uuid",
        "delete from agreement where id = ?::uuid",
        "delete from agreement_class where agreement = ?::uuid"
      })
  void noOtherColumnIsThePortalsToChange(String sql) {
    assertThatThrownBy(() -> run(sql, id)).hasMessageContaining("permission denied");
  }

  @Test
  void classesComeWithTheProposalAndNeverAfterwards() throws SQLException {
    String add = "insert into agreement_class values (?::uuid, ?, ?)";
    assertThat(run(add, id, "WELHAT-COUNCIL", "D2")).isEqualTo(1);
    assertThatThrownBy(() -> saved(() -> run(add, id, "NORTH-LEA-NHS", "D2")))
        .hasMessageContaining("row-level security");
    assertThatThrownBy(() -> saved(() -> run(add, id, "WELHAT-COUNCIL", "D17")))
        .hasMessageContaining("row-level security");
    connection.commit();
    as(COUNCIL);
    assertThatThrownBy(() -> saved(() -> run(add, id, "WELHAT-COUNCIL", "D8")))
        .hasMessageContaining("row-level security");
    to("WITHDRAWN");
    connection.commit();
  }

  @Test
  void aNewVersionTakesTheFormersPlaceAtTheSameInstant() throws SQLException {
    as(POLICE);
    to("ACTIVE");
    String code = one("select code from agreement where id = ?::uuid", id);
    String first = id;
    id = propose(code, "2", "HERTS-POLICE", "WELHAT-COUNCIL", "30", "PROPOSED", "");
    as(COUNCIL);
    to("ACTIVE");
    assertThat(
            one(
                "select string_agg(status, ' ' order by version) from agreement where code = ?",
                code))
        .isEqualTo("SUPERSEDED ACTIVE");
    assertThat(
            one(
                "select a.active_to = b.active_from from agreement a, agreement b where a.id ="
                    + " ?::uuid and b.id = ?::uuid",
                first,
                id))
        .isEqualTo("t");
  }

  @Test
  void whoIsNotBoundSeesAndMovesNothing() throws SQLException {
    connection.commit();
    assertThat(one("select count(*) from agreement")).isEqualTo("0");
    assertThat(to("ACTIVE")).isZero();
    as(COUNCIL);
    to("WITHDRAWN");
    connection.commit();
  }

  private void as(UUID subject) throws SQLException {
    String agency =
        subject == POLICE ? "HERTS-POLICE" : subject == TRUST ? "NORTH-LEA-NHS" : "WELHAT-COUNCIL";
    bind(subject, agency, subject == OFFICER ? "council-officer" : "information-governance");
  }

  private void bind(UUID subject, String agency, String role) throws SQLException {
    assertThat(
            one(
                "select o_status from bind_caller(?::uuid, ?, 'Somebody', ?, array[?], '{}')",
                subject.toString(),
                subject.toString(),
                agency,
                role))
        .isEqualTo("ACTIVE");
  }

  private String propose(
      String code, String version, String a, String b, String days, String status, String name)
      throws SQLException {
    String proposal = UUID.randomUUID().toString();
    String by = one("select caller_subject()::text");
    String agency = one("select caller_agency()");
    String who = name.isEmpty() ? by : UUID.randomUUID().toString();
    run(INSERT, proposal, code, version, a, b, days, status, who, agency);
    return proposal;
  }

  private static String move() {
    return "update agreement set status = ?, reason = ? where id = ?::uuid";
  }

  private int to(String status) throws SQLException {
    return run(move(), status, "Because.", id);
  }

  private void refused(String status) {
    assertThatThrownBy(() -> saved(() -> to(status)))
        .as(status)
        .hasMessageContaining("not the caller's to make");
  }

  private interface Work {
    void run() throws SQLException;
  }

  /** What fails must not end the transaction that the next step is in. */
  private void saved(Work work) throws SQLException {
    var before = connection.setSavepoint();
    try {
      work.run();
    } catch (SQLException refused) {
      connection.rollback(before);
      throw refused;
    }
  }

  private int run(String sql, String... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      return statement.executeUpdate();
    }
  }

  private String one(String sql, String... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }
}
