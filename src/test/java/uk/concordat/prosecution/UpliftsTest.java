package uk.concordat.prosecution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.concordat.kernel.Strand;

/** By which provision a sentence is made heavier: the day of conviction decides. */
class UpliftsTest {

  @ParameterizedTest
  @CsvSource({
    "RAC,false,2005-04-03,",
    "RAC,false,2005-04-04,CJA_2003_145",
    "REL,false,2020-11-30,CJA_2003_145",
    "REL,false,2020-12-01,SA_2020_66",
    "DIS,false,2005-04-03,",
    "DIS,false,2005-04-04,CJA_2003_146",
    "SO,false,2020-11-30,CJA_2003_146",
    "SO,false,2020-12-01,SA_2020_66",
    "TG,false,2012-12-02,",
    "TG,false,2012-12-03,CJA_2003_146",
    "TG,false,2020-12-01,SA_2020_66",
    "RAC,true,2026-11-28,", // it is in the offence: nothing is counted twice
    "REL,true,2026-11-28,",
    "RAC,true,2020-11-30,",
    "DIS,true,2026-11-28,SA_2020_66", // another strand is not
    "SO,true,2026-11-28,SA_2020_66",
    "OTH,false,2026-11-28,",
    "UNK,false,2026-11-28,"
  })
  void isThatOfTheDayOfConviction(
      Strand strand, boolean aggravated, LocalDate convicted, String provision) {
    assertThat(
            OffenceBook.uplifts()
                .on(strand, aggravated, convicted)
                .map(UpliftProvision::code)
                .orElse(null))
        .isEqualTo(provision);
  }
}
