package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import uk.concordat.access.Access;
import uk.concordat.access.DataClass;
import uk.concordat.access.Level;
import uk.concordat.caller.Caller;

/**
 * Whether the person harmed is still to be told what came of a referral (domain.md 7.2, moves 15
 * and 16; function {@code outcome_owed} asks the same again).
 */
@ApplicationScoped
class OutcomeOwed {
  @Inject ReferralGate gate;
  @Inject ContactRepository contacts;

  /**
   * Whether the agency that received it has neither told them since the work began, or was opened
   * again last, nor logged why not since there was an outcome. Whoever does not see how contact is
   * safe (D4) owes it to nobody.
   */
  boolean of(Referral referral) {
    return of(referral.header(), gate.access(referral));
  }

  /**
   * Whether that is what comes next. Who received it is answered what closing it asks; anybody else
   * sees by its clock, which runs until they were told.
   *
   * @param access what the gate answered
   */
  boolean next(Referral referral, Access access, Caller caller) {
    return referral.state() == ReferralState.OUTCOME_RECORDED
        && (caller.agency().equals(referral.route().toAgency())
            ? of(referral.header(), access)
            : referral.clock() != null);
  }

  /** The same, where the gate has answered already. */
  boolean of(ReferralHeader referral, Access access) {
    return access.level(DataClass.D4) == Level.FULL
        && !contacts.outcomeNews(referral.participation().record(), referral.to()).given();
  }
}
