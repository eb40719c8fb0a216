package uk.concordat.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.concordat.stack.TestDatabase;

/**
 * The database alone, asked as the portal's role: it tells nobody but their governance what
 * somebody could see, and lets nobody act in a role that they do not hold.
 */
class StaffSightWallIT {
  private static final UUID OFFICER = UUID.randomUUID();
  private static final UUID OTHER = UUID.randomUUID();
  private static TestDatabase database;
  private Connection connection;

  @BeforeAll
  static void start() throws SQLException {
    database = TestDatabase.start();
    try (Connection app = database.postgres().app().getConnection()) {
      app.setAutoCommit(false);
      bind(app, OFFICER, "HERTS-POLICE", "police-officer", "victim-liaison");
      app.commit();
    }
    try (Connection owner = database.postgres().owner().getConnection();
        PreparedStatement referral =
            owner.prepareStatement(
                "insert into referral (id, reference, version, type, from_agency, to_agency, state,"
                    + " owner, owner_role, created_at, changed_at, submitted_at, submitter, purpose)"
                    + " values (gen_random_uuid(), 'HCR-2026-000001-A', 1, 'COUNCIL_TO_POLICE',"
                    + " 'WELHAT-COUNCIL', 'HERTS-POLICE', 'SUBMITTED', gen_random_uuid(),"
                    + " 'council-officer', now(), now(), now(), gen_random_uuid(),"
                    + " 'PREVENT_DETECT')")) {
      referral.executeUpdate();
    }
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @BeforeEach
  void oneTransaction() throws SQLException {
    connection = database.postgres().app().getConnection();
    connection.setAutoCommit(false);
  }

  @AfterEach
  void nothingStays() throws SQLException {
    connection.rollback();
    connection.close();
  }

  @Test
  void theirOwnGovernanceIsTold() throws SQLException {
    bind(connection, OTHER, "HERTS-POLICE", "information-governance");
    assertThat(texts("select reference || ' ' || role || ' ' || source from sight_of(?)", OFFICER))
        .containsExactly(
            "HCR-2026-000001-A police-officer agency", "HCR-2026-000001-A victim-liaison agency");
  }

  @ParameterizedTest
  @CsvSource({
    "WELHAT-COUNCIL,information-governance",
    "BOARD,information-governance",
    "HERTS-POLICE,agency-admin",
    "HERTS-POLICE,hate-crime-officer",
    "HERTS-POLICE,police-officer"
  })
  void nobodyElseIs(String agency, String role) throws SQLException {
    bind(connection, OTHER, agency, role);
    assertThat(texts("select reference from sight_of(?)", OFFICER)).isEmpty();
    assertThat(texts("select owner_agency from grants_of(?)", OFFICER)).isEmpty();
  }

  @Test
  void withoutABoundCallerItTellsNothing() throws SQLException {
    assertThat(texts("select reference from sight_of(?)", OFFICER)).isEmpty();
  }

  @Test
  void oneActsInARoleThatOneHolds() throws SQLException {
    bind(connection, OFFICER, "HERTS-POLICE", "police-officer", "victim-liaison");
    choose(OFFICER, "victim-liaison");
    assertThat(bind(connection, OFFICER, "HERTS-POLICE", "police-officer", "victim-liaison"))
        .isEqualTo("victim-liaison");
    assertThatThrownBy(() -> choose(OFFICER, "hate-crime-officer"))
        .hasMessageContaining("row-level security");
  }

  @Test
  void nobodyChoosesForSomebodyElse() throws SQLException {
    bind(connection, OTHER, "HERTS-POLICE", "hate-crime-officer");
    assertThatThrownBy(() -> choose(OFFICER, "victim-liaison"))
        .hasMessageContaining("row-level security");
  }

  private void choose(UUID subject, String role) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "insert into acting_role (subject, role) values (?, ?) on conflict (subject) do update"
                + " set role = excluded.role")) {
      statement.setObject(1, subject);
      statement.setString(2, role);
      statement.executeUpdate();
    }
  }

  /** Answers the role acted in. */
  private static String bind(Connection connection, UUID subject, String agency, String... roles)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select o_role from bind_caller(?, ?, 'Somebody', ?, ?, '{}') where o_status ="
                + " 'ACTIVE'")) {
      statement.setObject(1, subject);
      statement.setString(2, subject.toString());
      statement.setString(3, agency);
      statement.setArray(4, connection.createArrayOf("text", roles));
      try (ResultSet row = statement.executeQuery()) {
        assertThat(row.next()).isTrue();
        return row.getString(1);
      }
    }
  }

  private List<String> texts(String sql, UUID subject) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, subject);
      List<String> texts = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          texts.add(rows.getString(1));
        }
      }
      return texts;
    }
  }
}
