package uk.concordat.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Ledger;
import uk.concordat.audit.Verb;
import uk.concordat.caller.Caller;
import uk.concordat.caller.CurrentCaller;

/**
 * Erases, in the product's own name, what nobody has finished for thirty days: drafts of incidents,
 * files that were never logged and names that wait for a decision. Each step is a transaction of
 * its own that asks again, so that any number of nodes may try.
 */
@ApplicationScoped
public class IncidentDisposal {
  @Inject StaleIncidentRepository stale;
  @Inject Ledger ledger;
  @Inject CurrentCaller current;

  /** What was left for thirty days. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public List<StaleIncident> stale() {
    act("BOARD");
    return stale.all();
  }

  /** Erases it. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void erase(StaleIncident left) {
    act(left.agency());
    ledger.append(entry(left)); // while it can still be asked whom it is about
    if (!stale.erase(left.record())) {
      throw new AlreadyGone();
    }
  }

  private static Entry entry(StaleIncident left) {
    return switch (left.type()) {
      case StaleIncident.NAMING ->
          entry(left, Action.INCIDENT_NAME, EnumSet.of(DataClass.D2)).about(Entry.INCIDENT);
      case Entry.INCIDENT ->
          entry(left, Action.INCIDENT_CREATE, IncidentProjection.PARTS).about(Entry.INCIDENT);
      default -> entry(left, Action.INCIDENT_IMPORT, IncidentProjection.PARTS).about(left.type());
    };
  }

  private static Entry entry(StaleIncident left, Action action, Set<DataClass> classes) {
    return Entry.of(Verb.ERASE, action.code(), left.record(), left.version(), classes);
  }

  private void act(String agency) {
    Caller itself = Caller.itself(agency);
    current.is(itself);
    stale.bind(itself);
  }

  /** Another node was faster: nothing of the step is kept. */
  static class AlreadyGone extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
