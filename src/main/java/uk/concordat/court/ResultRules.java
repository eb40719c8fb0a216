package uk.concordat.court;

import uk.concordat.referral.Findings;

/**
 * Whether a result says all that it has to, and nothing against itself (domain.md 3.3). What each
 * part needs, its own rules say.
 */
final class ResultRules {
  private static final int PARAGRAPH = 2_000;

  private ResultRules() {}

  /**
   * @param standing what stands before it; null where nothing does
   */
  static Findings findings(ResultContent content, CaseAgainst against, ResultContent standing) {
    var findings = new Findings();
    ending(content, against, findings);
    FindingRules.add(content, against, findings);
    BasisRules.add(content, findings);
    SentenceRules.add(content, against, findings);
    StrandRules.add(content, against, findings);
    findings.typed(PARAGRAPH, content.supersedes(), "supersedes");
    boolean supersedes = standing != null && !content.goesOnFrom(standing);
    if (supersedes) {
      findings.required(content.supersedes(), "supersedes");
    } else {
      findings.add(content.supersedes() != null, "supersedes", "nothing-superseded");
    }
    return findings;
  }

  private static void ending(ResultContent content, CaseAgainst against, Findings findings) {
    Finalisation how = content.finalisation();
    boolean dropped = how != null && how.group() == Finalisation.Group.NON_CONVICTION;
    findings.add(dropped && content.reason() == null, "reason", "required");
    findings.add(!dropped && content.reason() != null, "reason", "not-of-this-finalisation");
    findings.add(
        dropped && content.reason() == ReasonGroup.ACQUITTAL_AFTER_TRIAL && !how.acquits(),
        "reason",
        "not-of-this-finalisation");
    findings.add(how != null && content.on() == null, "on", "required");
    findings.add(how == null && content.on() != null, "on", "not-over");
    findings.add(against.impossible(content.on()), "on", "impossible-day");
    findings.add(
        content.convicts() && against.awaitsFullCode(), "finalisation", "full-code-test-first");
    findings.add(how == null && content.findings().isEmpty(), "finalisation", "required");
  }
}
