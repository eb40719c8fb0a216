package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import uk.concordat.access.DataClass;
import uk.concordat.agency.Agency;
import uk.concordat.agency.AgencyRepository;
import uk.concordat.audit.Ledger;
import uk.concordat.audit.Verb;
import uk.concordat.caller.CurrentCaller;

/** Lets a draft out of the agency: the disclosure, class by class, on its footing. */
@ApplicationScoped
class Submission {
  @Inject Moving moving;
  @Inject SubmitGuard submitGuard;
  @Inject ReferralRepository referrals;
  @Inject ReferralClock referralClock;
  @Inject AgencyRepository agencies;
  @Inject Ledger ledger;
  @Inject CurrentCaller current;
  @Inject Clock clock;

  /**
   * Sends it.
   *
   * @throws uk.concordat.kernel.InvalidInput with everything that is missing
   * @throws NotCovered with what no agreement in force covers
   * @throws OverrideNeeded where it goes against the wish and nobody who may answers for it
   */
  void send(Moving.Ready ready, ReferralContent content) {
    send(ready, content, submitGuard.cleared(ready.referral(), content), List.of());
  }

  /**
   * Sends what goes on from another referral.
   *
   * @param first the one that ends with it
   */
  void sendOnward(Moving.Ready ready, ReferralContent content, Referral first) {
    send(
        ready,
        content,
        submitGuard.clearedOnward(ready.referral(), content, first.id()),
        List.of(first.id()));
  }

  private void send(
      Moving.Ready ready, ReferralContent content, Cleared cleared, List<UUID> firsts) {
    Referral referral = ready.referral();
    referral.submit(
        current.get(),
        content.needs().agreedOrDuty(),
        referralClock.start("ACKNOWLEDGE", referral.matter().urgency(), clock.instant()));
    referrals.flush();
    Agency sender = agencies.find(referral.route().fromAgency()).orElseThrow();
    cleared
        .dataClasses()
        .forEach(
            dataClass ->
                referrals.add(
                    new Disclosure(referral, dataClass, sender.regime(), referral.submittedAt())));
    moving.kept(ready, null);
    Footing footing = referral.matter().footing();
    ledger.append(
        ready
            .entry(Verb.DISCLOSE, cleared.dataClasses())
            .also(firsts)
            .changing(DataClass.D1.name(), referral.change())
            .disclosedTo(
                referral.route().toAgency(),
                cleared.agreements(),
                footing.purpose(),
                footing.lawfulBasis()));
  }
}
