package uk.concordat.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UprnTest {

  @ParameterizedTest
  @CsvSource({
    "100000000001,100000000001",
    "100000000999,100000000999",
    "7,7",
    "000000000007,7",
    "' 1000 0000 0012 ',100000000012"
  })
  void isReadHoweverItWasTyped(String typed, String text) {
    assertThat(Uprn.parse(typed)).contains(new Uprn(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "0",
        "000000000000",
        "1000000000001",
        "-1",
        "1.5",
        "1e5",
        "10000A",
        "١٢٣"
      })
  void isNothingElse(String typed) {
    assertThat(Uprn.parse(typed)).isEmpty();
  }
}
