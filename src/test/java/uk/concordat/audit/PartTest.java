package uk.concordat.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartTest {
  @ParameterizedTest
  @CsvSource({
    "D1, ''",
    "D1 D17, ''",
    "D1 D2, HARMED",
    "D1 D5 D16, HARMED",
    "D13, HARMED",
    "D6, SUSPECT",
    "D7 D2, HARMED SUSPECT",
    "D9, WITNESS",
    "D2 D6 D9, HARMED SUSPECT WITNESS"
  })
  void aDataClassSaysWhomItShows(String classes, String parts) {
    assertThat(Part.shownBy(List.of(classes.split(" "))))
        .extracting(Part::name)
        .containsExactlyElementsOf(parts.isEmpty() ? List.of() : List.of(parts.split(" ")));
  }
}
