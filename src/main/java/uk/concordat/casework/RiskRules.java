package uk.concordat.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import uk.concordat.codelist.CodeListRepository;
import uk.concordat.codelist.CodeValue;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.referral.Findings;

/** What an assessment of the risk must hold, and what the rules of today suggest. */
@ApplicationScoped
class RiskRules {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final int NOTE = 500;
  private static final int PARAGRAPH = 2_000;

  @Inject CodeListRepository codeLists;
  @Inject Clock clock;

  /** The rule that suggests a level for these answers. */
  static RiskRule suggested(List<RiskRule> rules, List<RiskAnswer> answers) {
    List<String> there =
        answers.stream()
            .filter(answer -> answer.answer() == RiskAnswer.Is.YES)
            .map(RiskAnswer::factor)
            .toList();
    return rules.stream().filter(rule -> rule.holds(there)).findFirst().orElseThrow();
  }

  /**
   * Checks an assessment: every factor is answered, and whoever decides otherwise than the rules
   * suggest says why.
   *
   * @throws InvalidInput with everything that is wrong
   */
  void check(RiskContent content, List<RiskRule> rules, boolean safeguards) {
    var findings = new Findings();
    Map<String, RiskAnswer> answers =
        content.answers().stream()
            .collect(Collectors.toMap(RiskAnswer::factor, answer -> answer, (a, b) -> b));
    List<String> factors =
        codeLists.today().list("risk-factor").stream().map(CodeValue::code).toList();
    for (String factor : factors) {
      RiskAnswer given = answers.get(factor);
      findings.required(given == null ? null : given.answer(), "factors." + factor);
      findings.typed(NOTE, given == null ? null : given.note(), "notes." + factor);
    }
    findings.add(!factors.containsAll(answers.keySet()), "factors", "unknown");
    findings.required(content.level(), "level");
    RiskLevel suggested = suggested(rules, content.answers()).level();
    findings.add(
        content.level() != null
            && content.level() != suggested
            && (content.reason() == null || content.reason().isBlank()),
        "reason",
        "suggested-" + suggested.name().toLowerCase(Locale.ROOT));
    findings.typed(PARAGRAPH, content.reason(), "reason");
    LocalDate today = today();
    LocalDate review = content.reviewOn();
    findings.required(review, "reviewOn");
    findings.add(review != null && !review.isAfter(today), "reviewOn", "not-in-the-future");
    findings.add(review != null && review.isAfter(today.plusYears(1)), "reviewOn", "too-far");
    findings.add(content.safeguarding() != null && !safeguards, "safeguarding", "not-permitted");
    findings.throwIfAny();
  }

  /** Today in London. */
  LocalDate today() {
    return LocalDate.now(clock.withZone(LONDON));
  }
}
