package uk.concordat.prosecution;

import java.util.EnumSet;
import java.util.Set;
import uk.concordat.referral.Findings;

/** Whether the test that was applied bears the decision that is made on it (domain.md 3.1). */
final class CodeTestRules {
  private static final int PAGE = 10_000;

  private CodeTestRules() {}

  static Findings findings(ReviewMove decision, CodeTest test) {
    var findings = new Findings();
    if (decision == ReviewMove.ADMIN_FINALISED) {
      findings.add(test != null, "test", "not-of-this-decision");
      return findings;
    }
    if (test == null || test.kind() == null) {
      findings.add(true, "test.kind", "required");
      return findings;
    }
    CodeTest.Kind needed =
        decision == ReviewMove.CHARGE_THRESHOLD ? CodeTest.Kind.THRESHOLD : CodeTest.Kind.FULL_CODE;
    findings.add(test.kind() != needed, "test.kind", "not-of-this-decision");
    words(test, findings);
    if (needed == CodeTest.Kind.THRESHOLD) {
      threshold(test, findings);
    } else {
      full(decision, test, findings);
    }
    return findings;
  }

  private static void words(CodeTest test, Findings findings) {
    findings.required(test.evidential(), "test.evidential");
    findings.required(test.evidentialMet(), "test.evidentialMet");
    findings.typed(PAGE, test.evidential(), "test.evidential");
    findings.typed(PAGE, test.publicInterest(), "test.publicInterest");
    findings.typed(PAGE, test.noAlternative(), "test.noAlternative");
  }

  private static void full(ReviewMove decision, CodeTest test, Findings findings) {
    findings.add(!test.conditions().isEmpty(), "test.conditions", "not-of-this-decision");
    if (test.evidentialMet() == null) {
      return;
    }
    boolean evidence = decision != ReviewMove.NFA_EVIDENTIAL;
    findings.add(
        test.evidentialMet() != evidence, "test.evidentialMet", evidence ? "not-met" : "met");
    if (!test.evidentialMet()) {
      findings.add(test.interestMet() != null, "test.interestMet", "evidence-first");
      findings.add(test.publicInterest() != null, "test.publicInterest", "evidence-first");
      return;
    }
    interest(test, findings);
    if (test.interestMet() != null && evidence) {
      boolean charged = decision.charges();
      findings.add(charged && !test.interestMet(), "test.interestMet", "not-met");
      findings.add(
          decision == ReviewMove.NFA_PUBLIC_INTEREST && test.interestMet(),
          "test.interestMet",
          "met");
    }
  }

  /** The evidence for the full test is still to come: that is why this one is applied. */
  private static void threshold(CodeTest test, Findings findings) {
    findings.add(
        Boolean.TRUE.equals(test.evidentialMet()), "test.evidentialMet", "full-code-test-first");
    interest(test, findings);
    findings.add(Boolean.FALSE.equals(test.interestMet()), "test.interestMet", "not-met");
    Set<CodeTest.Condition> lacking = EnumSet.allOf(CodeTest.Condition.class);
    lacking.removeAll(test.conditions());
    findings.add(!lacking.isEmpty(), "test.conditions", "not-met");
  }

  private static void interest(CodeTest test, Findings findings) {
    findings.required(test.publicInterest(), "test.publicInterest");
    findings.required(test.interestMet(), "test.interestMet");
  }
}
