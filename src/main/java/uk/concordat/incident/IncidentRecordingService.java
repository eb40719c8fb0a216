package uk.concordat.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
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

/**
 * What the police make of an incident that they hold. Each method is one transaction and asks one
 * permission.
 */
@ApplicationScoped
public class IncidentRecordingService {
  @Inject IncidentRepository incidents;
  @Inject RecordingRepository recordings;
  @Inject RecordingRules rules;
  @Inject IncidentGate gate;
  @Inject IncidentProjection projection;
  @Inject Ledger ledger;
  @Inject Clock clock;

  /** How an incident may be recorded today; the regime is nobody's data. */
  @Transactional
  @Requires(Action.INCIDENT_RECORD)
  public List<RecordingOption> options() {
    return recordings.options();
  }

  /**
   * Makes the recording decision, or another one: the last stands. Where it does not let whoever is
   * suspected be named, what was kept of them goes; where it does and nobody is named now, it
   * stays.
   *
   * @param version the version that the caller saw
   * @throws InvalidInput with everything that is wrong
   * @throws NotFound where it is not the caller's to decide, or there is none
   * @throws StaleVersion when it has changed since
   */
  @Transactional
  @Requires(Action.INCIDENT_RECORD)
  public IncidentView record(String reference, String version, RecordingContent content) {
    Incident incident = gate.visible(reference, Action.INCIDENT_RECORD);
    if (!gate.permits(incident, Action.INCIDENT_RECORD)) {
      throw gate.refused(incident, Action.INCIDENT_RECORD);
    }
    if (!projection.version(incident).equals(version)) {
      throw new StaleVersion();
    }
    rules.check(content, recordings.options());
    Suspect old = suspect(incident);
    Map<String, Object> before = standing(incident);
    if (!recordings.record(incident, content, clock.instant())) {
      throw new StaleVersion();
    }
    incidents.refresh(incident);
    var decided = new Change(before, standing(incident));
    var named = new Change(old, suspect(incident));
    Set<DataClass> changed = EnumSet.of(DataClass.D1, DataClass.D5);
    if (old.equals(named.now())) {
      ledger.append(entry(Verb.ALTER, incident, changed).changing("D5", decided));
    } else if (named.now().equals(Suspect.NOBODY)) {
      ledger.append(entry(Verb.ALTER, incident, changed).changing("D5", decided));
      ledger.append(entry(Verb.ERASE, incident, EnumSet.of(DataClass.D6)).changing("D6", named));
    } else {
      changed.add(DataClass.D6);
      ledger.append(
          entry(Verb.ALTER, incident, changed).changing("D5", decided).changing("D6", named));
    }
    IncidentView view = projection.view(incident);
    projection.named(view).ifPresent(ledger::append);
    return view;
  }

  private Suspect suspect(Incident incident) {
    return recordings.suspect(incident.id()).orElse(Suspect.NOBODY);
  }

  /** Null where none has been made. */
  private Map<String, Object> standing(Incident incident) {
    return recordings.of(incident.id()).stream().findFirst().map(Recording::kept).orElse(null);
  }

  private static Entry entry(Verb verb, Incident incident, Set<DataClass> classes) {
    return Entry.of(verb, Action.INCIDENT_RECORD.code(), incident.id(), incident.version(), classes)
        .about(Entry.INCIDENT);
  }
}
