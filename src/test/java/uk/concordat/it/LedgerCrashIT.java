package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import uk.concordat.stack.Stack;
import uk.concordat.stack.StackExtension;
import uk.concordat.stack.Waiting;

/**
 * The portal or the database is killed while many write: whatever was acknowledged has its one
 * entry, the tree has no gap, and every state that was signed fits the ones after it.
 */
@ExtendWith({ApiExtension.class, StackExtension.class})
class LedgerCrashIT {
  private static final int KILLS = Integer.getInteger("concordat.kills", 2);
  private static final int WRITES = 200;
  private static final int WRITERS = 16;
  private static final int BEFORE = 60;
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Api api;
  private final LedgerTree tree;
  private final Stack stack;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();

  @TempDir Path folder;

  LedgerCrashIT(Api api, LedgerTree tree, Stack stack) {
    this.api = api;
    this.tree = tree;
    this.stack = stack;
  }

  /** Portal and database in turn: each once, a hundred times in all in {@code -Pchaos}. */
  @TestFactory
  Stream<DynamicTest> nothingIsLost() {
    return IntStream.range(0, KILLS)
        .mapToObj(
            kill ->
                kill % 2 == 0
                    ? dynamicTest("portal, " + kill, () -> survives(stack::crashPortal))
                    : dynamicTest("database, " + kill, () -> survives(stack::crashPostgres)));
  }

  private void survives(Runnable crash) throws InterruptedException, ExecutionException {
    String token = api.token("council.officer");
    String body = new Referrals(api).complete().toString();
    acknowledged.clear();
    String run = UUID.randomUUID().toString();
    ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    try {
      List<Future<?>> writes = new ArrayList<>();
      for (int i = 0; i < WRITES; i++) {
        String key = run + "/" + i;
        writes.add(writers.submit(() -> write(token, body, key)));
      }
      assertThat(Waiting.until(LIMIT, () -> acknowledged.size() >= BEFORE)).isTrue();
      crash.run();
      for (Future<?> write : writes) {
        write.get();
      }
    } finally {
      writers.shutdownNow();
    }
    assertThat(Waiting.until(LIMIT, this::answers)).as("the portal answers again").isTrue();
    tree.awaitAll();
    assertThat(acknowledged).hasSizeLessThan(WRITES);
    assertThat(tree.drafts(run)).as("drafts, each with one entry").containsAll(acknowledged);
    assertThat(tree.faults(run)).as("drafts or entries without the other, gaps").isEmpty();
    var program = new WitnessProgram(stack, folder);
    program.file("log.keys", api.get("nhs.governance", "/api/ledger/key").body());
    WitnessProgram.Ended ended = program.walks();
    assertThat(ended.code()).as(ended.said()).isZero();
  }

  private boolean answers() {
    try {
      return api.get("council.officer", "/api/me").status() == 200;
    } catch (RuntimeException | AssertionError notYet) {
      return false;
    }
  }

  /** Whatever is not acknowledged may or may not have happened. */
  private void write(String token, String body, String key) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(stack.portal() + "/api/referrals"))
            .timeout(LIMIT)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      if (answer.statusCode() == 201) {
        acknowledged.add(api.json(answer.body()).get("reference").textValue());
      }
    } catch (IOException killed) {
      // not acknowledged
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
