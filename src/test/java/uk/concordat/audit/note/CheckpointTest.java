package uk.concordat.audit.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {
  private static final String ROOT = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

  @Test
  void isReadAsItWasWritten() {
    Checkpoint checkpoint = Checkpoint.parse("log.example\n7\n" + ROOT + "\n");

    assertThat(checkpoint.origin()).isEqualTo("log.example");
    assertThat(checkpoint.size()).isEqualTo(7);
    assertThat(checkpoint.root()).isEqualTo(new byte[32]);
    assertThat(checkpoint.text()).isEqualTo("log.example\n7\n" + ROOT + "\n");
  }

  @Test
  void onlyItsOwnLogSignsIt() {
    String text = "log.example\n7\n" + ROOT + "\n";
    NoteSigner log = NoteSigner.generate("log.example");
    NoteSigner other = NoteSigner.generate("other.example");
    List<NoteVerifier> keys = List.of(log.verifier(), other.verifier());

    assertThat(Checkpoint.open(log.sign(text), keys).size()).isEqualTo(7);
    assertThatExceptionOfType(InvalidNoteException.class)
        .isThrownBy(() -> Checkpoint.open(other.sign(text), keys));
  }

  @Test
  void aRetiredKeyOfTheSameNameOpensIt() {
    NoteSigner retired = NoteSigner.generate("log.example");
    NoteSigner present = NoteSigner.generate("log.example");
    String note = retired.sign("log.example\n7\n" + ROOT + "\n");

    assertThat(Checkpoint.open(note, List.of(present.verifier(), retired.verifier())).size())
        .isEqualTo(7);
  }

  @Test
  void mayHaveMoreLines() {
    assertThat(Checkpoint.parse("o\n0\n" + ROOT + "\nmore\nand more\n").size()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "o\n7\n",
        "o\n07\n" + ROOT + "\n",
        "o\n-7\n" + ROOT + "\n",
        "o\n+7\n" + ROOT + "\n",
        "o\n7 \n" + ROOT + "\n",
        "o\n9999999999999999999\n" + ROOT + "\n",
        "o\n7\nAAAA\n",
        "o\n7\n\n",
        "\n7\n" + ROOT + "\n",
        "o\n7\n" + ROOT,
        "o\n7\n" + ROOT + "\n\nmore\n",
        "o\n7\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n",
        "o\n7\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB=\n"
      })
  void isNothingElse(String text) {
    assertThatExceptionOfType(InvalidNoteException.class).isThrownBy(() -> Checkpoint.parse(text));
  }
}
