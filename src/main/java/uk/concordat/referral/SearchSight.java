package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import uk.concordat.access.Access;
import uk.concordat.access.DataClass;
import uk.concordat.access.Level;
import uk.concordat.access.OwnWork;
import uk.concordat.kernel.Reference;

/** Puts what search found before the gate once more, record by record. */
@ApplicationScoped
class SearchSight {
  @Inject ReferralRepository referrals;
  @Inject ReferralGate gate;
  @Inject OwnWork work;

  /** Whether the caller reads the record, and that class of it in full. */
  boolean permits(String reference, DataClass part) {
    return Reference.parse(reference)
        .flatMap(referrals::find)
        .filter(referral -> permits(referral, part))
        .isPresent();
  }

  private boolean permits(Referral referral, DataClass part) {
    Access access = gate.access(referral);
    return access.reads()
        && (access.level(part) == Level.FULL
            // the number of a crime is the force's own too, whether or not it goes back
            || (part == DataClass.D16
                && work.shown(referral.participation(), access).contains(DataClass.D5)));
  }
}
