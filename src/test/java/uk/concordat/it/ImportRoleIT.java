package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.stack.Stack;
import uk.concordat.stack.StackExtension;
import uk.concordat.stack.Waiting;

/** What becomes of a file whose reader is somebody else before it is done with. */
@ExtendWith({ApiExtension.class, StackExtension.class})
class ImportRoleIT {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final String[] JSON = {"Content-Type", "application/json"};
  private static final String FILE =
      "category,narrative,from_date,location_type,address,strands,perceived_by,person_known\n"
          + "GRAFFITI,A symbol on a door,2026-11-19,WORSHIP,Market Cross,REL,WITNESS,no\n";

  private final Api api;
  private final StaffDirectory directory;
  private final LedgerRows ledger;
  private final DatabaseOwner owner;
  private final Stack stack;
  private String reader;
  private String token;
  private String path;
  private String id;

  ImportRoleIT(
      Api api, StaffDirectory directory, LedgerRows ledger, DatabaseOwner owner, Stack stack) {
    this.api = api;
    this.directory = directory;
    this.ledger = ledger;
    this.owner = owner;
    this.stack = stack;
  }

  /** A file that can be logged, of somebody who holds two roles. */
  @BeforeEach
  void aFileIsRead() {
    reader = directory.joins();
    directory.gets(reader, "agency-admin");
    token = api.token(reader);
    Answer read =
        api.send("POST", "/api/incident-imports", token, FILE, "Content-Type", "text/csv");
    assertThat(read.text("/state")).as(read.body()).isEqualTo("READY");
    id = read.text("/id");
    path = "/api/incident-imports/" + id;
  }

  @Test
  void itGoesOnAsWhatItWasBegunWhoeverTheyAreMeanwhile() throws SQLException {
    Answer answer = whileItIsLogged(() -> assertThat(acts("agency-admin").status()).isEqualTo(204));
    assertThat(answer.text("/state")).as(answer.body()).isEqualTo("COMMITTED");
    assertThat(logged()).isEqualTo(1);
    assertThat(ledger.about("incident-import", id))
        .as("in the role in which it was begun")
        .containsOnly("incident.import council-officer");
    assertThat(api.get(reader, path).status()).as("from then on they are another").isEqualTo(403);
  }

  @Test
  void whoeverIsInAnotherRoleWhenItIsToBeLoggedDoesNotLogIt() {
    acts("agency-admin");
    assertThat(commit().status()).isEqualTo(403);
    acts("council-officer");
    assertThat(api.get(reader, path).text("/state")).isEqualTo("READY");
    assertThat(logged()).isZero();
  }

  @Test
  void nothingIsLoggedOfSomebodyWhoIsSuspendedMeanwhile() throws SQLException {
    assertThat(whileItIsLogged(() -> owner.suspend(reader)).status()).isEqualTo(401);
    assertThat(logged()).isZero();
    assertThat(state()).as("and the file is there for whoever looks").isEqualTo("READY");
  }

  /** Nobody logs an incident while that happens, so that the file is at work; what came of it. */
  private Answer whileItIsLogged(Runnable change) throws SQLException {
    try (Connection superuser = stack.postgres().superuser().getConnection();
        Statement lock = superuser.createStatement()) {
      superuser.setAutoCommit(false);
      lock.execute("lock table incident in share mode");
      CompletableFuture<Answer> logging = CompletableFuture.supplyAsync(this::commit);
      assertThat(Waiting.until(LIMIT, () -> waiting() > 0)).isTrue();
      change.run();
      superuser.rollback();
      return logging.join();
    }
  }

  /** How many sessions of the application wait to log a file. */
  private int waiting() {
    String sql =
        "select count(*) from pg_stat_activity where usename = 'concordat_app' and query like"
            + " '%commit_import%' and wait_event_type = 'Lock'";
    try (Connection superuser = stack.postgres().superuser().getConnection();
        Statement statement = superuser.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getInt(1);
    } catch (SQLException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private Answer acts(String role) {
    return api.send("PUT", "/api/me/acting-role", token, "{\"role\":\"%s\"}".formatted(role), JSON);
  }

  private Answer commit() {
    return api.send("POST", path + "/commit", token, null);
  }

  private String state() {
    return owner.row("select state from incident_import where id = cast(? as uuid)", id).get(0);
  }

  private long logged() {
    return owner.count("incident where import = '" + id + "'");
  }
}
