package uk.concordat.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import uk.concordat.referral.CaseworkReferral;

/** What protects the person harmed: the plan, and whom they can turn to. */
@ApplicationScoped
class Protection {
  @Inject SafetyPlanService plans;
  @Inject ContactOfficerService contacts;

  SafetyPlan plan(CaseworkReferral referral) {
    return plans.view(referral);
  }

  ContactOfficers contacts(CaseworkReferral referral) {
    return contacts.view(referral);
  }
}
