package uk.concordat.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;

/** A leaf is canonical JSON that tells nothing of anybody. */
class LeafTest {
  private static final Leaf LEAF =
      new Leaf(Instant.parse("2026-11-25T08:00:00.120Z"), Verb.CONSULT, true, new byte[32]);

  @Test
  void itIsWrittenByteForByteAsRfc8785HasIt() throws IOException {
    String text = new String(LEAF.bytes(), StandardCharsets.UTF_8);
    assertThat(new JsonCanonicalizer(text).getEncodedString()).isEqualTo(text);
    assertThat(text)
        .isEqualTo(
            "{\"commitment\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\",\"permitted\":true,"
                + "\"time\":\"2026-11-25T08:00:00.120000Z\",\"verb\":\"CONSULT\",\"version\":1}");
  }

  /** RFC 4231, test case 2. */
  @Test
  void theCommitmentIsHmacSha256() {
    byte[] commitment =
        Leaf.commitment(
            "Jefe".getBytes(StandardCharsets.US_ASCII),
            "what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII));
    assertThat(HexFormat.of().formatHex(commitment))
        .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  }
}
