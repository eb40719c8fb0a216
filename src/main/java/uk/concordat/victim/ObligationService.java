package uk.concordat.victim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Requires;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Ledger;
import uk.concordat.audit.Verb;
import uk.concordat.kernel.NotFound;
import uk.concordat.referral.CaseworkGate;
import uk.concordat.referral.CaseworkReferral;
import uk.concordat.referral.TimelineCursor;

/**
 * What the caller's agency has to tell the person harmed, and by when: its own work, seen by its
 * own people who see what makes contact safe (D4). It is discharged by logging a contact ({@link
 * uk.concordat.referral.ContactService}). Each method is one transaction and is in the ledger,
 * under an action that the other agency's trail leaves out.
 */
@ApplicationScoped
public class ObligationService {
  @Inject ObligationRepository obligations;
  @Inject CaseworkGate gate;
  @Inject Ledger ledger;

  /**
   * All of it about a referral, as it happened: open and done. Nothing for whoever reads the
   * referral without seeing these needs.
   *
   * @throws NotFound where the caller may not see the referral, or there is none
   */
  @Transactional
  @Requires(Action.SESSION_READ)
  public Obligations of(String reference) {
    CaseworkReferral referral = gate.read(reference, Action.REFERRAL_READ);
    List<Obligation> shown = referral.needs() ? obligations.of(referral.id()) : List.of();
    Action action = shown.isEmpty() ? Action.REFERRAL_READ : Action.CASEWORK_READ;
    Set<DataClass> classes = EnumSet.of(DataClass.D1);
    if (!shown.isEmpty()) {
      classes.add(DataClass.D4);
    }
    ledger.append(
        Entry.of(Verb.CONSULT, action.code(), referral.id(), referral.version(), classes));
    return new Obligations(referral.reference(), shown, referral.needs() && referral.timekeeps());
  }

  /**
   * What is still to be told about the referrals on which the caller works the clock, what is due
   * first before the rest; what is overdue therefore comes first.
   *
   * @param after where the page before ended; null for the first
   * @param limit how many at most
   */
  @Transactional
  @Requires(Action.TIMER_MANAGE)
  public Owed owed(TimelineCursor after, int limit) {
    List<Obligation> found = obligations.open(after, limit + 1);
    List<Obligation> page = found.subList(0, Math.min(limit, found.size()));
    Map<UUID, CaseworkReferral> referrals =
        gate.readable(page.stream().map(Obligation::referral).distinct().toList());
    List<Owed.Item> items = new ArrayList<>();
    for (Obligation one : page) {
      CaseworkReferral referral = referrals.get(one.referral());
      if (referral != null && referral.needs() && referral.timekeeps()) {
        items.add(new Owed.Item(referral.reference(), one));
      }
    }
    List<UUID> shown = items.stream().map(item -> item.obligation().referral()).distinct().toList();
    ledger.append(
        Entry.listed(Action.CASEWORK_READ.code(), shown, EnumSet.of(DataClass.D1, DataClass.D4)));
    Obligation last = page.isEmpty() ? null : page.get(page.size() - 1);
    return new Owed(
        items,
        found.size() > limit
            ? Optional.of(new TimelineCursor(last.due(), last.id()))
            : Optional.empty());
  }
}
