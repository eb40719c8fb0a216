package uk.concordat.court;

import uk.concordat.referral.Findings;

/** What is said of a sentence: after a conviction and never without one. */
final class SentenceRules {
  private static final int PARAGRAPH = 2_000;

  private SentenceRules() {}

  static void add(ResultContent content, CaseAgainst against, Findings findings) {
    Sentence sentence = content.sentence();
    findings.add(sentence == null && content.convicts(), "sentence.passed", "required");
    if (sentence == null) {
      return;
    }
    findings.add(content.convictedOn() == null, "sentence.passed", "nobody-guilty");
    findings.required(sentence.kind(), "sentence.kind");
    findings.required(sentence.passed(), "sentence.passed");
    findings.required(sentence.on(), "sentence.on");
    findings.required(sentence.endorsed(), "sentence.endorsed");
    findings.typed(PARAGRAPH, sentence.passed(), "sentence.passed");
    findings.typed(PARAGRAPH, sentence.beforeUplift(), "sentence.beforeUplift");
    findings.add(against.impossible(sentence.on()), "sentence.on", "impossible-day");
    findings.add(
        sentence.on() != null
            && content.convictedOn() != null
            && sentence.on().isBefore(content.convictedOn()),
        "sentence.on",
        "before-verdict");
    boolean announced =
        content.strands().stream().anyMatch(one -> Boolean.TRUE.equals(one.announced()));
    findings.add(
        announced && (sentence.beforeUplift() == null || sentence.beforeUplift().isBlank()),
        "sentence.beforeUplift",
        "required");
    findings.add(
        sentence.kind() != null
            && against
                .youth(content.convictedOn())
                .filter(youth -> !sentence.kind().fits(youth))
                .isPresent(),
        "sentence.kind",
        "not-at-that-age");
  }
}
