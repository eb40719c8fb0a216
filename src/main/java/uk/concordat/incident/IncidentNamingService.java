package uk.concordat.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Requires;
import uk.concordat.audit.Change;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Ledger;
import uk.concordat.audit.Verb;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.NotFound;
import uk.concordat.kernel.StaleVersion;
import uk.concordat.referral.Findings;
import uk.concordat.referral.Person;

/**
 * Names the person of a report that was made without a name: one member of staff proposes, and
 * whoever leads the team that holds the incident decides (domain.md 5.3). Each method is one
 * transaction, asks one permission and writes its ledger entry. All throw {@link NotFound} where
 * the caller may not see the incident or there is none.
 */
@ApplicationScoped
public class IncidentNamingService {
  private static final int PARAGRAPH = 2_000;

  @Inject NamingRepository namings;
  @Inject IncidentRepository incidents;
  @Inject IncidentRules rules;
  @Inject IncidentGate gate;
  @Inject IncidentProjection projection;
  @Inject Ledger ledger;
  @Inject Clock clock;

  /** What was proposed for an incident, and what was decided. */
  @Transactional
  @Requires(Action.INCIDENT_NAME)
  public NamingView of(String reference) {
    Incident incident = gate.visible(reference, Action.INCIDENT_NAME);
    NamingView view = view(incident);
    Set<DataClass> told = EnumSet.of(DataClass.D1);
    if (!view.namings().isEmpty()) {
      told.add(DataClass.D2);
    }
    ledger.append(entry(Verb.CONSULT, incident, told));
    return view;
  }

  private NamingView view(Incident incident) {
    boolean sees = gate.access(incident.participation()).shown().contains(DataClass.D2);
    List<Naming> found = sees ? namings.of(incident.id()) : List.of();
    boolean names = sees && gate.names(incident);
    NamingView view =
        new NamingView(
            projection.version(incident)
                + found.stream().findFirst().map(last -> "." + last.id()).orElse(""),
            found,
            false,
            false);
    boolean waits = view.waiting().isPresent();
    boolean decides =
        names && gate.leads(incident) && view.waiting().filter(each -> !each.own()).isPresent();
    return new NamingView(view.version(), found, names && !waits, decides);
  }

  /**
   * Proposes who was harmed.
   *
   * @param version of what the caller saw
   * @param reason how they know, in the caller's own words
   * @throws InvalidInput with everything that is wrong, and {@code team: nobody-confirms} where
   *     nobody else leads the team that holds the incident
   * @throws NotFound where it is not the caller's to propose
   * @throws StaleVersion where somebody was faster
   */
  @Transactional
  @Requires(Action.INCIDENT_NAME)
  public NamingView propose(String reference, String version, Person person, String reason) {
    Incident incident = gate.visible(reference, Action.INCIDENT_NAME);
    NamingView seen = current(incident, version);
    if (!seen.proposes()) {
      throw gate.refused(incident, Action.INCIDENT_NAME);
    }
    var findings = new Findings();
    rules.naming(person, findings);
    said(reason, findings);
    if (!namings.confirmable(incident.id())) {
      throw new InvalidInput("team", "nobody-confirms");
    }
    if (!namings.propose(incident.id(), person, reason, clock.instant())) {
      throw new StaleVersion();
    }
    ledger.append(
        entry(Verb.COLLECT, incident, EnumSet.of(DataClass.D2))
            .changing("D2", new Change(null, view(incident).waiting().orElseThrow())));
    return view(incident);
  }

  /**
   * Decides on the proposal that waits: confirmed, the incident has a person; declined, the name is
   * erased.
   *
   * @param version of what the caller saw
   * @param confirmed whether it is this person; null while nobody has said
   * @param reason in the caller's own words
   * @throws InvalidInput with everything that is missing
   * @throws NotFound where it is not the caller's to decide
   * @throws StaleVersion where somebody was faster
   */
  @Transactional
  @Requires(Action.INCIDENT_NAME)
  public NamingView decide(String reference, String version, Boolean confirmed, String reason) {
    Incident incident = gate.visible(reference, Action.INCIDENT_NAME);
    NamingView seen = current(incident, version);
    if (!seen.decides()) {
      throw gate.refused(incident, Action.INCIDENT_NAME);
    }
    var findings = new Findings();
    findings.required(confirmed, "confirmed");
    said(reason, findings);
    Naming waiting = seen.waiting().orElseThrow();
    if (!namings.decide(waiting.id(), incident.version(), confirmed, reason, clock.instant())) {
      throw new StaleVersion();
    }
    incidents.refresh(incident);
    incidents.identity(incident.id()).ifPresent(incidents::refresh);
    NamingView now = view(incident);
    ledger.append(
        entry(
                confirmed ? Verb.COMBINE : Verb.ERASE,
                incident,
                confirmed ? EnumSet.of(DataClass.D1, DataClass.D2) : EnumSet.of(DataClass.D2))
            .changing("D2", new Change(waiting, now.namings().get(0))));
    return now;
  }

  /**
   * Takes back what the caller proposed, while nobody has decided: the name is erased.
   *
   * @param version of what the caller saw
   * @throws NotFound where none of the caller's waits
   * @throws StaleVersion where somebody was faster
   */
  @Transactional
  @Requires(Action.INCIDENT_NAME)
  public void withdraw(String reference, String version) {
    Incident incident = gate.visible(reference, Action.INCIDENT_NAME);
    Naming waiting =
        current(incident, version)
            .waiting()
            .filter(Naming::own)
            .orElseThrow(() -> gate.refused(incident, Action.INCIDENT_NAME));
    if (!namings.withdraw(waiting.id())) {
      throw new StaleVersion();
    }
    ledger.append(
        entry(Verb.ERASE, incident, EnumSet.of(DataClass.D2))
            .changing("D2", new Change(waiting, null)));
  }

  private NamingView current(Incident incident, String version) {
    NamingView seen = view(incident);
    if (!seen.version().equals(version)) {
      throw new StaleVersion();
    }
    return seen;
  }

  private static void said(String reason, Findings findings) {
    findings.required(reason, "reason");
    findings.typed(PARAGRAPH, reason, "reason");
    findings.throwIfAny();
  }

  private static Entry entry(Verb verb, Incident incident, Set<DataClass> classes) {
    return Entry.of(verb, Action.INCIDENT_NAME.code(), incident.id(), incident.version(), classes)
        .about(Entry.INCIDENT);
  }
}
