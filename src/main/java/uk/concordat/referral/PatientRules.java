package uk.concordat.referral;

import java.util.Set;

/**
 * What a trust must have asked before it refers a patient: the minimum that partners need, and what
 * stays with the trust to show that the confidence was broken rightly (domain.md 4.4 and 5.1,
 * Caldicott principles 1 to 4 and 8).
 */
final class PatientRules {
  private static final Set<String> WITH_NUMBER = Set.of("VERIFIED", "NOT_TRACED");

  void check(ReferralContent content, Findings findings) {
    findings.required(content.needs().injury(), "needs.injury");
    number(content.further(), findings);
    findings.required(
        content.further().text(Compartment.CLINICAL, "capacity"), "clinical.capacity");
    findings.add(
        "PUBLIC_INTEREST".equals(content.needs().confidentiality())
            && content.further().text(Compartment.CLINICAL, "rationale") == null,
        "clinical.rationale",
        "required");
    findings.required(
        content.further().text(Compartment.SAFEGUARDING, "raised"), "safeguarding.raised");
  }

  /** The number and what is said of it must not contradict each other. */
  private static void number(Further further, Findings findings) {
    String status = further.text(Compartment.CLINICAL, "nhsNumberStatus");
    boolean given = further.text(Compartment.CLINICAL, "nhsNumber") != null;
    findings.required(status, "clinical.nhsNumberStatus");
    findings.add(
        status != null && WITH_NUMBER.contains(status) && !given, "clinical.nhsNumber", "required");
    findings.add("ABSENT".equals(status) && given, "clinical.nhsNumberStatus", "number-given");
  }
}
