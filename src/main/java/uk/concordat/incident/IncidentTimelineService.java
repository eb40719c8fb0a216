package uk.concordat.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
    List<Known> found = known(incident, span);
    boolean more = found.size() > span.limit();
    List<Known> page = more ? found.subList(0, span.limit()) : found;
    List<IncidentEvent> seen = page.stream().map(Known::event).toList();
    record(incident, seen);
    record(page);
    return new IncidentTimelineView(
        incident.reference(), seen, more ? place(seen.get(seen.size() - 1)) : null);
  }

  /**
   * Those from there on that the reader may know of, one more than the page holds where there are
   * more. What is kept from them takes no place, and no page ends with it.
   */
  private List<Known> known(Incident incident, TimelineSpan span) {
    IncidentTimelineReader reader = gate.timelineReader(incident);
    Map<String, Optional<UUID>> others = new HashMap<>();
    List<Known> known = new ArrayList<>();
    TimelineSpan next = span.andOneMore();
    List<IncidentEvent> found;
    do {
      found = timeline.events(incident.id(), reader, next);
      for (IncidentEvent event : found) {
        known(event, others).ifPresent(known::add);
      }
      next =
          found.isEmpty()
              ? next
              : new TimelineSpan(
                  span.oldestFirst(), place(found.get(found.size() - 1)), next.limit());
    } while (found.size() == next.limit() && known.size() <= span.limit());
    return known.stream().limit(next.limit()).toList();
  }

  /** With what else it names, which is the reader's to know too; each is asked for once. */
  private Optional<Known> known(IncidentEvent event, Map<String, Optional<UUID>> others) {
    return switch (event.kind()) {
      case LINKED ->
          others
              .computeIfAbsent(
                  event.detail("incident"), other -> gate.find(other).map(Incident::id))
              .map(other -> new Known(event, other));
      case REFERRED, SHARED ->
          others
              .computeIfAbsent(event.detail("referral"), referrals::find)
              .map(other -> new Known(event, other));
      case LOGGED, RECORDED, NAME_PROPOSED, NAME_DECIDED -> Optional.of(new Known(event, null));
    };
  }

  private static TimelineCursor place(IncidentEvent event) {
    return new TimelineCursor(event.at(), event.id());
  }

  private void record(Incident incident, List<IncidentEvent> seen) {
    Set<DataClass> shown = EnumSet.of(DataClass.D1);
    seen.forEach(event -> shown.addAll(event.classes()));
    ledger.append(
        Entry.of(
                Verb.CONSULT, Action.INCIDENT_READ.code(), incident.id(), incident.version(), shown)
            .about(Entry.INCIDENT));
  }

  /** What else they were told of: a likeness shows something of what is alike. */
  private void record(List<Known> page) {
    named(page, Set.of(IncidentEvent.Kind.LINKED))
        .forEach(
            (classes, incidents) ->
                ledger.append(
                    Entry.listed(Action.INCIDENT_READ.code(), List.copyOf(incidents), classes)
                        .about(Entry.INCIDENT)));
    named(page, Set.of(IncidentEvent.Kind.REFERRED, IncidentEvent.Kind.SHARED))
        .forEach(
            (classes, records) ->
                ledger.append(
                    Entry.listed(Action.INCIDENT_READ.code(), List.copyOf(records), classes)));
  }

  /** The records that entries of these kinds name, by what they show of them. */
  private static Map<List<DataClass>, Set<UUID>> named(
      List<Known> page, Set<IncidentEvent.Kind> kinds) {
    Map<List<DataClass>, Set<UUID>> named = new LinkedHashMap<>();
    page.stream()
        .filter(one -> kinds.contains(one.event().kind()))
        .forEach(
            one ->
                named
                    .computeIfAbsent(one.event().classes(), classes -> new LinkedHashSet<>())
                    .add(one.other()));
    return named;
  }

  /**
   * An entry that its reader may know of.
   *
   * @param other identity of what else it names; null where it names nothing
   */
  private record Known(IncidentEvent event, UUID other) {}
}
