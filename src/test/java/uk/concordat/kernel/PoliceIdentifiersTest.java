package uk.concordat.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The identifiers of domain.md 5.3, with the ranges and malformed values of 8.1. */
class PoliceIdentifiersTest {
  private static final String HERTS = "41/[0-9]{5,6}/[0-9]{2}";

  @ParameterizedTest
  @CsvSource({
    "41/900001/26,41/900001/26",
    "' 41 / 900001 / 26 ',41/900001/26",
    "41/90001/26,41/90001/26"
  })
  void aCrimeReferenceIsReadInTheShapeOfItsForce(String typed, String text) {
    assertThat(CrimeReference.parse(typed, HERTS)).contains(new CrimeReference(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "41/9001/26",
        "41/9000011/26",
        "42/900001/26",
        "41-900001-26",
        "41/900001/2026",
        "41/900001/26x",
        "x41/900001/26",
        "41/٩٠٠٠٠١/26"
      })
  void andInNoOther(String typed) {
    assertThat(CrimeReference.parse(typed, HERTS)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "MD71101,MD71101",
    "zz26001,ZZ26001",
    "ZZ26001A,ZZ26001A",
    "COML025,COML025",
    "COML025C,COML025C",
    "XX00123,XX00123"
  })
  void anOffenceCodeHasSevenOrEightCharacters(String typed, String text) {
    assertThat(OffenceCode.parse(typed)).contains(new OffenceCode(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "MD7110", "MD711011", "MD71101D", "M171101", "COML02", "COML0255", "8P"})
  void andIsNothingElse(String typed) {
    assertThat(OffenceCode.parse(typed)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"008/55,008/55", "8/55,008/55", "105/01,105/01", "' 9 / 20 ',009/20"})
  void aClassOfTheHomeOfficeHasThreeDigitsAndTwo(String typed, String text) {
    assertThat(HomeOfficeClass.parse(typed)).contains(new HomeOfficeClass(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "008", "008/5", "008/555", "0008/55", "8M", "008-55", "/55"})
  void andNothingBesides(String typed) {
    assertThat(HomeOfficeClass.parse(typed)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "41ZZ0000126,41ZZ0000126",
    "41ZZ0099926,41ZZ0099926",
    "41 zz 00001 26,41ZZ0000126",
    "41/ZZ/00001/26,41ZZ0000126",
    "41AB1234526,41AB1234526"
  })
  void aUniqueReferenceNumberHasElevenCharacters(String typed, String text) {
    assertThat(Urn.parse(typed)).contains(new Urn(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "41Z0000126", "4IZZ0000126", "41ZZ000012", "41ZZ00001266", "41ZZ0000I26"})
  void andNoOtherShape(String typed) {
    assertThat(Urn.parse(typed)).isEmpty();
  }
}
