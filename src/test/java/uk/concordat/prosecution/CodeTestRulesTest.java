package uk.concordat.prosecution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import uk.concordat.prosecution.CodeTest.Condition;
import uk.concordat.prosecution.CodeTest.Kind;

/** Each decision stands on the test that bears it, and on no other. */
class CodeTestRulesTest {

  @ParameterizedTest
  @CsvSource({
    "CHARGE_FULL_CODE,true,true,''",
    "CHARGE_FULL_CODE,true,false,test.interestMet not-met",
    "CHARGE_FULL_CODE,false,,test.evidentialMet not-met",
    "CHARGE_FULL_CODE,true,,test.publicInterest required/test.interestMet required",
    "CHARGE_FULL_CODE,,,test.evidentialMet required",
    "NFA_EVIDENTIAL,false,,''",
    "NFA_EVIDENTIAL,true,true,test.evidentialMet met",
    "NFA_EVIDENTIAL,false,false,test.interestMet evidence-first/test.publicInterest evidence-first",
    "NFA_PUBLIC_INTEREST,true,false,''",
    "NFA_PUBLIC_INTEREST,true,true,test.interestMet met",
    "NFA_PUBLIC_INTEREST,false,,test.evidentialMet not-met",
    "OUT_OF_COURT_DISPOSAL,true,true,''",
    "OUT_OF_COURT_DISPOSAL,true,false,''",
    "OUT_OF_COURT_DISPOSAL,false,,test.evidentialMet not-met"
  })
  void theFullCodeTestIsTakenStepByStep(
      ReviewMove decision, Boolean evidence, Boolean interest, String wrong) {
    assertThat(wrong(decision, full(evidence, interest))).isEqualTo(wrong);
  }

  @ParameterizedTest
  @EnumSource
  void eachConditionOfTheThresholdTestHasToBeMet(Condition missing) {
    Set<Condition> all = EnumSet.allOf(Condition.class);
    assertThat(wrong(ReviewMove.CHARGE_THRESHOLD, threshold(false, all))).isEmpty();
    all.remove(missing);
    assertThat(wrong(ReviewMove.CHARGE_THRESHOLD, threshold(false, all)))
        .isEqualTo("test.conditions not-met");
  }

  @Test
  void theThresholdTestIsOnlyForWhatTheFullCodeTestCannotBearYet() {
    assertThat(wrong(ReviewMove.CHARGE_THRESHOLD, threshold(true, EnumSet.allOf(Condition.class))))
        .isEqualTo("test.evidentialMet full-code-test-first");
  }

  @Test
  void noDecisionStandsOnTheOtherTest() {
    assertThat(wrong(ReviewMove.CHARGE_THRESHOLD, full(false, null)))
        .contains("test.kind not-of-this-decision");
    assertThat(wrong(ReviewMove.CHARGE_FULL_CODE, threshold(false, EnumSet.allOf(Condition.class))))
        .contains("test.kind not-of-this-decision");
  }

  @Test
  void whatEndsWithoutALegalDecisionHasNoTest() {
    assertThat(wrong(ReviewMove.ADMIN_FINALISED, null)).isEmpty();
    assertThat(wrong(ReviewMove.ADMIN_FINALISED, full(true, true)))
        .isEqualTo("test not-of-this-decision");
    assertThat(wrong(ReviewMove.NFA_EVIDENTIAL, null)).isEqualTo("test.kind required");
  }

  private static CodeTest full(Boolean evidence, Boolean interest) {
    return new CodeTest(
        Kind.FULL_CODE,
        "The footage is clear",
        evidence,
        interest == null ? null : "A group was targeted",
        interest,
        Set.of(),
        null);
  }

  private static CodeTest threshold(Boolean evidence, Set<Condition> conditions) {
    return new CodeTest(
        Kind.THRESHOLD, "The footage is to come", evidence, "Serious", true, conditions, null);
  }

  private static String wrong(ReviewMove decision, CodeTest test) {
    return CodeTestRules.findings(decision, test).all().stream()
        .map(error -> error.field() + " " + error.code())
        .collect(Collectors.joining("/"));
  }
}
