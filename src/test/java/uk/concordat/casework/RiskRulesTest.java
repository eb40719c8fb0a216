package uk.concordat.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first rule that holds suggests a level; what is not known does not count as there. */
class RiskRulesTest {
  private static final List<RiskRule> RULES =
      List.of(
          new RiskRule(RiskLevel.HIGH, "WEAPON", 0, "a weapon"),
          new RiskRule(RiskLevel.HIGH, null, 4, "four"),
          new RiskRule(RiskLevel.MEDIUM, "REPEAT", 0, "a repeat"),
          new RiskRule(RiskLevel.MEDIUM, null, 2, "two"),
          new RiskRule(RiskLevel.STANDARD, null, 0, "otherwise"));

  @ParameterizedTest
  @CsvSource({
    "'',STANDARD,otherwise",
    "CHILDREN,STANDARD,otherwise",
    "REPEAT,MEDIUM,a repeat",
    "CHILDREN ONLINE,MEDIUM,two",
    "CHILDREN ONLINE ISOLATION,MEDIUM,two",
    "CHILDREN ONLINE ISOLATION PROXIMITY,HIGH,four",
    "REPEAT WEAPON,HIGH,a weapon"
  })
  void byWhatIsThere(String there, RiskLevel level, String words) {
    List<RiskAnswer> answers =
        Stream.concat(
                Arrays.stream(there.split(" "))
                    .filter(factor -> !factor.isEmpty())
                    .map(factor -> new RiskAnswer(factor, RiskAnswer.Is.YES, null)),
                Stream.of(
                    new RiskAnswer("DISABILITY", RiskAnswer.Is.NO, null),
                    new RiskAnswer("ESCALATION", RiskAnswer.Is.NOT_KNOWN, null)))
            .toList();
    RiskRule rule = RiskRules.suggested(RULES, answers);
    assertThat(rule.level()).isEqualTo(level);
    assertThat(rule.words()).isEqualTo(words);
  }

  @Test
  void whatIsNotKnownIsNotThere() {
    var unknown = List.of(new RiskAnswer("WEAPON", RiskAnswer.Is.NOT_KNOWN, null));
    assertThat(RiskRules.suggested(RULES, unknown).level()).isEqualTo(RiskLevel.STANDARD);
  }
}
