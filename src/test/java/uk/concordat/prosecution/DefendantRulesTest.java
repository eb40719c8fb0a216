package uk.concordat.prosecution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is kept of somebody who is suspected. */
class DefendantRulesTest {

  @ParameterizedTest
  @CsvSource({
    "Ivo Darvell,1990-01-01,2016/0000123B,BAIL,,''",
    "Ivo Darvell,,,VOLUNTARY,,''",
    "' ',,,BAIL,,name required",
    "Ivo Darvell,2026-11-28,,BAIL,,''",
    "Ivo Darvell,2026-11-29,,BAIL,,dateOfBirth in-the-future",
    "Ivo Darvell,,2016/0000123C,BAIL,,pncId invalid",
    "Ivo Darvell,,,,,held required",
    "Ivo Darvell,,,CUSTODY,,custodyUntil required",
    "Ivo Darvell,,,CUSTODY,2027-01-01,''",
    "Ivo Darvell,,,BAIL,2027-01-01,custodyUntil not-in-custody"
  })
  void isChecked(
      String name, LocalDate born, String pnc, Held held, LocalDate until, String wrong) {
    assertThat(
            DefendantRules.findings(
                    new DefendantContent(name, born, pnc, held, until), FileBook.TODAY)
                .all()
                .stream()
                .map(error -> error.field() + " " + error.code())
                .collect(Collectors.joining("/")))
        .isEqualTo(wrong);
  }

  @ParameterizedTest
  @CsvSource({"2008-11-28,false", "2008-11-29,true", ",false"})
  void aYouthIsUnderEighteen(LocalDate born, boolean youth) {
    assertThat(new Defendant.Identity("Ivo Darvell", born).youth(FileBook.TODAY)).isEqualTo(youth);
  }

  @Test
  void aNumberOfThePoliceComputerIsKeptInOneSpelling() {
    var typed = new DefendantContent(" Ivo Darvell ", null, "16/123b", Held.BAIL, null);
    assertThat(DefendantRules.kept(typed))
        .isEqualTo(new DefendantContent("Ivo Darvell", null, "2016/0000123B", Held.BAIL, null));
  }
}
