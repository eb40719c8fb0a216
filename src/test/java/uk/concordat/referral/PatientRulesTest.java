package uk.concordat.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.kernel.FieldError;

class PatientRulesTest {
  private static final Map<String, String> CLINICAL =
      Map.of(
          "nhsNumber", "9990071209",
          "nhsNumberStatus", "VERIFIED",
          "capacity", "HAS_CAPACITY",
          "safeguarding", "NO_CONCERN");

  @Test
  void nothingIsMissingWhereTheMinimumWasAsked() {
    assertThat(wrong("MINOR", "CONSENTED", CLINICAL)).isEmpty();
  }

  @Test
  void theMinimumIsInjuryNumberCapacityAndSafeguarding() {
    assertThat(wrong(null, "CONSENTED", Map.of()))
        .containsExactly(
            "needs.injury:required",
            "clinical.nhsNumberStatus:required",
            "clinical.capacity:required",
            "clinical.safeguarding:required");
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
    assertThat(wrong("MINOR", "CONSENTED", clinical))
        .isEqualTo(error == null ? List.of() : List.of(error));
  }

  @Test
  void thePublicInterestIsReasoned() {
    assertThat(wrong("MINOR", "PUBLIC_INTEREST", CLINICAL))
        .containsExactly("clinical.rationale:required");
    Map<String, String> clinical = new HashMap<>(CLINICAL);
    clinical.put("rationale", "Somebody would be hurt");
    assertThat(wrong("MINOR", "PUBLIC_INTEREST", clinical)).isEmpty();
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

  @ParameterizedTest
  @ValueSource(strings = {"ADULT", "CHILD", "TO_RAISE"})
  void aConcernIsSaidInWords(String raised) {
    Map<String, String> clinical = new HashMap<>(CLINICAL);
    clinical.put("safeguarding", raised);
    assertThat(wrong("MINOR", "CONSENTED", clinical))
        .containsExactly("safeguarding.concern:required");
  }

  @Test
  void whoWritesDownAConcernHasOne() {
    var findings = new Findings();
    var further =
        new Further(
            Map.of(
                Compartment.CLINICAL, CLINICAL, Compartment.SAFEGUARDING, Map.of("concern", "x")));
    var needs =
        new Needs("TELEPHONE", "1", null, null, "AGREES", null, true, null, "CONSENTED", "MINOR");
    new PatientRules().check(ReferralContent.EMPTY.withNeeds(needs).withFurther(further), findings);
    assertThat(findings.all())
        .containsExactly(new FieldError("clinical.safeguarding", "concern-given"));
  }

  @Test
  void whoLacksCapacityNeitherAgreesNorConsents() {
    Map<String, String> clinical = new HashMap<>(CLINICAL);
    clinical.put("capacity", "LACKS_CAPACITY");
    clinical.put("rationale", "Somebody would be hurt");
    assertThat(wrong("MINOR", "CONSENTED", clinical))
        .containsExactly("clinical.capacity:contradicts-wish");
    assertThat(wrong("MINOR", "PUBLIC_INTEREST", "AGREES", clinical))
        .containsExactly("clinical.capacity:contradicts-wish");
    assertThat(wrong("MINOR", "PUBLIC_INTEREST", "NOT_ASKED", clinical)).isEmpty();
  }

  @Test
  void whoDoesNotAgreeHasNotConsented() {
    assertThat(wrong("MINOR", "CONSENTED", "DOES_NOT_AGREE", CLINICAL))
        .containsExactly("needs.confidentiality:contradicts-wish");
  }

  private static List<String> wrong(String injury, String ground, Map<String, String> clinical) {
    return wrong(injury, ground, "AGREES", clinical);
  }

  private static List<String> wrong(
      String injury, String ground, String wish, Map<String, String> clinical) {
    var needs = new Needs("TELEPHONE", "1", null, null, wish, null, true, null, ground, injury);
    var content =
        ReferralContent.EMPTY
            .withNeeds(needs)
            .withFurther(new Further(Map.of(Compartment.CLINICAL, clinical)));
    var findings = new Findings();
    new PatientRules().check(content, findings);
    return findings.all().stream().map(error -> error.field() + ":" + error.code()).toList();
  }
}
