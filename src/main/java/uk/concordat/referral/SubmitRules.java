package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;

/** What a referral must hold before it may leave the agency. */
@ApplicationScoped
class SubmitRules {

  void check(ReferralContent content) {
    var findings = new Findings();
    findings.required(content.to(), "to");
    findings.add(content.strands().isEmpty(), "strands", "required");
    incident(content.incident(), findings);
    findings.required(content.person().known(), "person.known");
    if (!Boolean.FALSE.equals(content.person().known())) {
      findings.required(content.person().name(), "person.name");
      needs(content.needs(), findings);
    }
    findings.required(content.footing().purpose(), "footing.purpose");
    findings.required(content.footing().lawfulBasis(), "footing.lawfulBasis");
    findings.required(content.footing().condition(), "footing.condition");
    findings.throwIfAny();
  }

  private static void incident(Incident incident, Findings findings) {
    findings.required(incident.category(), "incident.category");
    findings.required(incident.narrative(), "incident.narrative");
    findings.required(incident.occurred().fromDate(), "incident.occurred.fromDate");
    findings.required(incident.locationType(), "incident.locationType");
    findings.required(incident.place(), "incident.place");
    findings.add(incident.perceivedBy().isEmpty(), "incident.perceivedBy", "required");
  }

  private static void needs(Needs needs, Findings findings) {
    findings.required(needs.contactMethod(), "needs.contactMethod");
    if (!"THROUGH_US".equals(needs.contactMethod())) {
      findings.required(needs.contactDetail(), "needs.contactDetail");
    }
    findings.required(needs.wish(), "needs.wish");
    if (needs.wish() != null && !needs.wish().equals("AGREES")) {
      findings.required(needs.overrideReason(), "needs.overrideReason");
    }
    findings.required(needs.told(), "needs.told");
    if (Boolean.FALSE.equals(needs.told())) {
      findings.required(needs.notToldReason(), "needs.notToldReason");
    }
  }
}
