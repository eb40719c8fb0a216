package uk.concordat.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostcodeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "AL99 9ZZ",
        "SG99 9ZZ",
        "WD99 9ZZ",
        "HP99 9ZZ",
        "EN99 9ZZ",
        "CM99 9ZZ",
        "A9 9AA",
        "A99 9AA",
        "AA9 9AA",
        "A9A 9AA",
        "AA9A 9AA",
        "GIR 0AA",
        "ZZ99 3VZ",
        "ZZ99 3WZ"
      })
  void hasOneOfTheShapes(String text) {
    assertThat(Postcode.parse(text)).contains(new Postcode(text));
  }

  @ParameterizedTest
  @CsvSource({"al999zz,AL99 9ZZ", "' a l 9 9 9 z z ',AL99 9ZZ", "zz993vz,ZZ99 3VZ"})
  void isStoredInCapitalsWithOneSpace(String given, String stored) {
    assertThat(Postcode.parse(given)).map(Postcode::text).contains(stored);
  }

  @ParameterizedTest
  @ValueSource(strings = {"IA9 9AA", "JA9 9AA", "ZA9 9AA"})
  void isNotRefusedForAFirstLetterThatOnlyThePoliceDictionaryForbids(String text) {
    assertThat(Postcode.parse(text)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "NOWHERE",
        "AL99",
        "9ZZ",
        "99 9ZZ",
        "QA9 9AA",
        "VA9 9AA",
        "XA9 9AA",
        "AI9 9AA",
        "AJ9 9AA",
        "AZ9 9AA",
        "AA9 9CA",
        "AA9 9IA",
        "AA9 9KA",
        "AA9 9AM",
        "AA9 9AO",
        "AA9 9AV",
        "AA999 9AA",
        "AAA9 9AA",
        "AA9 99A",
        "AA9 AAA",
        "AL99 9ZZ AL99 9ZZ",
        "ZZ99 3XZ",
        "٩A9 9AA"
      })
  void isNothingElse(String text) {
    assertThat(Postcode.parse(text)).isEmpty();
  }
}
