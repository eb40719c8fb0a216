package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.concordat.stack.Stack;
import uk.concordat.stack.StackExtension;

/**
 * With the gate in Java bypassed, the database alone still refuses: whoever is bound to a session
 * of the application's role reads and writes no row that is not theirs, in any table.
 */
@ExtendWith({ApiExtension.class, StackExtension.class})
class OtherWallIT {
  /** Read by everybody who is bound: they say nothing of anybody. */
  private static final Set<String> FOR_ALL =
      Set.of(
          "agency",
          "staff_role",
          "role_permission",
          "role_data_class",
          "code_value",
          "service_level",
          "bank_holiday",
          "reading_limit",
          "recording_option",
          "recording_test",
          "report_footing",
          "crime_reference_format",
          "risk_rule",
          "outcome_field",
          "police_outcome_type",
          "offence",
          "aggravation",
          "uplift_provision",
          "court",
          "file_item",
          "victim_rule",
          "victim_outcome_event",
          "usual_hours",
          "ledger_leaf",
          "ledger_month",
          "ledger_retention",
          "ledger_tile",
          "ledger_checkpoint",
          "ledger_witness",
          "ledger_cosignature");

  private final Connection connection;
  private final GuardedTables guarded;
  private final LeadingStranger stranger;
  private final Dossier dossier;

  OtherWallIT(Api api, Stack stack) throws SQLException {
    dossier = new Dossier(api, stack.postgres().superuser());
    connection = stack.postgres().superuser().getConnection();
    guarded = new GuardedTables(connection);
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

  @Test
  void everyTableIsGuarded() throws SQLException {
    assertThat(guarded.unguarded()).containsExactly("flyway_schema_history");
  }

  @Test
  void whoeverMaySeesTheRecord() throws SQLException {
    stranger.bind("HERTS-POLICE", "hate-crime-officer", "hate-crime-unit");
    for (String table :
        List.of("referral_identity", "referral_needs", "referral_incident", "referral_move")) {
      assertThat(guarded.strings("select 'x' from " + table + " where referral = " + record()))
          .as(table)
          .isNotEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "BTP,hate-crime-officer,hate-crime-unit",
    "CPS-THAMES-CHILTERN,cps-prosecutor,hate-crime-prosecutors",
    "COLNE-VALLEY-NHS,nhs-safeguarding-lead,safeguarding",
    "COLNE-VALLEY-NHS,information-governance,safeguarding",
    "HAH-CENTRE-1,third-party-reporter,reporting-centre",
    "BOARD,board-analyst,board",
  })
  void anOutsiderReadsAndWritesNothing(String agency, String role, String team)
      throws SQLException {
    List<String> wrong = new ArrayList<>();
    for (String table : guarded.names()) {
      Row row = row(table);
      if (row == null) {
        wrong.add(table + " holds no row to try: add one to Dossier");
        continue;
      }
      List<String> columns = guarded.columns(table);
      stranger.bind(agency, role, team);
      attempts(table, columns).stream()
          .filter(attempt -> !attempt.refused(row))
          .forEach(attempt -> wrong.add(attempt.sql));
      connection.rollback();
    }
    assertThat(wrong).as("let through for %s of %s", role, agency).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "BTP,hate-crime-officer,hate-crime-unit,false,false",
    "COLNE-VALLEY-NHS,information-governance,safeguarding,false,false",
    "HERTS-POLICE,police-officer,response,false,false",
    "BOARD,information-governance,board,false,true",
    "WELHAT-COUNCIL,council-officer,community-safety,true,false",
    "WELHAT-COUNCIL,information-governance,governance,true,true",
  })
  void whoHasSeenARecordIsForThoseWhoAnswerForIt(
      String agency, String role, String team, boolean answers, boolean governs)
      throws SQLException {
    String id =
        guarded.strings("select cast(id as text) from referral where id = " + record()).get(0);
    String entries =
        String.join(
            ",",
            guarded.strings(
                "select cast(ordinal as text) from ledger_entry where record_ids @>"
                    + " array[cast('%s' as uuid)]".formatted(id)));
    stranger.bind(agency, role, team);
    assertThat(
            guarded
                .strings("select 'x' from record_trail('%s', null, null, 5)".formatted(id))
                .isEmpty())
        .isEqualTo(!answers);
    assertThat(guarded.strings("select 'x' from ledger_about('%s')".formatted(id)).isEmpty())
        .isEqualTo(!governs);
    String other =
        "select 'x' from unnest(array['REFUSED', 'OUT_OF_HOURS', 'BULK', 'SAME_NAME', 'GLASS']) m, ledger_leaf l"
            + " where l.ordinal in (-1%s) and ledger_marked(m, l.at, l.ordinal)"
                .formatted(entries.isEmpty() ? "" : "," + entries);
    assertThat(governs || guarded.strings(other).isEmpty()).isTrue();
  }

  @Test
  void nobodyBoundReadsAndWritesNothingAtAll() throws SQLException {
    List<String> wrong = new ArrayList<>();
    for (String table : guarded.names()) {
      Row row = row(table);
      if (row == null) {
        continue; // the other test says so
      }
      List<String> columns = guarded.columns(table);
      guarded.superuser().createStatement().execute("set local role concordat_app");
      Stream.concat(Stream.of(read(table)), attempts(table, columns).stream())
          .filter(attempt -> !attempt.refused(row))
          .forEach(attempt -> wrong.add(attempt.sql));
      connection.rollback();
    }
    assertThat(wrong).isEmpty();
  }

  /**
   * A row of a table that is no business of an outsider's.
   *
   * @param place where it lies; a changed row lies elsewhere
   * @param json all of it
   */
  private record Row(String table, String place, String json) {}

  private Row row(String table) throws SQLException {
    List<String> columns = guarded.columns(table);
    String condition =
        dossier
            .conditions()
            .getOrDefault(
                table,
                table.equals("referral")
                    ? "id = " + record()
                    : columns.contains("referral")
                        ? "referral = " + record()
                        : columns.contains("record") ? "record = " + record() : "true");
    String sql =
        "select ctid::text, to_jsonb(t)::text from %s t where %s and t::text !~"
            + " '(BTP|COLNE|HAH-C|BOARD|CPS-)' limit 1";
    try (PreparedStatement statement =
            connection.prepareStatement(
                sql.formatted(table, FOR_ALL.contains(table) ? "true" : condition));
        ResultSet rows = statement.executeQuery()) {
      return rows.next() ? new Row(table, rows.getString(1), rows.getString(2)) : null;
    }
  }

  private String record() {
    return "(select id from referral where reference = '" + dossier.reference() + "')";
  }

  private List<Attempt> attempts(String table, List<String> columns) {
    List<Attempt> attempts = new ArrayList<>();
    if (!FOR_ALL.contains(table)) {
      attempts.add(read(table));
    }
    attempts.add(
        new Attempt(
            "insert into %1$s (%2$s) overriding system value select %2$s from jsonb_populate_record(null::%1$s, ?::jsonb)"
                .formatted(table, String.join(", ", columns))));
    for (String column : columns) {
      // Without a condition no policy for reading is asked: only the one for writing.
      attempts.add(
          new Attempt(
              "update %1$s set %2$s = (jsonb_populate_record(null::%1$s, ?::jsonb)).%2$s"
                  .formatted(table, column)));
      attempts.add(
          new Attempt("update %1$s set %2$s = %2$s where ctid = ?::tid".formatted(table, column)));
    }
    attempts.add(new Attempt("delete from " + table));
    return attempts;
  }

  private Attempt read(String table) {
    return new Attempt("select 1 from " + table + " where ctid = ?::tid");
  }

  /** One statement of somebody who goes round the gate. */
  private final class Attempt {
    private final String sql;

    Attempt(String sql) {
      this.sql = sql;
    }

    /** Whether it found nothing, was refused, or at least left the row alone. */
    boolean refused(Row row) {
      try {
        Savepoint before = connection.setSavepoint();
        boolean refused = tried(row);
        connection.rollback(before);
        return refused;
      } catch (SQLException broken) {
        throw new IllegalStateException(sql, broken);
      }
    }

    private boolean tried(Row row) throws SQLException {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        if (sql.contains("?::jsonb")) {
          statement.setString(1, row.json);
        } else if (sql.contains("?::tid")) {
          statement.setString(1, row.place);
        }
        if (sql.startsWith("select")) {
          try (ResultSet rows = statement.executeQuery()) {
            return !rows.next();
          }
        }
        int changed = statement.executeUpdate();
        return changed == 0 || (!sql.startsWith("insert") && untouched(row));
      } catch (SQLException refusal) {
        // Insufficient privilege, or a column that nobody sets.
        return Set.of("42501", "428C9").contains(refusal.getSQLState());
      }
    }

    /** Somebody may change what is their own; this row must lie where it lay. */
    private boolean untouched(Row row) throws SQLException {
      connection.createStatement().execute("set local role postgres");
      return !guarded
          .strings("select 'x' from %s where ctid = '%s'".formatted(row.table, row.place))
          .isEmpty();
    }
  }
}
