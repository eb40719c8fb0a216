package uk.concordat.audit.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {
  private static final String PUBLIC =
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
  private static final String PRIVATE =
      "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

  @Test
  void noPartOfAKeyIsAKey() {
    everyPart(PUBLIC, NoteVerifier::parse);
    everyPart(PRIVATE, NoteSigner::parse);
  }

  @Test
  void noChangedKeyIsAKey() {
    everyChange(PUBLIC, NoteVerifier::parse);
    everyChange(PRIVATE, NoteSigner::parse);
  }

  /** Too long, and of a kind that is not known, each with the id that follows from it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
        "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
      })
  void otherKeysAreRefused(String key) {
    refused(key, NoteVerifier::parse);
  }

  @Test
  void aKeyIsForOneThing() {
    refused(NoteSigner.generate("a.example").secret(), Cosigner::parse);
    refused(Cosigner.generate("a.example").secret(), NoteSigner::parse);
  }

  @Test
  void keysAreReadAsTheyWereWritten() {
    Cosigner drawn = Cosigner.generate("a.example/w");

    assertThat(Cosigner.parse(drawn.secret()).verifier()).isEqualTo(drawn.verifier());
    assertThat(drawn.verifier().algorithm()).isEqualTo(NoteAlgorithm.COSIGNATURE);
    assertThat(drawn.secret()).isNotEqualTo(Cosigner.generate("a.example/w").secret());
  }

  @Test
  void aPrivateKeyDoesNotGetIntoALog() {
    NoteSigner signer = NoteSigner.parse(PRIVATE);

    assertThat(signer).hasToString(PUBLIC);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a+b", "a\u2003b", "a\nb"})
  void namesHaveNoSpaceAndNoPlus(String name) {
    refused(name, NoteSigner::generate);
  }

  private static void everyPart(String key, Consumer<String> read) {
    read.accept(key);
    for (int from = 0; from <= key.length(); from++) {
      for (int to = from; to <= key.length(); to++) {
        if (from > 0 || to < key.length()) {
          refused(key.substring(from, to), read);
        }
      }
    }
  }

  private static void everyChange(String key, Consumer<String> read) {
    for (int i = 0; i < key.length(); i++) {
      char next = (char) (key.charAt(i) + 1);
      refused(key.substring(0, i) + next + key.substring(i + 1), read);
    }
  }

  private static void refused(String key, Consumer<String> read) {
    assertThatExceptionOfType(InvalidNoteException.class)
        .as(key)
        .isThrownBy(() -> read.accept(key));
  }
}
