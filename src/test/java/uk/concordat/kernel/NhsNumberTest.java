package uk.concordat.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NhsNumberTest {
  @ParameterizedTest
  @CsvSource({
    "943 476 5919,9434765919",
    "999-007-1209,9990071209",
    " 9990102392 ,9990102392",
    "9990158401,9990158401"
  })
  void isStoredWithoutSpaces(String given, String digits) {
    assertThat(NhsNumber.parse(given)).map(NhsNumber::digits).contains(digits);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9990071208",
        "9990000000",
        "1111111111",
        "0000000000",
        "999007120",
        "99900712090",
        "999007120X",
        "٩٩٩٠٠٧١٢٠٩",
        ""
      })
  void isNothingElse(String given) {
    assertThat(NhsNumber.parse(given)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = "9990071209")
  void isReadOutInThreeGroups(String digits) {
    assertThat(new NhsNumber(digits).spaced()).isEqualTo("999 007 1209");
  }

  @Property
  void noTwoNumbersDifferInOneDigitOnly(
      @ForAll @LongRange(max = 999_999_999L) long nine,
      @ForAll @IntRange(max = 9) int place,
      @ForAll @IntRange(min = 1, max = 9) int by) {
    for (int check = 0; check < 10; check++) {
      String number = "%09d%d".formatted(nine, check);
      if (NhsNumber.parse(number).isPresent()) {
        var other = new StringBuilder(number);
        other.setCharAt(
            place, Character.forDigit((Character.digit(number.charAt(place), 10) + by) % 10, 10));
        assertThat(NhsNumber.parse(other.toString())).isEmpty();
      }
    }
  }
}
