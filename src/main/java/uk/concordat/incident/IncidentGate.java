package uk.concordat.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import uk.concordat.access.Access;
import uk.concordat.access.AccessPolicy;
import uk.concordat.access.Action;
import uk.concordat.access.FactsRepository;
import uk.concordat.access.Participation;
import uk.concordat.access.Permissions;
import uk.concordat.access.ReferredFacts;
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
  @Inject FactsRepository facts;
  @Inject Permissions permissions;
  @Inject Refusals refusals;
  @Inject CurrentCaller current;

  /** What the caller sees of it now. */
  Access access(Participation incident) {
    return access(incident, facts.referred(List.of(incident.record())));
  }

  /**
   * The same, where it is one of several.
   *
   * @param referred how the referrals that were made of them stand to the caller
   */
  Access access(Participation incident, Map<UUID, List<ReferredFacts>> referred) {
    return policy.held(
        current.get(),
        Action.INCIDENT_READ,
        Action.INCIDENT_CREATE,
        incident,
        referred.getOrDefault(incident.record(), List.of()));
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

  /**
   * Whether the caller may decide that it has this in common with another. That somebody is the
   * same person is for whoever links persons (domain.md 7.4). What a third-party centre was told
   * without a name, and another agency holds, is for them and whoever leads (5.3).
   */
  boolean links(Incident incident, Ground ground) {
    boolean persons = permissions.has(current.get().role(), Action.PERSON_LINK);
    boolean nameless =
        !incident.originAgency().equals(incident.agency())
            && Boolean.FALSE.equals(incident.personKnown());
    return permits(incident, Action.INCIDENT_LINK)
        && (persons || (ground != Ground.PERSON && (!nameless || leads(incident))));
  }

  /** Whether the caller may say who was harmed in it: nobody is named, and it is theirs to name. */
  boolean names(Incident incident) {
    return Boolean.FALSE.equals(incident.personKnown()) && permits(incident, Action.INCIDENT_NAME);
  }

  /** As whom the caller reads its timeline. */
  IncidentTimelineReader timelineReader(Incident incident) {
    String role = current.get().role();
    return new IncidentTimelineReader(
        access(incident.participation()).shown(),
        permissions.has(role, Action.INCIDENT_LINK),
        permissions.has(role, Action.INCIDENT_NAME));
  }

  /** Whether the caller leads the team that holds it. */
  boolean leads(Incident incident) {
    String team = incident.participation().fromTeam();
    return team != null && current.get().leads().contains(team);
  }

  /** Whether the agency that holds it restricted a referral that was made of it. */
  boolean restricted(Incident incident) {
    return facts.referred(List.of(incident.id())).getOrDefault(incident.id(), List.of()).stream()
        .anyMatch(each -> each.restrictedBy().contains(incident.agency()));
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
