package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import uk.concordat.access.Action;
import uk.concordat.access.Cover;
import uk.concordat.access.DataClass;
import uk.concordat.agency.Agency;
import uk.concordat.agency.AgencyRepository;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Ledger;
import uk.concordat.audit.Verb;

/** Lets a file out to the prosecutors: a disclosure, class by class, on the referral's footing. */
@ApplicationScoped
public class FileDisclosure {
  @Inject ReferralService service;
  @Inject ReferralRepository referrals;
  @Inject SubmitGuard guard;
  @Inject AgencyRepository agencies;
  @Inject Ledger ledger;
  @Inject Clock clock;

  /**
   * Discloses it, in the transaction in which it is submitted.
   *
   * @param action by which it goes
   * @param classes of what is in it
   * @throws NotCovered with what no agreement in force covers
   */
  public void disclose(FileReferral known, Action action, Collection<DataClass> classes) {
    Referral referral = service.visible(known.reference(), action);
    List<DataClass> disclosed = classes.stream().sorted().toList();
    Cover cover = guard.cover(referral, disclosed, action);
    Agency sender = agencies.find(known.from()).orElseThrow();
    disclosed.forEach(
        one -> referrals.add(new Disclosure(referral, one, sender.regime(), clock.instant())));
    Footing footing = known.footing();
    ledger.append(
        Entry.of(Verb.DISCLOSE, action.code(), known.id(), known.version(), disclosed)
            .disclosedTo(
                known.to(), cover.agreements(disclosed), footing.purpose(), footing.lawfulBasis()));
  }
}
