package uk.concordat.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.concordat.kernel.FieldError;

/** What is wrong with an identifier is said in words that help to type it right. */
class IdentifierWordsTest {
  @ParameterizedTest
  @CsvSource({
    "clinical.nhsNumber,invalid-nhs-number,999 007 1209",
    "place.postcode,invalid,AL99 9ZZ",
    "incident.postcode,invalid,AL99 9ZZ",
    "place.uprn,invalid,12 digits",
    "access.reference,invalid,HCR-2020-000137-X",
    "glass.reference,invalid,HCR-2020-000137-X",
    "record,invalid,HCR-2020-000137-X"
  })
  void showsHowItIsTyped(String field, String code, String shown) {
    assertThat(ErrorsBean.words(new FieldError(field, code))).contains(shown);
  }
}
