package uk.concordat.audit.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.concordat.audit.merkle.ReferenceTree;
import uk.concordat.audit.merkle.TreeHash;
import uk.concordat.audit.note.Checkpoint;
import uk.concordat.audit.note.Cosigner;
import uk.concordat.audit.note.NoteSignature;
import uk.concordat.audit.note.NoteSigner;
import uk.concordat.audit.note.SignedNote;

/** What a witness cosigns, and every way in which it refuses to. */
class WitnessTest {
  private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");

  @TempDir Path folder;

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Cosigner cosigner = Cosigner.generate("witness.example/nhs");
  private FakeLog log;

  @BeforeEach
  void start() throws IOException {
    log = new FakeLog();
    log.show(ReferenceTree.of(5));
    Files.writeString(folder.resolve("key"), log.key.verifier() + "\n");
    Files.writeString(folder.resolve("as"), cosigner.secret() + "\n");
    Files.writeString(folder.resolve("token"), FakeLog.TOKEN + "\n");
  }

  @AfterEach
  void stop() {
    log.close();
  }

  @Test
  void whatItSeesFirstIsCosignedAndRemembered() throws IOException {
    assertThat(look()).isEqualTo(Outcome.CONSISTENT);

    assertThat(folder.resolve("state")).hasContent(log.checkpoint);
    SignedNote posted = SignedNote.parse(log.witnessed.get(0));
    List<NoteSignature> signatures =
        posted.verify(List.of(log.key.verifier(), cosigner.verifier()));
    assertThat(signatures).hasSize(2);
    assertThat(signatures.get(1).time()).isEqualTo(NOW);
  }

  @Test
  void aLogThatGrewIsCosignedAgain() {
    look();
    log.show(ReferenceTree.of(12));

    assertThat(look()).isEqualTo(Outcome.CONSISTENT);
    assertThat(log.witnessed).hasSize(2);
    assertThat(folder.resolve("state")).hasContent(log.checkpoint);
  }

  @Test
  void aLogThatStoodStillIsCosignedAgain() {
    look();

    assertThat(look()).isEqualTo(Outcome.CONSISTENT);
    assertThat(log.witnessed).hasSize(2);
  }

  /** A database that was restored from last night. */
  @Test
  void aLogThatShrankIsRefused() throws IOException {
    look();
    String before = log.checkpoint;
    log.show(ReferenceTree.of(4));

    refused(before, "has shrunk from 5 entries to 4");
  }

  @Test
  void anotherTreeOfTheSameSizeIsRefused() throws IOException {
    look();
    String before = log.checkpoint;
    log.show(forked(5));

    refused(before, "two histories of 5 entries");
  }

  /** Restored from last night, and written on since. */
  @Test
  void aLargerTreeThatIsNotTheContinuationIsRefused() throws IOException {
    look();
    String before = log.checkpoint;
    log.show(forked(12));

    refused(before, "The 5 entries of before are not the first of the 12 of now");
  }

  @Test
  void aTruncatedProofIsRefused() throws IOException {
    look();
    String before = log.checkpoint;
    log.show(ReferenceTree.of(12));
    log.dropped = 1;

    refused(before, "history was rewritten");
  }

  @Test
  void aCheckpointThatTheKeyDidNotSignIsRefused() throws IOException {
    look();
    String before = log.checkpoint;
    log.checkpoint =
        NoteSigner.generate("log.example/ledger").sign(SignedNote.parse(before).text());

    refused(before, "what its key has not signed");
  }

  @Test
  void anotherLogIsRefused() throws IOException {
    look();
    String before = log.checkpoint;
    NoteSigner other = NoteSigner.generate("other.example/ledger");
    Files.writeString(folder.resolve("key"), log.key.verifier() + "\n" + other.verifier());
    log.checkpoint = other.sign(new Checkpoint("other.example/ledger", 7, TreeHash.empty()).text());

    refused(before, "another log");
  }

  @Test
  void aSignatureThatWasDamagedOnTheWayIsRefusedAtFirstSightToo() throws IOException {
    log.checkpoint = log.checkpoint.replace("\n5\n", "\n6\n");

    assertThat(look()).isEqualTo(Outcome.TAMPERED);
    assertThat(folder.resolve("state")).doesNotExist();
    assertThat(log.witnessed).isEmpty();
  }

  @Test
  void aLogThatIsNotReachedIsNotAccused() {
    look();
    log.status = 503;

    assertThat(look()).isEqualTo(Outcome.NOT_REACHED);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("503").doesNotContain("LEDGER");
    assertThat(folder.resolve("state")).hasContent(log.checkpoint);
  }

  @Test
  void whatWasSeenIsRememberedEvenWhereTheCosignatureWasNotTaken() {
    look();
    log.show(ReferenceTree.of(12));
    String later = log.checkpoint;
    log.status = 200;
    log.close();

    assertThat(look()).isEqualTo(Outcome.NOT_REACHED);
    assertThat(later).isNotEmpty();
  }

  @Test
  void aTokenIsNotSentInTheClear() {
    assertThat(run("witness", "--log", "http://log.example", "--once")).isEqualTo(Outcome.USAGE);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("https");
  }

  @Test
  void commandsAreReadStrictly() {
    assertThat(run()).isEqualTo(Outcome.USAGE);
    assertThat(run("watch")).isEqualTo(Outcome.USAGE);
    assertThat(run("witness", "--onec")).isEqualTo(Outcome.USAGE);
    assertThat(run("witness", "--every", "0")).isEqualTo(Outcome.USAGE);
    assertThat(run("witness", "--once", "--every", "60")).isEqualTo(Outcome.USAGE);
    assertThat(run("keygen", "--name")).isEqualTo(Outcome.USAGE);
    assertThat(run("verify", "--key", "k")).isEqualTo(Outcome.USAGE);
  }

  @Test
  void aKeyIsMadeThatNobodyElseReads() throws IOException {
    Path secret = folder.resolve("new");

    assertThat(run("keygen", "--name", "witness.example/w", "--out", secret.toString()))
        .isEqualTo(Outcome.CONSISTENT);
    assertThat(Files.getPosixFilePermissions(secret)).hasSize(2);
    assertThat(Cosigner.parse(Files.readString(secret)).verifier().name())
        .isEqualTo("witness.example/w");
    assertThat(run("keygen", "--name", "other", "--out", secret.toString()))
        .isEqualTo(Outcome.USAGE);
  }

  private void refused(String before, String why) throws IOException {
    int cosigned = log.witnessed.size();

    assertThat(look()).isEqualTo(Outcome.TAMPERED);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("THE LEDGER DOES NOT FIT")
        .contains(why);
    assertThat(folder.resolve("state")).hasContent(before);
    assertThat(log.witnessed).hasSize(cosigned);
    try (Stream<Path> files = Files.list(folder)) {
      Path evidence =
          files
              .filter(file -> file.getFileName().toString().startsWith("state.evidence-"))
              .findFirst()
              .orElseThrow();
      assertThat(evidence.resolve("earlier")).hasContent(before);
      assertThat(evidence.resolve("later")).hasContent(log.checkpoint);
    }
  }

  private static ReferenceTree forked(int size) {
    ReferenceTree tree = ReferenceTree.of(3);
    for (int i = tree.size(); i < size; i++) {
      tree.add(TreeHash.leaf(new byte[] {(byte) i}));
    }
    return tree;
  }

  private Outcome look() {
    return run(
        "witness",
        "--log",
        log.address().toString(),
        "--key",
        folder.resolve("key").toString(),
        "--as",
        folder.resolve("as").toString(),
        "--state",
        folder.resolve("state").toString(),
        "--token-file",
        folder.resolve("token").toString(),
        "--once");
  }

  private Outcome run(String... words) {
    var console =
        new Console(
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return Main.run(List.of(words), console, Clock.fixed(NOW, ZoneOffset.UTC));
  }
}
