package uk.concordat.audit.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {
  private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");
  private static final String TEXT = new Checkpoint("log.example", 7, new byte[32]).text();

  private final NoteSigner log = NoteSigner.generate("log.example");
  private final Cosigner witness = Cosigner.generate("witness.example/w1");
  private final SignedNote note = SignedNote.parse(log.sign(TEXT));

  @Test
  void aWitnessCosignsWhatTheLogSigned() {
    SignedNote cosigned = SignedNote.parse(witness.cosign(note, NOW).toString());

    assertThat(cosigned.verify(List.of(log.verifier(), witness.verifier())))
        .extracting(NoteSignature::name)
        .containsExactly("log.example", "witness.example/w1");
    assertThat(cosigned.signatures().get(1).time()).isEqualTo(NOW);
    assertThat(cosigned.toString()).startsWith(note.toString());
  }

  @Test
  void aLaterCosignatureTakesThePlaceOfTheEarlier() {
    SignedNote later = witness.cosign(witness.cosign(note, NOW), NOW.plusSeconds(60));

    assertThat(later.signatures()).hasSize(2);
    assertThat(later.signatures().get(1).time()).isEqualTo(NOW.plusSeconds(60));
  }

  @Test
  void theTimeOfACosignatureIsSignedToo() {
    String cosigned = witness.cosign(note, NOW).signatures().get(1).line();
    NoteSignature signature = NoteSignature.parse(cosigned.strip());
    signature.bytes()[7]++;

    assertThat(witness.verifier().verify(TEXT, signature)).isFalse();
  }

  @Test
  void everyChangedByteIsFound() {
    byte[] bytes = note.toString().getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      byte[] changed = bytes.clone();
      changed[i] ^= 1;
      String text = new String(changed, StandardCharsets.UTF_8);
      assertThatExceptionOfType(InvalidNoteException.class)
          .as(text)
          .isThrownBy(() -> SignedNote.parse(text).verify(List.of(log.verifier())));
    }
  }

  @Test
  void aStrangerIsNotTrusted() {
    NoteSigner namesake = NoteSigner.generate("log.example");

    assertThatExceptionOfType(InvalidNoteException.class)
        .isThrownBy(() -> note.verify(List.of(namesake.verifier())));
    assertThatExceptionOfType(InvalidNoteException.class).isThrownBy(() -> note.verify(List.of()));
  }

  /** One good signature does not make up for one that does not fit. */
  @Test
  void aKnownKeyWhoseSignatureDoesNotFitSpoilsTheNote() {
    NoteSignature bad =
        new NoteSignature(
            witness.verifier().name(), witness.verifier().id(), new byte[Long.BYTES + 64]);

    assertThat(note.with(bad).verify(List.of(log.verifier()))).hasSize(1);
    assertThatExceptionOfType(InvalidNoteException.class)
        .isThrownBy(() -> note.with(bad).verify(List.of(log.verifier(), witness.verifier())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text\n",
        "text\n\n",
        "text\n\u2014 a AAAAAAA=\n",
        "text\n\n\u2014 a AAAAAAA=",
        "text\n\n- a AAAAAAA=\n",
        "text\n\n\u2014 a\n",
        "text\n\n\u2014  AAAAAAA=\n",
        "text\n\n\u2014 a b AAAAAAA=\n",
        "text\n\n\u2014 a+b AAAAAAA=\n",
        "text\n\n\u2014 a AAAAAAA\n",
        "text\n\n\u2014 a AAAAAAB=\n",
        "text\n\n\u2014 a AAAAAA==\n",
        "text\r\n\n\u2014 a AAAAAAA=\n",
        "te\txt\n\n\u2014 a AAAAAAA=\n"
      })
  void whatIsNoNoteIsNotRead(String text) {
    assertThatExceptionOfType(InvalidNoteException.class).isThrownBy(() -> SignedNote.parse(text));
  }

  @Test
  void theLeastNoteIsRead() {
    assertThat(SignedNote.parse("text\n\n\u2014 a AAAAAAA=\n").signatures()).hasSize(1);
  }

  @Test
  void aNoteIsNotEndless() {
    String lines = "\u2014 a AAAAAAA=\n".repeat(101);
    assertThatExceptionOfType(InvalidNoteException.class)
        .isThrownBy(() -> SignedNote.parse("text\n\n" + lines));
  }
}
