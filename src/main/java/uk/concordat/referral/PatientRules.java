package uk.concordat.referral;

import java.util.Set;

/**
 * What a trust must have asked before it refers a patient: the minimum that partners need, and what
 * stays with the trust to show that the confidence was broken rightly (domain.md 4.4 and 5.1,
 * Caldicott principles 1 to 4 and 8).
 */
final class PatientRules {
  private static final Set<String> WITH_NUMBER = Set.of("VERIFIED", "NOT_TRACED");
  private static final String CONSENTED = "CONSENTED";

  void check(ReferralContent content, Findings findings) {
    Further further = content.further();
    findings.required(content.needs().injury(), "needs.injury");
    number(further, findings);
    findings.required(clinical(further, "capacity"), "clinical.capacity");
    confidence(content, findings);
    safeguarding(further, findings);
  }

  /** The number and what is said of it must not contradict each other. */
  private static void number(Further further, Findings findings) {
    String status = clinical(further, "nhsNumberStatus");
    boolean given = clinical(further, "nhsNumber") != null;
    findings.required(status, "clinical.nhsNumberStatus");
    findings.add(
        status != null && WITH_NUMBER.contains(status) && !given, "clinical.nhsNumber", "required");
    findings.add("ABSENT".equals(status) && given, "clinical.nhsNumberStatus", "number-given");
  }

  /**
   * Consent is theirs who have the capacity for it (Mental Capacity Act 2005 s.3), and fits only
   * the wish of somebody who agrees.
   */
  private static void confidence(ReferralContent content, Findings findings) {
    String ground = content.needs().confidentiality();
    boolean agrees = Needs.AGREES.equals(content.needs().wish());
    findings.add(
        "LACKS_CAPACITY".equals(clinical(content.further(), "capacity"))
            && (agrees || CONSENTED.equals(ground)),
        "clinical.capacity",
        "contradicts-wish");
    findings.add(CONSENTED.equals(ground) && !agrees, "needs.confidentiality", "contradicts-wish");
    findings.add(
        "PUBLIC_INTEREST".equals(ground) && clinical(content.further(), "rationale") == null,
        "clinical.rationale",
        "required");
  }

  /** Only a concern leaves the trust, and then in words; that there is none stays. */
  private static void safeguarding(Further further, Findings findings) {
    String raised = clinical(further, "safeguarding");
    boolean none = "NO_CONCERN".equals(raised);
    boolean said = further.text(Compartment.SAFEGUARDING, "concern") != null;
    findings.required(raised, "clinical.safeguarding");
    findings.add(raised != null && !none && !said, "safeguarding.concern", "required");
    findings.add(none && said, "clinical.safeguarding", "concern-given");
  }

  private static String clinical(Further further, String field) {
    return further.text(Compartment.CLINICAL, field);
  }
}
