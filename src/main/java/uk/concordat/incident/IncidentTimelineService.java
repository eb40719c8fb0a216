package uk.concordat.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;
import uk.concordat.access.Requires;
import uk.concordat.audit.Entry;
import uk.concordat.audit.Ledger;
import uk.concordat.audit.Verb;
import uk.concordat.referral.TimelineCursor;
import uk.concordat.referral.TimelineSpan;
import uk.concordat.referral.VisibleReferrals;

/** What happened to an incident, in one order, each entry only for those who may see it. */
@ApplicationScoped
public class IncidentTimelineService {
  @Inject IncidentGate gate;
  @Inject IncidentTimelineRepository timeline;
  @Inject VisibleReferrals referrals;
  @Inject Ledger ledger;

  /**
   * A page of it. Decisions on what belongs together are for whoever links incidents, names for
   * whoever names them, and referrals and other incidents for whoever sees those too.
   *
   * @throws uk.concordat.kernel.NotFound where the caller may not see the incident
   */
  @Transactional
  @Requires(Action.SESSION_READ)
  public IncidentTimelineView timeline(String reference, TimelineSpan span) {
    Incident incident = gate.visible(reference, Action.INCIDENT_READ);
    List<IncidentEvent> found =
        timeline.events(incident.id(), gate.timelineReader(incident), span.andOneMore());
    boolean more = found.size() > span.limit();
    List<IncidentEvent> page = more ? found.subList(0, span.limit()) : found;
    List<IncidentEvent> seen = page.stream().filter(this::known).toList();
    record(incident, seen);
    IncidentEvent last = more ? page.get(page.size() - 1) : null;
    return new IncidentTimelineView(
        incident.reference(), seen, last == null ? null : new TimelineCursor(last.at(), last.id()));
  }

  /** What else it names is the reader's to know too. */
  private boolean known(IncidentEvent event) {
    return switch (event.kind()) {
      case LINKED -> gate.find(event.detail("incident")).isPresent();
      case REFERRED, SHARED -> referrals.find(event.detail("referral")).isPresent();
      case LOGGED, RECORDED, NAME_PROPOSED, NAME_DECIDED -> true;
    };
  }

  private void record(Incident incident, List<IncidentEvent> seen) {
    Set<DataClass> shown = EnumSet.of(DataClass.D1);
    seen.forEach(event -> shown.addAll(event.classes()));
    ledger.append(
        Entry.of(
                Verb.CONSULT, Action.INCIDENT_READ.code(), incident.id(), incident.version(), shown)
            .about(Entry.INCIDENT));
    List<UUID> linked =
        seen.stream()
            .filter(event -> event.detail("incident") != null)
            .flatMap(event -> gate.find(event.detail("incident")).stream())
            .map(Incident::id)
            .distinct()
            .toList();
    if (!linked.isEmpty()) {
      ledger.append(named(linked).about(Entry.INCIDENT));
    }
    List<UUID> referred =
        seen.stream()
            .filter(event -> event.detail("referral") != null)
            .flatMap(event -> referrals.find(event.detail("referral")).stream())
            .distinct()
            .toList();
    if (!referred.isEmpty()) {
      ledger.append(named(referred));
    }
  }

  private static Entry named(List<UUID> records) {
    return Entry.listed(Action.INCIDENT_READ.code(), records, EnumSet.of(DataClass.D1));
  }
}
