package uk.concordat.prosecution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.concordat.kernel.FieldError;
import uk.concordat.kernel.Strand;

/** What can be proposed, by the law of the days of the offence. */
class ChargeRulesTest {
  private final ChargeRules rules =
      new ChargeRules(
          OffenceBook.offences(),
          List.of(FileBook.charge(1, FileBook.FIRST, "ZZ26104", Strand.RAC)));

  @ParameterizedTest
  @CsvSource({
    "ZZ26004,,2026-11-17,,''",
    "ZZ26104,RAC,2026-11-17,,''",
    "ZZ26104,RAC REL,2026-11-17,,''",
    "ZZ26104,RAC REL,2001-12-13,,strands not-in-force",
    "ZZ26104,RAC REL,2001-12-14,,''",
    "ZZ26104,DIS,2026-11-17,,strands not-in-force",
    "ZZ26104,,2026-11-17,,strands required",
    "ZZ26004,RAC,2026-11-17,,strands not-aggravated",
    "ZZ26104,RAC,1998-09-29,,offence not-in-force/strands not-in-force",
    "ZZ26003,,2022-06-06,,offence not-in-force",
    "ZZ26003,,2022-06-07,,''",
    "ZZ99999,,2026-11-17,,offence not-in-force",
    "ZZ26004,,2026-11-28,,''",
    "ZZ26004,,2026-11-29,,firstDay in-the-future/lastDay in-the-future",
    "ZZ26004,,2026-11-17,1,''",
    "ZZ26008,,2026-11-17,1,alternative not-its-basic-form",
    "ZZ26004,,2026-11-17,2,alternative not-its-basic-form",
    "ZZ26104,RAC,2026-11-17,1,alternative not-its-basic-form"
  })
  void isWhatTheLawOfTheDayKnew(
      String offence, String strands, LocalDate day, Integer alternative, String wrong) {
    assertThat(wrong(FileBook.FIRST, offence, strands, day, null, alternative)).isEqualTo(wrong);
  }

  @ParameterizedTest
  @CsvSource({"2026-11-01,2026-11-17,''", "2026-11-17,2026-11-16,lastDay before-first"})
  void aCourseOfConductHasALastDay(LocalDate first, LocalDate last, String wrong) {
    assertThat(wrong(FileBook.FIRST, "ZZ26008", null, first, last, null)).isEqualTo(wrong);
  }

  @ParameterizedTest
  @CsvSource("ZZ26004,2026-11-17")
  void theAlternativeIsOfTheSameDefendant(String offence, LocalDate day) {
    assertThat(wrong(FileBook.SECOND, offence, null, day, null, 1))
        .isEqualTo("alternative not-its-basic-form");
  }

  private String wrong(
      UUID defendant,
      String offence,
      String strands,
      LocalDate first,
      LocalDate last,
      Integer alternative) {
    Set<Strand> on =
        strands == null
            ? Set.of()
            : Arrays.stream(strands.split(" ")).map(Strand::valueOf).collect(Collectors.toSet());
    var content = new ChargeContent(defendant, 1, offence, first, last, on, alternative);
    return rules.findings(content, FileBook.TODAY).all().stream()
        .map((FieldError error) -> error.field() + " " + error.code())
        .collect(Collectors.joining("/"));
  }
}
