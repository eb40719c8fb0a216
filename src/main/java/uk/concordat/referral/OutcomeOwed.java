package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import uk.concordat.access.DataClass;
import uk.concordat.access.Level;

/**
 * Whether the person harmed is still to be told what came of a referral (domain.md 7.2, moves 15
 * and 16; function {@code outcome_owed} asks the same again).
 */
@ApplicationScoped
class OutcomeOwed {
  @Inject ReferralGate gate;
  @Inject ContactRepository contacts;

  /**
   * Whether the agency that received it has neither told them since it was opened last nor logged
   * why not. Whoever does not see how contact is safe (D4) owes it to nobody.
   */
  boolean of(Referral referral) {
    return gate.access(referral).level(DataClass.D4) == Level.FULL
        && !contacts.toldOutcome(referral.id(), referral.route().toAgency());
  }
}
