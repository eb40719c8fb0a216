package uk.concordat.prosecution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.concordat.kernel.Strand;
import uk.concordat.prosecution.HostilityTest.Limb;

/** What bars a charge, on the last day and on the day after. */
class ChargingRulesTest {
  private static final Charge AGGRAVATED =
      FileBook.charge(1, FileBook.FIRST, "ZZ26104", Strand.RAC);
  private static final Charge BASIC =
      FileBook.charge(2, FileBook.FIRST, "ZZ26004", null, 1, "2026-11-17");
  private static final Charge SUMMARY =
      FileBook.charge(3, FileBook.FIRST, "ZZ26008", null, null, "2026-05-31");
  private static final Charge STIRRING_UP = FileBook.charge(4, FileBook.FIRST, "ZZ26204", null);
  private static final List<Charge> PROPOSED = List.of(AGGRAVATED, BASIC, SUMMARY, STIRRING_UP);

  @Test
  void theAggravatedOffenceGoesWithItsBasicAlternativeOrAWord() {
    assertThat(wrong(null, shown(true), null, 1, 2)).isEmpty();
    assertThat(wrong(null, shown(true), null, 1)).isEqualTo("test.noAlternative required");
    assertThat(wrong(null, shown(true), "Crown Court only", 1)).isEmpty();
    assertThat(wrong(null, shown(true), null, 2)).isEmpty();
  }

  @Test
  void theAggravatedOffenceNeedsHostilityThatCanBeProvedOnItsStrand() {
    assertThat(wrong(null, shown(false), null, 1, 2)).isEqualTo("charges.1 hostility-not-provable");
    assertThat(wrong(null, List.of(test(Strand.REL, Limb.MOTIVATED, true)), null, 1, 2))
        .isEqualTo("charges.1 hostility-not-provable");
    assertThat(wrong(null, List.of(test(Strand.RAC, Limb.MOTIVATED, true)), null, 1, 2)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2026-11-30,''", "2026-12-01,charges.3 time-limit"})
  void aSummaryOffenceIsChargedUpToItsLastDay(LocalDate today, String wrong) {
    assertThat(wrong(null, List.of(), null, today, 3)).isEqualTo(wrong);
  }

  @Test
  void nothingIsChargedWithoutTheAttorneyGeneralWhereTheyHaveToConsent() {
    assertThat(wrong(null, List.of(), null, 4)).isEqualTo("charges.4 consent-needed");
    for (Consent.Status status : Consent.Status.values()) {
      assertThat(wrong(new Consent(status, FileBook.TODAY), List.of(), null, 4))
          .isEqualTo(status == Consent.Status.GRANTED ? "" : "charges.4 consent-needed");
    }
    assertThat(wrong(null, List.of(), null, 2)).isEmpty();
  }

  @Test
  void chargesAreOfTheDefendantAndThereIsOne() {
    assertThat(wrong(null, List.of(), null)).isEqualTo("charges required");
    assertThat(wrong(null, List.of(), null, 2, 7)).isEqualTo("charges not-of-defendant");
  }

  private static List<HostilityTest> shown(boolean provable) {
    return List.of(test(Strand.RAC, Limb.DEMONSTRATED, provable));
  }

  private static HostilityTest test(Strand strand, Limb limb, boolean provable) {
    return new HostilityTest(strand, limb, provable, "What was said");
  }

  private static String wrong(
      Consent consent, List<HostilityTest> hostility, String why, int... charges) {
    return wrong(consent, hostility, why, FileBook.TODAY, charges);
  }

  private static String wrong(
      Consent consent, List<HostilityTest> hostility, String why, LocalDate today, int... charges) {
    Set<UUID> chosen =
        Arrays.stream(charges).mapToObj(number -> new UUID(0, number)).collect(Collectors.toSet());
    var test = new CodeTest(CodeTest.Kind.FULL_CODE, "", true, "", true, Set.of(), why);
    var content = new DecisionContent("Because", chosen, test, hostility);
    return new ChargingRules(OffenceBook.offences(), consent, today)
        .findings(PROPOSED, content).all().stream()
            .map(error -> error.field() + " " + error.code())
            .collect(Collectors.joining("/"));
  }
}
