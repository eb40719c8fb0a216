package uk.concordat.audit.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A checkpoint says which log, how many leaves and which root, and that its log signed it. */
class CheckpointTest {
  private static final String ROOT = "N+Z5zXyGQeWfBXVhMtPgYVnvXpQ0JPr3Hyhd0kZYzGc=";
  private static final NoteSigner LOG = NoteSigner.generate("log.example/ledger");

  @Test
  void whatIsWrittenIsRead() {
    Checkpoint read = Checkpoint.parse("log.example/ledger\n4711\n" + ROOT + "\n");
    assertThat(read.origin()).isEqualTo("log.example/ledger");
    assertThat(read.size()).isEqualTo(4711);
    assertThat(read.text()).isEqualTo("log.example/ledger\n4711\n" + ROOT + "\n");
  }

  @Test
  void linesThatOthersAddAreNotInTheWay() {
    assertThat(Checkpoint.parse("log.example/ledger\n7\n" + ROOT + "\nmore\n").size()).isEqualTo(7);
  }

  @Test
  void onlyItsOwnLogSignsIt() {
    String note = LOG.sign("log.example/ledger\n7\n" + ROOT + "\n");
    assertThat(Checkpoint.open(note, List.of(LOG.verifier())).size()).isEqualTo(7);
    NoteSigner other = NoteSigner.generate("other.example/ledger");
    String foreign = other.sign("log.example/ledger\n7\n" + ROOT + "\n");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Checkpoint.open(foreign, List.of(LOG.verifier(), other.verifier())));
  }

  @Test
  void aRetiredKeyOfTheSameNameStillOpensIt() {
    NoteSigner next = NoteSigner.generate("log.example/ledger");
    String note = LOG.sign("log.example/ledger\n7\n" + ROOT + "\n");
    assertThat(Checkpoint.open(note, List.of(next.verifier(), LOG.verifier())).size()).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "log\n07\n" + ROOT + "\n",
        "log\n-7\n" + ROOT + "\n",
        "log\n7\nAAAA\n",
        "log\n7\n%%\n",
        "\n7\n" + ROOT + "\n",
        "log\n7\n" + ROOT,
        "log\n7\n"
      })
  void whatIsNoCheckpointIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Checkpoint.parse(text));
  }
}
