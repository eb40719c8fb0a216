package uk.concordat.audit.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Notes that others made: Go's package of notes, Go's checksum database and a public witness. */
class KnownNotesTest {
  private static final NoteVerifier PETER =
      NoteVerifier.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
  private static final NoteVerifier ENOCH =
      NoteVerifier.parse("EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop");
  private static final String SECRET =
      "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
  private static final String TEXT =
      """
      If you think cryptography is the answer to your problem,
      then you don't know what your problem is.
      """;
  private static final String NOTE =
      TEXT
          + "\n\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZS"
          + "NXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
  private static final String SECOND =
      "\u2014 EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwn"
          + "WLox33WWd1RvMc+QQ=\n";

  @Test
  void theExampleOfGoIsSignedByteForByte() {
    NoteSigner signer = NoteSigner.parse(SECRET);

    assertThat(signer.sign(TEXT)).isEqualTo(NOTE);
    assertThat(signer.verifier()).isEqualTo(PETER);
    assertThat(signer.secret()).isEqualTo(SECRET);
  }

  @Test
  void theExampleOfGoIsVerified() {
    SignedNote note = SignedNote.parse(NOTE + SECOND);

    assertThat(note.text()).isEqualTo(TEXT);
    assertThat(note.verify(List.of(PETER))).hasSize(1);
    assertThat(note.verify(List.of(PETER, ENOCH)))
        .extracting(NoteSignature::name)
        .containsExactly("PeterNeumann", "EnochRoot");
    assertThat(note).hasToString(NOTE + SECOND);
  }

  @Test
  void theExampleOfTheSpecificationIsVerified() {
    var note =
        SignedNote.parse(
            """
            This is an example message.

            \u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
            """);
    var key =
        NoteVerifier.parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");

    assertThat(note.verify(List.of(key))).hasSize(1);
  }

  @Test
  void aCheckpointOfGosChecksumDatabaseIsVerified() {
    var note =
        SignedNote.parse(
            """
            go.sum database tree
            65209736
            5+uGFjx6xBZG8ip1+wi77v+grwbhhukIrxEUS8PXvRo=

            \u2014 sum.golang.org Az3grnbssgK7ubgFX36gVETtNv0U23qxyAhAMai2QUfeGa3nB/akvkMdlUErfcZz7l/R3cVtYspg3dxXABkGZZKdsQ8=
            """);
    var key =
        NoteVerifier.parse("sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8");

    assertThat(note.verify(List.of(key))).hasSize(1);
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    assertThat(checkpoint.origin()).isEqualTo("go.sum database tree");
    assertThat(checkpoint.size()).isEqualTo(65_209_736);
    assertThat(checkpoint.text()).isEqualTo(note.text());
  }

  /** The log's own line is of a kind that is not known here, and is passed over. */
  @Test
  void theCosignatureOfAPublicWitnessIsVerified() {
    var note =
        SignedNote.parse(
            """
            coachandhorses2026h1.staging.certificate.transparency.goog
            185550722
            YXAM0VmnrfvLaBCOOYSJhCaE5F10oGBOo+hkbDa1kng=

            \u2014 coachandhorses2026h1.staging.certificate.transparency.goog MpXgsHy8ZwxXnO+WjtVrPxAzL49Rs1gWTkNVNeEa//5peAzaocRCB3qt3EaibjzY5GILLtGgBP7dBhgcSHy+JQh0OAc=
            \u2014 witness.navigli.sunlight.geomys.org o+AP4gAAAABqb7DzNrGFRJnQ9vrJ8xpnwZytnr/ZYczDIsvwvouiSjwOjn7a72ccxBk+lKnZ7dKqkYKER1s/KxLTaVwQD7lJZTC/CQ==
            """);
    var witness =
        NoteVerifier.parse(
            "witness.navigli.sunlight.geomys.org+a3e00fe2+BNy/co4C1Hn1p+INwJrfUlgz7W55dSZReusH/GhUhJ/G");

    assertThat(note.verify(List.of(witness)))
        .singleElement()
        .extracting(NoteSignature::time)
        .isEqualTo(Instant.ofEpochSecond(1_785_704_691));

    var moved = SignedNote.parse(note.toString().replace("185550722", "185550723"));
    assertThatExceptionOfType(InvalidNoteException.class)
        .isThrownBy(() -> moved.verify(List.of(witness)));
  }
}
