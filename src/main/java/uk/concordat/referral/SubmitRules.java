package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import uk.concordat.agency.Agency;
import uk.concordat.agency.AgencyKind;

/** What a referral must hold before it may leave the agency. */
@ApplicationScoped
class SubmitRules {
  /** Ways of contact that need no number or address. */
  private static final Collection<String> NO_DETAIL = Set.of("THROUGH_US", "NO_CONTACT");

  private final PatientRules patient = new PatientRules();

  /** What a case needs whoever sends it; a trust that sends a patient needs more. */
  void check(ReferralContent content, Agency sender) {
    var findings = new Findings();
    always(content, findings);
    if (!Boolean.FALSE.equals(content.person().known()) && sender.kind() == AgencyKind.NHS) {
      confidentiality(content, findings);
      patient.check(content, findings);
    }
    findings.throwIfAny();
  }

  /** The same of a case that only goes on: it was no patient of whoever sends it on. */
  void checkOnward(ReferralContent content) {
    var findings = new Findings();
    always(content, findings);
    findings.throwIfAny();
  }

  private static void always(ReferralContent content, Findings findings) {
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
  }

  /**
   * What is said in confidence to the NHS leaves it on a ground of its own (domain.md 4.3, 4.4).
   */
  private static void confidentiality(ReferralContent content, Findings findings) {
    String ground = content.needs().confidentiality();
    findings.required(ground, "needs.confidentiality");
    findings.add(
        "NOT_NEEDED".equals(ground)
            && content.further().text(Compartment.CLINICAL, "detail") != null,
        "needs.confidentiality",
        "clinical-detail");
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
    if (needs.contactMethod() == null || !NO_DETAIL.contains(needs.contactMethod())) {
      findings.required(needs.contactDetail(), "needs.contactDetail");
    }
    findings.required(needs.wish(), "needs.wish");
    if (needs.wish() != null && !needs.wish().equals(Needs.AGREES)) {
      findings.required(needs.overrideReason(), "needs.overrideReason");
    }
    findings.required(needs.told(), "needs.told");
    if (Boolean.FALSE.equals(needs.told())) {
      findings.required(needs.notToldReason(), "needs.notToldReason");
    }
  }
}
