package uk.concordat.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.ClientErrorException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.InvalidInput;

class BodyTest {

  @Test
  void readsAnObjectAndItsDigest() {
    Body body = read("{\"a\":\"ü\"}");
    assertThat(body.json().getString("a")).isEqualTo("ü");
    assertThat(body.digest()).hasSize(64).isEqualTo(read("{\"a\":\"ü\"}").digest());
    assertThat(body.digest()).isNotEqualTo(read("{\"a\": \"ü\"}").digest());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "{",
        "{\"a\":}",
        "{'a':1}",
        "{\"a\":1,}",
        "{\"a\":1} x",
        "{} {}",
        "<a/>",
        "{\"a\":1,\"a\":2}",
        "{\"a\":\"\\x\"}"
      })
  void refusesWhatIsNoJson(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(MalformedJson.class);
  }

  @Test
  void refusesWhatIsNotUtf8() {
    byte[] latin = "{\"a\":\"ü\"}".getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> Body.read(new ByteArrayInputStream(latin)))
        .isInstanceOf(MalformedJson.class);
  }

  @Test
  void refusesWhatIsNestedTooDeep() {
    String deep = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    assertThatThrownBy(() -> read(deep)).isInstanceOf(MalformedJson.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null", "5", "\"text\"", "true"})
  void refusesWhatIsNoObject(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            invalid ->
                assertThat(invalid.errors()).containsExactly(new FieldError("body", "wrong-type")));
  }

  @Test
  void refusesMoreThanTwoMegabytes() {
    String large = "{\"a\":\"" + "x".repeat(2 * 1024 * 1024) + "\"}";
    assertThatThrownBy(() -> read(large))
        .isInstanceOfSatisfying(
            ClientErrorException.class,
            answer -> assertThat(answer.getResponse().getStatus()).isEqualTo(413));
  }

  private static Body read(String text) {
    return Body.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
