package uk.concordat.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.Set;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Requires;
import uk.concordat.referral.CaseworkReferral;

/** Reads all that the police keep of their work on a referral at once, for the page of it. */
@ApplicationScoped
public class CaseworkService {
  @Inject CrimeService crimes;
  @Inject TriageService triages;
  @Inject RiskService risks;
  @Inject Protection protection;
  @Inject ResultService results;
  @Inject Casework casework;

  /**
   * What the caller sees of it; the ledger says so where it is anything.
   *
   * @throws uk.concordat.kernel.NotFound where they may not see the referral, or there is none
   */
  @Transactional
  @Requires(Action.SESSION_READ)
  public CaseworkView of(String reference) {
    CaseworkReferral referral = casework.read(reference, Action.REFERRAL_READ);
    var view =
        new CaseworkView(
            crimes.view(referral),
            triages.view(referral),
            risks.view(referral),
            protection.plan(referral),
            protection.contacts(referral),
            results.view(referral));
    Set<DataClass> classes = EnumSet.of(DataClass.D1);
    classes.addAll(CrimeService.classes(view.crimes()));
    classes.addAll(RiskService.classes(view.risk()));
    if (!view.triage().items().isEmpty()) {
      classes.add(DataClass.D5);
    }
    if (!view.plan().measures().isEmpty()) {
      classes.add(DataClass.D4);
    }
    if (!view.contacts().items().isEmpty() || !view.results().items().isEmpty()) {
      classes.add(DataClass.D16);
    }
    if (classes.size()
        > 1) { // where nothing is shown, that the referral was read is said by its page
      casework.shown(referral, classes);
    }
    return view;
  }
}
