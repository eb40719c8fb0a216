package uk.concordat.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordNumberTest {

  @Test
  void isTheEndOfAnIdentityAndIsReadAsItIsWritten() {
    RecordNumber number = RecordNumber.of("0199a5d2-7c1e-7b63-9d0c-2f6e5a1b8c46");
    assertThat(number).hasToString("R-2f6e-5a1b-8c46");
    assertThat(RecordNumber.parse(" r-2F6E-5a1b-8c46 ")).contains(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "R-2f6e-5a1b", "R-2f6e-5a1b-8c4g", "HCR-2026-000137-L"})
  void isNothingElse(String text) {
    assertThat(RecordNumber.parse(text)).isEmpty();
  }
}
