package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import uk.concordat.stack.Stack;
import uk.concordat.stack.StackExtension;
import uk.concordat.stack.Waiting;

/**
 * Somebody puts a copy of last night in the place of the database: from inside all is in order, but
 * a witness has seen more.
 */
@Isolated
@Order(Integer.MAX_VALUE - 1)
@ExtendWith({ApiExtension.class, StackExtension.class})
class LedgerRestoreIT {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Api api;
  private final LedgerTree tree;
  private final Stack stack;

  LedgerRestoreIT(Api api, LedgerTree tree, Stack stack) {
    this.api = api;
    this.tree = tree;
    this.stack = stack;
  }

  @Test
  void aWitnessCatchesADatabaseOfLastNight(@TempDir Path folder) {
    var program = new WitnessProgram(stack, folder);
    program.file("log.keys", api.get("nhs.governance", "/api/ledger/key").body());
    program.file("token", api.token("council.governance"));
    String witness = program.keygen("witness.example/" + System.nanoTime());
    api.post(
        "board.governance",
        "/api/ledger/witnesses",
        "{\"agency\":\"WELHAT-COUNCIL\",\"key\":\"" + witness + "\"}");
    write();
    stack.restoresPostgresAfter(
        () -> {
          awaitAnswers();
          write();
          WitnessProgram.Ended seen = program.looks();
          assertThat(seen.code()).as(seen.said()).isZero();
        });
    awaitAnswers();

    WitnessProgram.Ended inside = program.walks();
    assertThat(inside.code()).as(inside.said()).isZero();
    WitnessProgram.Ended shrunk = program.looks();
    assertThat(shrunk.said()).contains("shrunk");
    assertThat(shrunk.code()).isEqualTo(3);

    write();
    write();
    WitnessProgram.Ended grown = program.looks();
    assertThat(grown.said()).contains("history was rewritten");
    assertThat(grown.code()).isEqualTo(3);
  }

  private void write() {
    tree.placesOf(new Referrals(api).received().reference());
  }

  private void awaitAnswers() {
    assertThat(Waiting.until(LIMIT, this::answers)).as("the portal answers again").isTrue();
  }

  private boolean answers() {
    try {
      return api.get("council.officer", "/api/me").status() == 200;
    } catch (RuntimeException | AssertionError notYet) {
      return false;
    }
  }
}
