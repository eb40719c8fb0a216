package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import uk.concordat.audit.note.NoteSigner;
import uk.concordat.audit.note.SignedNote;
import uk.concordat.stack.Stack;
import uk.concordat.stack.StackExtension;

/** The ledger's key is changed as docs/witness.md says, and a witness goes on. */
@Isolated
@Order(Integer.MAX_VALUE - 1)
@ExtendWith({ApiExtension.class, StackExtension.class})
class LedgerKeyIT {
  private final Api api;
  private final LedgerTree tree;
  private final Stack stack;

  LedgerKeyIT(Api api, LedgerTree tree, Stack stack) {
    this.api = api;
    this.tree = tree;
    this.stack = stack;
  }

  @Test
  void aNewKeySignsAndTheOldOneStaysKnown(@TempDir Path folder) {
    tree.placesOf(new Referrals(api).received().reference());
    String before = api.get("nhs.governance", "/api/ledger/key").body().strip();
    NoteSigner next =
        NoteSigner.generate(SignedNote.parse(checkpoint()).signatures().get(0).name());
    var program = new WitnessProgram(stack, folder);
    program.file("token", api.token("council.governance"));
    program.file("log.keys", before);
    String witness = program.keygen("witness.example/" + System.nanoTime());
    assertThat(
            api.post(
                    "board.governance",
                    "/api/ledger/witnesses",
                    "{\"agency\":\"WELHAT-COUNCIL\",\"key\":\"" + witness + "\"}")
                .status())
        .isEqualTo(204);
    assertThat(program.looks().code()).isZero();

    stack.restartPortal(
        Map.of(
            "CONCORDAT_LEDGER_KEY",
            next.secret(),
            "CONCORDAT_LEDGER_RETIRED_KEYS",
            before.replaceAll("\\s+", " ")));
    tree.placesOf(new Referrals(api).received().reference());

    assertThat(api.get("nhs.governance", "/api/ledger/key").body().lines())
        .startsWith(next.verifier().toString())
        .containsAll(before.lines().toList());
    WitnessProgram.Ended unaware = program.looks();
    assertThat(unaware.said()).contains("not signed");
    assertThat(unaware.code()).isEqualTo(3);
    program.file("log.keys", next.verifier() + "\n" + before);
    WitnessProgram.Ended told = program.looks();
    assertThat(told.code()).as(told.said()).isZero();
    WitnessProgram.Ended walked = program.walks();
    assertThat(walked.code()).as(walked.said()).isZero();
  }

  private String checkpoint() {
    return api.get("nhs.governance", "/api/ledger/checkpoint").body();
  }
}
