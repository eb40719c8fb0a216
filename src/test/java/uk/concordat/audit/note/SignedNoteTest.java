package uk.concordat.audit.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Notes are read and written as others do it, and nothing that is not signed passes for signed. */
class SignedNoteTest {
  /** Key and note of the documentation of golang.org/x/mod/sumdb/note, which made both. */
  private static final String GO_KEY =
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

  private static final String GO_SECRET =
      "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

  private static final String GO_TEXT =
      "If you think cryptography is the answer to your problem,\n"
          + "then you don't know what your problem is.\n";
  private static final String GO_NOTE =
      GO_TEXT
          + "\n\u2014 PeterNeumann"
          + " x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

  private static final NoteVerifier KEY = NoteVerifier.parse(GO_KEY);

  @Test
  void aNoteThatGoMadeIsSigned() {
    SignedNote note = SignedNote.parse(GO_NOTE);
    assertThat(note.text()).isEqualTo(GO_TEXT);
    assertThat(note.signedBy(List.of(KEY))).isTrue();
  }

  @Test
  void theSameKeyAndTextGiveTheSameNoteAsGoMade() {
    NoteSigner signer = NoteSigner.parse(GO_SECRET);
    assertThat(signer.verifier()).hasToString(GO_KEY);
    assertThat(signer.secret()).isEqualTo(GO_SECRET);
    assertThat(signer.sign(GO_TEXT)).isEqualTo(GO_NOTE);
  }

  @Test
  void whoeverHasNoKeyOfTheSignersIsToldNothing() {
    NoteVerifier other = NoteSigner.generate("PeterNeumann").verifier();
    assertThat(SignedNote.parse(GO_NOTE).signedBy(List.of(other))).isFalse();
    assertThat(SignedNote.parse(GO_NOTE).signedBy(List.of())).isFalse();
  }

  @Test
  void aChangedTextIsNotSigned() {
    SignedNote note = SignedNote.parse(GO_NOTE.replace("answer", "Answer"));
    assertThat(note.signedBy(List.of(KEY))).isFalse();
  }

  @Test
  void oneWrongSignatureOfAKnownKeySpoilsTheNote() {
    NoteSigner other = NoteSigner.generate("other.example/log");
    String line = other.sign("Something else.\n").lines().skip(2).findFirst().orElseThrow();
    SignedNote note = SignedNote.parse(GO_NOTE + line + "\n");
    assertThat(note.signedBy(List.of(KEY))).isTrue();
    assertThat(note.signedBy(List.of(KEY, other.verifier()))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "text\n",
        "text\n\n",
        "text\n\nsigned by me\n",
        "text\n\n\u2014 name AAAA\n",
        "text\n\n\u2014 name AAAAAAAA",
        "te\u0000xt\n\n\u2014 name AAAAAAAAAAAA\n",
        "text\n\n\u2014 na+me AAAAAAAAAAAA\n",
        "text\n\n\u2014 name AAAAAAAAAAAA\n\n"
      })
  void whatIsNoNoteIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> SignedNote.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+AhpC2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+ARpc2Q==",
        "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann"
      })
  void whatIsNoVerifierKeyIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> NoteVerifier.parse(text));
  }

  @Test
  void aSecretIsNotPrinted() {
    assertThat(NoteSigner.parse(GO_SECRET)).hasToString("NoteSigner[PeterNeumann]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NoteSigner.parse(GO_SECRET.replace("c74f", "c74e")))
        .withMessageNotContaining("AYEKFALVFGyNhPJEMzD1QIDr");
  }
}
