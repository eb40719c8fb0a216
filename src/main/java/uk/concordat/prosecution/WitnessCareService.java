package uk.concordat.prosecution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Requires;
import uk.concordat.audit.Change;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Ledger;
import uk.concordat.audit.Refusals;
import uk.concordat.audit.Verb;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.codelist.CodeListRepository;
import uk.concordat.kernel.NotFound;
import uk.concordat.kernel.StaleVersion;
import uk.concordat.referral.FileDisclosure;
import uk.concordat.referral.FileReferral;

/**
 * Special measures and personal statements of those who were harmed in a file (domain.md 3.5, ADR
 * 42): dated and added only, D4. Each method is one transaction and is in the ledger; both throw
 * {@link NotFound} where the caller may not see the referral, or it does not go to prosecutors.
 */
@ApplicationScoped
public class WitnessCareService {
  @Inject CareRepository care;
  @Inject Prosecuting prosecuting;
  @Inject FileViews views;
  @Inject FileDisclosure disclosure;
  @Inject CodeListRepository codeLists;
  @Inject CurrentCaller current;
  @Inject Ledger ledger;
  @Inject Refusals refusals;

  /** What was written down, as far as the caller sees it; nothing where there is no file. */
  @Transactional
  @Requires(Action.SESSION_READ)
  public WitnessCare of(String reference) {
    return consulted(prosecuting.read(reference, Action.PROSECUTION_READ));
  }

  /**
   * Writes down a step. What the police write down goes to the prosecutors who have the file, what
   * prosecutors do comes back to the police as feedback does.
   *
   * @param version of what was written down, as the caller saw it
   * @throws uk.concordat.kernel.InvalidInput with everything that is wrong; {@code step: not-yet}
   *     where something else comes first
   * @throws uk.concordat.referral.GuardRefused {@code not-permitted} where somebody else works the
   *     clock on it
   * @throws NotFound where there is no file
   */
  @Transactional
  @Requires(Action.TIMER_MANAGE)
  public WitnessCare add(String reference, long version, CareContent said) {
    FileReferral referral = prosecuting.read(reference, Action.TIMER_MANAGE);
    if (!adds(referral)) {
      throw prosecuting.notPermitted(referral, Action.TIMER_MANAGE);
    }
    views.hold(referral);
    List<Integer> people = care.people(referral.id());
    if (people.isEmpty()) {
      refusals.record(Action.TIMER_MANAGE.code(), "not-visible", referral.id());
      throw new NotFound();
    }
    List<CareEntry> before = care.of(referral.id());
    if (before.size() != version) {
      throw new StaleVersion(Action.TIMER_MANAGE.code(), referral.id());
    }
    var known = codeLists.today().list("special-measure");
    new CareRules(known, before, people, prosecuting.today()).findings(said).throwIfAny();
    care.add(referral, said, prosecuting.caller(), prosecuting.now());
    entered(referral, new Change(null, said));
    return consulted(referral);
  }

  private void entered(FileReferral referral, Change said) {
    prosecuting.append(referral, Verb.COLLECT, Action.TIMER_MANAGE, List.of(DataClass.D4), said);
    if (current.get().agency().equals(referral.to())) {
      prosecuting.tell(referral, Action.TIMER_MANAGE, said);
    } else if (views.of(referral).file().submittedAt() != null) {
      disclosure.disclose(referral, Action.TIMER_MANAGE, List.of(DataClass.D4));
    }
  }

  private WitnessCare consulted(FileReferral referral) {
    List<CareEntry> entries = care.of(referral.id());
    Set<DataClass> shown =
        entries.isEmpty() ? EnumSet.of(DataClass.D1) : EnumSet.of(DataClass.D1, DataClass.D4);
    Action action = entries.isEmpty() ? Action.REFERRAL_READ : Action.PROSECUTION_READ;
    ledger.append(Entry.of(Verb.CONSULT, action.code(), referral.id(), referral.version(), shown));
    List<Integer> people = care.people(referral.id());
    return new WitnessCare(
        referral.reference(), entries, people, adds(referral) && !people.isEmpty());
  }

  private static boolean adds(FileReferral referral) {
    return referral.timekeeps() && referral.shows(DataClass.D4);
  }
}
