package uk.concordat.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers of domain.md 8.1, and what is none. */
class PncIdTest {

  @ParameterizedTest
  @CsvSource({
    "2016/0000123B,2016/0000123B",
    "2018/0004567M,2018/0004567M",
    "2019/0000123X,2019/0000123X",
    "2021/0004567H,2021/0004567H",
    "2024/0009876Z,2024/0009876Z",
    "2025/0020011F,2025/0020011F",
    "16/123b,2016/0000123B",
    "' 2016 / 0000123 B ',2016/0000123B",
    "20160000123B,2016/0000123B",
    "1916/0000123B,1916/0000123B"
  })
  void isReadHoweverItWasTyped(String typed, String text) {
    assertThat(PncId.parse(typed)).contains(new PncId(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2016/0000123C",
        "2016/0000132B",
        "2017/0000123B",
        "2016/0000123",
        "2016/00001230B",
        "16-0000123B",
        "2116/0000123B",
        "2016/0000123BB",
        "٢٠١٦/0000123B"
      })
  void andNothingElseIsOne(String typed) {
    assertThat(PncId.parse(typed)).isEmpty();
  }
}
