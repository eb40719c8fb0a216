package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.stack.Stack;
import uk.concordat.stack.StackExtension;

/** A council's backlog from a file: all of it or nothing. */
@ExtendWith({ApiExtension.class, StackExtension.class})
class IncidentImportIT {
  private static final String USER = "council2.officer";
  private static final String HEADING =
      "category,narrative,from_date,location_type,address,postcode,strands,perceived_by,repeat,person_known,name\n";
  private static final String GOOD =
      "GRAFFITI,A symbol on a door,19/11/2026,WORSHIP,Market Cross,sg99 9zz,REL,WITNESS,no,no,\n";
  private static final String ENTRIES =
      "select string_agg(verb || ' ' || array_to_string(data_classes, ','), ' ' order by at) from"
          + " ledger_entry where permitted and record_type = 'incident-import' and record_ids @>"
          + " array[cast(? as uuid)] and data_classes <> '{}'";
  private static final Duration PATIENCE = Duration.ofSeconds(50);

  private final Api api;
  private final DatabaseOwner owner;
  private final LedgerRows ledger;
  private final Visitors visitors;
  private final Stack stack;

  IncidentImportIT(
      Api api, DatabaseOwner owner, LedgerRows ledger, Visitors visitors, Stack stack) {
    this.visitors = visitors;
    this.api = api;
    this.owner = owner;
    this.ledger = ledger;
    this.stack = stack;
  }

  @Test
  void isLoggedAllAtOnceAndOnce() {
    String mark = "Mark " + UUID.randomUUID();
    Answer read = posted(USER, HEADING + GOOD + GOOD.replace("no,no,", "yes,yes," + mark) + GOOD);
    assertThat(read.status()).as(read.body()).isEqualTo(201);
    assertThat(read.text("/state")).isEqualTo("READY");
    assertThat(read.json().get("rows").asInt()).isEqualTo(3);
    assertThat(read.json().get("done").asInt()).isEqualTo(3);
    String id = read.text("/id");
    assertThat(logged(id)).as("nothing before it is committed").isZero();
    Answer committed = commit(USER, id);
    assertThat(committed.status()).as(committed.body()).isEqualTo(200);
    assertThat(committed.text("/state")).isEqualTo("COMMITTED");
    assertThat(logged(id)).isEqualTo(3);
    assertThat(staged(id)).as("nothing is kept twice").isZero();
    List<String> newest = api.get(USER, "/api/incidents?limit=3").items("reference");
    for (String reference : newest) {
      Answer one = api.get(USER, "/api/incidents/" + reference);
      assertThat(one.status()).as("its check letter is right").isEqualTo(200);
      assertThat(one.text("/place/postcode")).isEqualTo("SG99 9ZZ");
    }
    assertThat(api.get(USER, "/api/incidents/" + newest.get(1)).text("/person/name"))
        .as("in the order of the file")
        .isEqualTo(mark);
    assertThat(commit(USER, id).errors()).containsExactly("state:not-ready");
    assertThat(logged(id)).isEqualTo(3);
    assertThat(api.send("DELETE", path(id), api.token(USER), null).errors())
        .containsExactly("state:committed");
    assertThat(owner.row(ENTRIES, id)).containsExactly("COLLECT D1,D2,D5 COLLECT D1,D2,D5");
  }

  @Test
  void oneWrongRowKeepsTheWholeFileOut() {
    Answer read =
        posted(
            USER,
            HEADING
                + GOOD
                + GOOD.replace("GRAFFITI", "NO_SUCH").replace("sg99 9zz", "QX1 1AA")
                + GOOD.replace("A symbol on a door", "=1+1").replace("19/11/2026", "1/1/2999")
                + GOOD.replace("no,no,", "no,yes,"));
    assertThat(read.text("/state")).isEqualTo("REFUSED");
    assertThat(read.json().get("wrong").asInt()).isEqualTo(3);
    List<String> errors = new ArrayList<>();
    read.json()
        .get("errors")
        .forEach(
            each ->
                errors.add(
                    each.get("row").asInt()
                        + " "
                        + each.get("field").asText()
                        + " "
                        + each.get("code").asText()));
    assertThat(errors)
        .containsExactly(
            "3 category unknown",
            "3 postcode invalid",
            "4 from_date in-the-future",
            "4 narrative formula",
            "5 name required");
    assertThat(staged(read.text("/id"))).isZero();
    assertThat(commit(USER, read.text("/id")).errors()).containsExactly("state:not-ready");
  }

  @Test
  void aFileThatBreaksInTheMiddleIsRefusedThere() {
    Answer read = posted(USER, HEADING + GOOD + GOOD.replace("A symbol", "\"A symbol\" on"));
    assertThat(read.status()).as(read.body()).isEqualTo(201);
    assertThat(read.text("/state")).isEqualTo("REFUSED");
    assertThat(read.text("/errors/0/field")).isEqualTo("file");
    assertThat(read.text("/errors/0/code")).isEqualTo("not-csv");
    assertThat(read.json().at("/errors/0/row").asInt()).isEqualTo(3);
    assertThat(staged(read.text("/id"))).isZero();
  }

  @Test
  void saysHowFarItIsAndThatItWasInterrupted() {
    String id = posted(USER, HEADING + GOOD + GOOD).text("/id");
    Visitor visitor = visitors.signedIn(USER);
    String page = "/incident/imported.xhtml?id=" + id;
    stands(id, "READING", "READING", 500, "1 second");
    assertThat(visitor.get(page).body()).contains("500 read and checked so far.", "data-progress");
    assertThat(api.send("DELETE", path(id), api.token(USER), null).errors())
        .containsExactly("state:working");
    assertThat(posted(USER, HEADING + GOOD).errors())
        .as("one at a time")
        .containsExactly("file:working");
    stands(id, "READING", "READING", 500, "1 minute");
    assertThat(api.get(USER, path(id)).text("/state")).isEqualTo("INTERRUPTED");
    assertThat(visitor.get(page).body())
        .contains("Nothing of it was kept, and nothing was logged", "Discard the file");
    stands(id, "READY", "LOGGING", 1, "1 second");
    assertThat(visitor.get(page).body()).contains("1 of 2 so far.");
    assertThat(api.get(USER, path(id)).text("/state")).isEqualTo("LOGGING");
    stands(id, "READY", "LOGGING", 1, "1 minute");
    assertThat(visitor.get(page).body()).contains("None of them was logged", "Log all 2");
    assertThat(api.get(USER, path(id)).json().get("interrupted").asBoolean()).isTrue();
    assertThat(commit(USER, id).text("/state")).isEqualTo("COMMITTED");
    assertThat(visitor.get(page).body()).contains("All of them were logged, each once.");
    assertThat(logged(id)).isEqualTo(2);
  }

  /** What the file would look like while somebody works on it, or after they stopped. */
  private void stands(String id, String state, String step, int done, String ago) {
    owner.row(
        "with m as (update incident_import set state = ? where id = '%s' returning id), p as (update incident_import_progress set step = '%s', done = %d, at = now() - interval '%s' from m where import = m.id returning 1) select count(*) from p"
            .formatted(id, step, done, ago),
        state);
  }

  @Test
  void aHundredThousandAreReadAndForgotten() {
    String row = GOOD.replace("no,no,", "no,yes,Somebody");
    Instant before = Instant.now();
    Answer read = posted(USER, HEADING + row.repeat(100_000));
    assertThat(read.status()).as(read.body()).isEqualTo(201);
    assertThat(Duration.between(before, Instant.now())).isLessThan(PATIENCE);
    String id = read.text("/id");
    assertThat(read.json().get("rows").asInt()).isEqualTo(100_000);
    assertThat(staged(id)).isEqualTo(100_000);
    assertThat(api.send("DELETE", path(id), api.token(USER), null).status()).isEqualTo(204);
    assertThat(staged(id)).isZero();
    assertThat(api.get(USER, path(id)).status()).isEqualTo(404);
    assertThat(owner.row(ENTRIES, id)).containsExactly("COLLECT D1,D2,D5 ERASE D1,D2,D5");
  }

  /** Whoever dies in the middle of it leaves it as it was: it is one transaction. */
  @Test
  void aCommitThatIsCutShortLeavesNothingHalfDone() throws SQLException {
    String id = posted(USER, HEADING + GOOD + GOOD).text("/id");
    try (Connection app = stack.postgres().app().getConnection()) {
      app.setAutoCommit(false);
      bind(app);
      try (PreparedStatement commit =
          app.prepareStatement("select commit_import(cast(? as uuid), 2026, now(), 1)")) {
        commit.setString(1, id);
        assertThat(commit.execute()).isTrue();
      }
      kill(app);
    } catch (SQLException terminated) {
      // the connection died with its transaction
    }
    assertThat(logged(id)).isZero();
    assertThat(staged(id)).isEqualTo(2);
    assertThat(api.get(USER, path(id)).text("/state")).isEqualTo("READY");
    assertThat(commit(USER, id).text("/state")).isEqualTo("COMMITTED");
    assertThat(logged(id)).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"council.officer", "police.hco", "tprc.reporter", "council.governance"})
  void isNobodyElses(String user) {
    String id = posted(USER, HEADING + GOOD).text("/id");
    int refused = ledger.refused(user).size();
    int expected = user.equals("council.officer") ? 404 : 403;
    assertThat(api.get(user, path(id)).status()).isEqualTo(expected);
    assertThat(commit(user, id).status()).isEqualTo(expected);
    assertThat(api.send("DELETE", path(id), api.token(user), null).status()).isEqualTo(expected);
    assertThat(ledger.refused(user).size()).isEqualTo(refused + 3);
    assertThat(logged(id)).isZero();
  }

  @Test
  void whatIsNoSuchFileIsRefused() {
    assertThat(posted(USER, "colour\nred\n").errors()).containsExactly("heading:unknown-column");
    assertThat(posted(USER, HEADING).errors()).containsExactly("file:empty");
    assertThat(posted("police.hco", HEADING + GOOD).status()).isEqualTo(403);
  }

  private void bind(Connection app) throws SQLException {
    try (PreparedStatement bind =
        app.prepareStatement(
            "select o_status from bind_caller(cast(? as uuid), ?, 'Somebody', 'STEVENAGE-COUNCIL',"
                + " '{council-officer}', '{}')")) {
      bind.setString(1, api.subject(USER));
      bind.setString(2, USER);
      bind.execute();
    }
  }

  /** The server ends the session, as it does when the portal's end of it is gone. */
  private void kill(Connection app) throws SQLException {
    try (PreparedStatement pid = app.prepareStatement("select pg_backend_pid()");
        ResultSet row = pid.executeQuery();
        Connection superuser = stack.postgres().superuser().getConnection();
        PreparedStatement end = superuser.prepareStatement("select pg_terminate_backend(?)")) {
      row.next();
      end.setInt(1, row.getInt(1));
      assertThat(end.execute()).isTrue();
    }
  }

  private Answer posted(String user, String csv) {
    return api.send(
        "POST", "/api/incident-imports", api.token(user), csv, "Content-Type", "text/csv");
  }

  private Answer commit(String user, String id) {
    return api.send("POST", path(id) + "/commit", api.token(user), null);
  }

  private static String path(String id) {
    return "/api/incident-imports/" + id;
  }

  private long logged(String id) {
    return owner.count("incident where import = '" + id + "'");
  }

  private long staged(String id) {
    return owner.count("incident_import_row where import = '" + id + "'");
  }
}
