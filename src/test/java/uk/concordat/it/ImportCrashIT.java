package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.stack.Stack;
import uk.concordat.stack.StackExtension;
import uk.concordat.stack.Waiting;

/**
 * The portal is killed while a file is logged or read: nothing is half done, its reader is told
 * which, and then it is done once and whole. Prints how long the whole file takes.
 */
@ExtendWith({ApiExtension.class, StackExtension.class})
class ImportCrashIT {
  private static final int KILLS = Math.max(1, Integer.getInteger("concordat.kills", 1) / 10);
  private static final int ROWS = Integer.getInteger("concordat.rows", 12_000);
  private static final Duration LIMIT = Duration.ofSeconds(120);
  private static final String USER = "council2.officer";
  private static final String FILE =
      "category,narrative,from_date,location_type,address,postcode,strands,perceived_by,person_known,name\n"
          + "GRAFFITI,A symbol on a door,19/11/2026,WORSHIP,Market Cross,SG99 9ZZ,REL,WITNESS,yes,Somebody\n"
              .repeat(ROWS);

  private final Api api;
  private final DatabaseOwner owner;
  private final Stack stack;

  ImportCrashIT(Api api, DatabaseOwner owner, Stack stack) {
    this.api = api;
    this.owner = owner;
    this.stack = stack;
  }

  /** While it is logged, and in {@code -Pchaos} in turn while it is read. */
  @TestFactory
  Stream<DynamicTest> nothingIsHalfDone() {
    return IntStream.range(0, KILLS)
        .mapToObj(
            kill ->
                kill % 2 == 0
                    ? dynamicTest("logging, " + kill, this::killedWhileLogging)
                    : dynamicTest("reading, " + kill, this::killedWhileReading));
  }

  private void killedWhileLogging() {
    Instant began = Instant.now();
    String id = read();
    Duration reading = Duration.between(began, Instant.now());
    CompletableFuture.runAsync(() -> log(id));
    killOnceIn("LOGGING", id);
    assertThat(Waiting.until(LIMIT, () -> interrupted(id))).as("its reader is told").isTrue();
    assertThat(state(id)).isEqualTo("READY");
    assertThat(logged(id)).as("as if it had not begun").isZero();
    began = Instant.now();
    assertThat(log(id).text("/state")).isEqualTo("COMMITTED");
    assertThat(logged(id)).as("whole, and once").isEqualTo(ROWS);
    System.out.printf(
        "%d incidents of a file: read in %d s, logged in %d s%n",
        ROWS, reading.toSeconds(), Duration.between(began, Instant.now()).toSeconds());
  }

  private void killedWhileReading() {
    long before = owner.count("incident_import");
    CompletableFuture.runAsync(this::read);
    assertThat(Waiting.until(LIMIT, () -> owner.count("incident_import") > before)).isTrue();
    String id =
        owner
            .row(
                "select id::text from incident_import where state = ? order by created_at desc limit 1",
                "READING")
            .get(0);
    killOnceIn("READING", id);
    assertThat(Waiting.until(LIMIT, () -> interrupted(id))).as("its reader is told").isTrue();
    assertThat(state(id)).isEqualTo("INTERRUPTED");
    assertThat(owner.count("incident_import_row where import = '" + id + "'")).isZero();
    assertThat(api.send("DELETE", path(id), api.token(USER), null).status()).isEqualTo(204);
  }

  private void killOnceIn(String step, String id) {
    String begun =
        "incident_import_progress where import = '%s' and step = '%s' and done between 1 and %d"
            .formatted(id, step, ROWS - 1);
    assertThat(Waiting.until(LIMIT, () -> owner.count(begun) == 1)).as("it is at work").isTrue();
    stack.crashPortal();
  }

  private String read() {
    return api.send(
            "POST", "/api/incident-imports", api.token(USER), FILE, "Content-Type", "text/csv")
        .text("/id");
  }

  private Answer log(String id) {
    return api.send("POST", path(id) + "/commit", api.token(USER), null);
  }

  private boolean interrupted(String id) {
    return api.get(USER, path(id)).json().path("interrupted").asBoolean();
  }

  private String state(String id) {
    return api.get(USER, path(id)).text("/state");
  }

  private long logged(String id) {
    return owner.count("incident where import = '" + id + "'");
  }

  private static String path(String id) {
    return "/api/incident-imports/" + id;
  }
}
