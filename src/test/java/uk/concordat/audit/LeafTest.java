package uk.concordat.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LeafTest {
  private static final Instant TIME = Instant.parse("2026-11-25T08:00:00.123456Z");

  @Test
  void isCanonicalJson() {
    var leaf = new Leaf(TIME, Verb.CONSULT, true, new byte[32]);

    assertThat(leaf.bytes())
        .asString(StandardCharsets.UTF_8)
        .isEqualTo(
            "{\"commitment\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\","
                + "\"permitted\":true,\"time\":\"2026-11-25T08:00:00.123456Z\","
                + "\"verb\":\"CONSULT\",\"version\":1}");
  }

  @ParameterizedTest
  @EnumSource
  void isWhatACanonicalizerMakesOfIt(Verb verb) throws IOException {
    byte[] bytes = new Leaf(TIME, verb, false, Leaf.commitment(new byte[32], new byte[1])).bytes();

    assertThat(new JsonCanonicalizer(bytes).getEncodedUTF8()).isEqualTo(bytes);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-25T08:00:00Z,2026-11-25T08:00:00.000000Z",
    "2026-11-25T08:00:00.1Z,2026-11-25T08:00:00.100000Z",
    "2026-11-25T08:00:00.123456999Z,2026-11-25T08:00:00.123456Z"
  })
  void timesHaveSixDigits(Instant time, String text) {
    assertThat(Leaf.text(time)).isEqualTo(text);
    assertThat(new Leaf(time, Verb.ALTER, true, new byte[32]).time()).isEqualTo(text);
  }

  /** RFC 4231, test case 2. */
  @Test
  void commitsByHmac() {
    byte[] key = "Jefe".getBytes(StandardCharsets.UTF_8);
    byte[] data = "what do ya want for nothing?".getBytes(StandardCharsets.UTF_8);

    assertThat(HexFormat.of().formatHex(Leaf.commitment(key, data)))
        .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  }
}
