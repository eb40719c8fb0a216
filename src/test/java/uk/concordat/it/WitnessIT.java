package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.audit.note.Cosigner;
import uk.concordat.audit.note.NoteSigner;
import uk.concordat.audit.note.SignedNote;

/** Whose cosignatures are taken, and who is refused; {@link TamperedLedgerIT} has the program. */
@ExtendWith(ApiExtension.class)
class WitnessIT {
  private static final String WITNESSES = "/api/ledger/witnesses";
  private static final String[] TEXT = {"Content-Type", "text/plain; charset=UTF-8"};

  private final Api api;
  private final LedgerTree tree;
  private final LedgerRows rows;
  private final Referrals referrals;
  private final Cosigner witness = Cosigner.generate("witness.example/" + System.nanoTime());

  WitnessIT(Api api, LedgerTree tree, LedgerRows rows) {
    this.api = api;
    this.tree = tree;
    this.rows = rows;
    referrals = new Referrals(api);
  }

  @BeforeEach
  void thereIsSomethingToWitness() {
    tree.placesOf(referrals.received().reference());
  }

  @Test
  void whoeverAsksForTheNewestCheckpointIsShownItsCosignatures() {
    assertThat(enter("board.governance", "NORTH-LEA-NHS").status()).isEqualTo(204);
    int before = tree.securityEvents("CHECKPOINT_WITNESSED");
    String note = cosigned();
    assertThat(post("nhs.governance", note).status()).isEqualTo(204);
    assertThat(post("nhs.governance", note).status()).isEqualTo(204);
    assertThat(tree.securityEvents("CHECKPOINT_WITNESSED")).isEqualTo(before + 2);
    Answer shown = api.get("police.hco", "/api/ledger/checkpoint");
    assertThat(SignedNote.parse(shown.body()).signatures())
        .filteredOn(line -> line.name().equals(witness.verifier().name()))
        .hasSize(1);
  }

  @Test
  void theWitnessOfAnotherAgencyIsNotTaken() {
    assertThat(enter("board.governance", "NORTH-LEA-NHS").status()).isEqualTo(204);
    Answer refused = post("police.governance", cosigned());
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.errors()).containsExactly("note:invalid");
  }

  @Test
  void aCheckpointThatWeNeverSignedIsNotTaken() {
    assertThat(enter("board.governance", "NORTH-LEA-NHS").status()).isEqualTo(204);
    String foreign =
        NoteSigner.generate("concordat.demo/ledger")
            .sign("concordat.demo/ledger\n1\n" + "A".repeat(43) + "=\n");
    Answer refused =
        post("nhs.governance", witness.cosign(SignedNote.parse(foreign), Instant.now()).toString());
    assertThat(refused.errors()).containsExactly("note:not-ours");
    assertThat(post("nhs.governance", "no note").errors()).containsExactly("note:invalid");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nhs.governance", "police.governance"})
  void onlyTheBoardEntersWitnesses(String governance) {
    Answer refused = enter(governance, "NORTH-LEA-NHS");
    assertThat(refused.status()).isEqualTo(404);
    assertThat(rows.refused(governance)).contains("audit.export not-the-board");
  }

  @ParameterizedTest
  @ValueSource(strings = {"police.lead", "council.officer", "board.analyst"})
  void whoeverDoesNotGovernDoesNeither(String user) {
    long before = exportsRefused(user);
    assertThat(enter(user, "NORTH-LEA-NHS").status()).isEqualTo(403);
    assertThat(post(user, cosigned()).status()).isEqualTo(403);
    assertThat(exportsRefused(user)).isEqualTo(before + 2);
  }

  @ParameterizedTest
  @CsvSource({
    "NOWHERE, witness.example/1+00000000+AAAA, agency:unknown",
    "NORTH-LEA-NHS, none, key:invalid",
    "NORTH-LEA-NHS, PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW, key:invalid"
  })
  void whatIsNoWitnessIsNotEntered(String agency, String key, String error) {
    assertThat(enter("board.governance", agency, key).errors()).containsExactly(error);
  }

  private long exportsRefused(String user) {
    return rows.refused(user).stream().filter(line -> line.startsWith("audit.export ")).count();
  }

  private Answer enter(String user, String agency) {
    return enter(user, agency, witness.verifier().text());
  }

  private Answer enter(String user, String agency, String key) {
    return api.post(user, WITNESSES, "{\"agency\":\"%s\",\"key\":\"%s\"}".formatted(agency, key));
  }

  private String cosigned() {
    String note = api.get("nhs.governance", "/api/ledger/checkpoint").body();
    return witness.cosign(SignedNote.parse(note), Instant.now()).toString();
  }

  private Answer post(String user, String note) {
    return api.send("POST", "/api/ledger/witness", api.token(user), note, TEXT);
  }
}
