package uk.concordat.prosecution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.concordat.kernel.Strand;

/** Which form of an offence there was on the day before a law began, and on the day. */
class OffencesTest {
  private final Offences offences = OffenceBook.offences();

  @ParameterizedTest
  @CsvSource({
    "ZZ26004,RAC,1998-09-29,",
    "ZZ26004,RAC,1998-09-30,ZZ26104",
    "ZZ26004,RAC,2026-11-28,ZZ26104",
    "ZZ26004,REL,2001-12-13,",
    "ZZ26004,REL,2001-12-14,ZZ26104",
    "ZZ26003,RAC,2022-06-06,",
    "ZZ26003,RAC,2022-06-07,ZZ26103",
    "ZZ26003,REL,2026-11-28,", // of this book only race
    "ZZ26004,DIS,2026-11-28,", // no day of commencement is entered
    "ZZ26004,SO,2026-11-28,",
    "ZZ26004,TG,2026-11-28,",
    "ZZ26004,OTH,2026-11-28,",
    "ZZ26204,REL,2026-11-28,", // stirring up has no aggravated form
    "ZZ26104,RAC,2026-11-28," // nor is an aggravated one aggravated again
  })
  void theAggravatedFormIsThatOfTheDay(
      String basic, Strand strand, LocalDate day, String aggravated) {
    assertThat(
            offences.aggravated(basic, strand, Committed.on(day)).map(Offence::code).orElse(null))
        .isEqualTo(aggravated);
  }

  @ParameterizedTest
  @CsvSource({
    "2001-12-13,2002-01-31,false", // it began before the law did
    "2001-12-14,2002-01-31,true"
  })
  void whatBeganBeforeTheLawIsNotAggravatedByIt(LocalDate first, LocalDate last, boolean is) {
    assertThat(offences.aggravated("ZZ26004", Strand.REL, new Committed(first, last)).isPresent())
        .isEqualTo(is);
  }

  @ParameterizedTest
  @CsvSource({"2027-03-31,false", "2027-04-01,true"})
  void aDayOfCommencementIsAllThatANewStrandNeeds(LocalDate day, boolean is) {
    var extended =
        new Offences(
            offences.offences(),
            List.of(
                new Aggravation("ZZ26004", "ZZ26104", Strand.DIS, OffenceBook.from("2027-04-01"))));
    assertThat(extended.aggravated("ZZ26004", Strand.DIS, Committed.on(day)).isPresent())
        .isEqualTo(is);
  }

  @ParameterizedTest
  @CsvSource({
    "2027-03-31,2027-03-31,true",
    "2027-04-01,2027-04-01,false",
    "2027-03-01,2027-04-01,false"
  })
  void whatEndsEndsWithItsLastDay(LocalDate first, LocalDate last, boolean is) {
    var ended =
        new Offences(
            offences.offences(),
            List.of(
                new Aggravation(
                    "ZZ26004",
                    "ZZ26104",
                    Strand.RAC,
                    new InForce(LocalDate.parse("1998-09-30"), LocalDate.parse("2027-03-31")))));
    assertThat(ended.aggravated("ZZ26004", Strand.RAC, new Committed(first, last)).isPresent())
        .isEqualTo(is);
  }

  @Test
  void theStrandsOfAnAggravatedOffenceAreThoseOfTheDay() {
    assertThat(offences.strands("ZZ26104", Committed.on(LocalDate.parse("2001-12-13"))))
        .isEqualTo(Set.of(Strand.RAC));
    assertThat(offences.strands("ZZ26104", Committed.on(LocalDate.parse("2001-12-14"))))
        .isEqualTo(Set.of(Strand.RAC, Strand.REL));
    assertThat(offences.strands("ZZ26004", Committed.on(LocalDate.parse("2026-11-28")))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2022-06-06,false", "2022-06-07,true"})
  void anOffenceIsFoundFromItsFirstDay(LocalDate day, boolean is) {
    assertThat(offences.find("ZZ26003", Committed.on(day)).isPresent()).isEqualTo(is);
  }

  @Test
  void whatIsTheBasicOffenceIsKnownOfTheAggravatedOneOnly() {
    assertThat(offences.basic("ZZ26104")).contains("ZZ26004");
    assertThat(offences.basic("ZZ26004")).isEmpty();
  }
}
