package uk.concordat.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.Set;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Requires;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Ledger;
import uk.concordat.audit.Verb;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.kernel.InvalidInput;

/**
 * Reading incidents. Each method is one transaction, asks one permission and writes its ledger
 * entry.
 */
@ApplicationScoped
public class IncidentService {
  @Inject IncidentListing listing;
  @Inject IncidentGate gate;
  @Inject IncidentProjection projection;
  @Inject Ledger ledger;
  @Inject CurrentCaller current;

  /**
   * Reads one incident, as much of it as the caller may see; their own draft too, whether or not
   * their role reads what has been logged.
   *
   * @param reference as somebody typed it
   * @throws uk.concordat.kernel.NotFound where the caller may not see it or there is none
   */
  @Transactional
  @Requires(Action.SESSION_READ)
  public IncidentView read(String reference) {
    Incident incident = gate.visible(reference, Action.INCIDENT_READ);
    IncidentView view = projection.view(incident);
    ledger.append(
        Entry.of(
                Verb.CONSULT,
                Action.INCIDENT_READ.code(),
                incident.id(),
                incident.version(),
                told(view))
            .about(Entry.INCIDENT));
    projection.named(view).ifPresent(ledger::append);
    return view;
  }

  /** The classes of which something was shown: nobody is suspected of most incidents. */
  private static Set<DataClass> told(IncidentView view) {
    Set<DataClass> told = EnumSet.copyOf(view.shown());
    if (!view.suspect().named()) {
      told.remove(DataClass.D6);
    }
    return told;
  }

  /**
   * A page of what the caller's agency holds, as far as they may see it, or of their own drafts.
   *
   * @throws InvalidInput where the limit or the cursor is none
   */
  @Transactional
  @Requires(Action.INCIDENT_READ)
  public IncidentPage list(IncidentQuery query) {
    if (query.limit() < 1 || query.limit() > 100) {
      throw new InvalidInput("limit", "out-of-range");
    }
    IncidentPage page = listing.page(query, current.get());
    ledger.append(page.entry(Action.INCIDENT_READ));
    return page;
  }
}
