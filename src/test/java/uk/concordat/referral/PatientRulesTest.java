package uk.concordat.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatientRulesTest {
  private static final Map<String, String> CLINICAL =
      Map.of("nhsNumber", "9990071209", "nhsNumberStatus", "VERIFIED", "capacity", "HAS_CAPACITY");

  @Test
  void nothingIsMissingWhereTheMinimumWasAsked() {
    assertThat(wrong("MINOR", "CONSENTED", CLINICAL, "NO_CONCERN")).isEmpty();
  }

  @Test
  void theMinimumIsInjuryNumberCapacityAndSafeguarding() {
    assertThat(wrong(null, "CONSENTED", Map.of(), null))
        .containsExactly(
            "needs.injury:required",
            "clinical.nhsNumberStatus:required",
            "clinical.capacity:required",
            "safeguarding.raised:required");
  }

  @ParameterizedTest
  @CsvSource({
    "VERIFIED,9990071209,",
    "VERIFIED,,clinical.nhsNumber:required",
    "NOT_TRACED,,clinical.nhsNumber:required",
    "TRACE_REQUIRED,,",
    "TRACE_REQUIRED,9990071209,",
    "ABSENT,,",
    "ABSENT,9990071209,clinical.nhsNumberStatus:number-given"
  })
  void theNumberAndWhatIsSaidOfItDoNotContradictEachOther(
      String status, String number, String error) {
    Map<String, String> clinical = new HashMap<>(CLINICAL);
    clinical.put("nhsNumberStatus", status);
    clinical.put("nhsNumber", number);
    assertThat(wrong("MINOR", "CONSENTED", clinical, "NO_CONCERN"))
        .isEqualTo(error == null ? List.of() : List.of(error));
  }

  @Test
  void thePublicInterestIsReasoned() {
    assertThat(wrong("MINOR", "PUBLIC_INTEREST", CLINICAL, "ADULT"))
        .containsExactly("clinical.rationale:required");
    Map<String, String> clinical = new HashMap<>(CLINICAL);
    clinical.put("rationale", "Somebody would be hurt");
    assertThat(wrong("MINOR", "PUBLIC_INTEREST", clinical, "ADULT")).isEmpty();
  }

  @Test
  void aNumberIsStoredAsTenDigitsAndWhatIsNoneStaysAsTyped() {
    assertThat(number("999 007 1209")).isEqualTo("9990071209");
    assertThat(number("999 007 1208")).isEqualTo("999 007 1208");
  }

  private static String number(String typed) {
    return new Further(Map.of(Compartment.CLINICAL, Map.of("nhsNumber", typed)))
        .text(Compartment.CLINICAL, "nhsNumber");
  }

  private static List<String> wrong(
      String injury, String ground, Map<String, String> clinical, String raised) {
    Map<String, String> safeguarding = new HashMap<>();
    safeguarding.put("raised", raised);
    var needs = new Needs("TELEPHONE", "1", null, null, "AGREES", null, true, null, ground, injury);
    var content =
        ReferralContent.EMPTY
            .withNeeds(needs)
            .withFurther(
                new Further(
                    Map.of(
                        Compartment.CLINICAL, clinical, Compartment.SAFEGUARDING, safeguarding)));
    var findings = new Findings();
    new PatientRules().check(content, findings);
    return findings.all().stream().map(error -> error.field() + ":" + error.code()).toList();
  }
}
