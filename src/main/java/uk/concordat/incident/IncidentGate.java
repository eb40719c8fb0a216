package uk.concordat.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import uk.concordat.access.Access;
import uk.concordat.access.AccessPolicy;
import uk.concordat.access.Action;
import uk.concordat.access.Participation;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Refusals;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.kernel.NotFound;
import uk.concordat.kernel.Reference;

/** Puts an incident before the gate: every question about it is answered from here. */
@ApplicationScoped
class IncidentGate {
  @Inject IncidentRepository incidents;
  @Inject AccessPolicy policy;
  @Inject Refusals refusals;
  @Inject CurrentCaller current;

  /** What the caller sees of it now. */
  Access access(Participation incident) {
    return policy.held(current.get(), Action.INCIDENT_READ, Action.INCIDENT_CREATE, incident);
  }

  /**
   * Loads what the database shows and the policy permits; anything else is not found.
   *
   * @param reference as somebody typed it
   * @param action what is tried, for the ledger
   */
  Incident visible(String reference, Action action) {
    Optional<Incident> found = find(reference);
    if (found.isEmpty()) {
      refusals.record(action.code(), "not-visible", Entry.INCIDENT, null);
      throw new NotFound();
    }
    return found.get();
  }

  /** Whether the caller may do this to what has been logged. */
  boolean permits(Incident incident, Action action) {
    return incident.state() == IncidentState.LOGGED
        && policy.reaches(current.get(), action, incident.participation());
  }

  /** To whom something is not theirs to do, there is no such record. */
  NotFound refused(Incident incident, Action action) {
    refusals.record(action.code(), "not-permitted", Entry.INCIDENT, incident.id());
    return new NotFound();
  }

  /** The same, where it is no refusal that there is none. */
  Optional<Incident> find(String reference) {
    return Reference.parse(reference)
        .filter(parsed -> parsed.kind() == Reference.Kind.INCIDENT)
        .flatMap(incidents::find)
        .filter(incident -> access(incident.participation()).reads());
  }
}
