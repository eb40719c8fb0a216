package uk.concordat.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.concordat.access.DataClass;
import uk.concordat.referral.TimelineRepository;
import uk.concordat.referral.TimelineSpan;

/** Reads what happened to an incident from the tables that hold it; the database shows its own. */
@ApplicationScoped
class IncidentTimelineRepository {
  private static final String LOGGED =
      """
      select i.id, i.logged_at as at, 'LOGGED' as kind, i.origin_agency as agency, i.owner_role as role,
             cast(null as text) as code, cast(null as text) as more, cast(null as text) as other, cast(null as text) as said
        from incident i where i.id = ?1 and i.logged_at is not null
      """;
  private static final String LINKED =
      """
      select o.id, l.decided_at, 'LINKED', i.agency, l.decided_role, l.verdict, l.ground, o.reference, l.reason
        from incident_link l join incident i on i.id = ?1 join incident o on o.id in (l.earlier, l.later) and o.id <> i.id
       where i.id in (l.earlier, l.later) and l.ground in (%s)
      """;
  private static final Map<IncidentEvent.Kind, String> OTHERS =
      Map.of(
          IncidentEvent.Kind.RECORDED,
          """
          select r.id, r.decided_at, 'RECORDED', i.agency, r.decided_role, r.decision, r.regime,
                 (select o.label from recording_option o where o.code = r.decision
                   order by days(o.valid_from, o.valid_to) @> r.decided_at desc, o.valid_from desc limit 1), r.rationale
            from incident_recording r join incident i on i.id = r.incident where i.id = ?1
          """,
          IncidentEvent.Kind.NAME_PROPOSED,
          """
          select n.id, n.proposed_at, 'NAME_PROPOSED', i.agency, n.proposed_role, null, null, null, n.reason
            from incident_naming n join incident i on i.id = n.incident where i.id = ?1
          """,
          IncidentEvent.Kind.NAME_DECIDED,
          """
          select n.id, n.decided_at, 'NAME_DECIDED', i.agency, n.decided_role, n.verdict, null, null, n.decided_reason
            from incident_naming n join incident i on i.id = n.incident where i.id = ?1 and n.verdict is not null
          """,
          IncidentEvent.Kind.REFERRED,
          """
          select r.id, l.referred_at, 'REFERRED', i.agency, null, null, null, r.reference, null
            from incident_referral l join incident i on i.id = l.incident join referral r on r.id = l.referral where i.id = ?1
          """,
          IncidentEvent.Kind.SHARED,
          """
          select r.id, r.submitted_at, 'SHARED', r.from_agency, null, r.to_agency, null, r.reference, null
            from incident_referral l join referral r on r.id = l.referral where l.incident = ?1 and r.submitted_at is not null
          """);

  @Inject TimelineRepository timeline;

  /** Those of them that lie in that part and that their reader may know of, in its order. */
  List<IncidentEvent> events(UUID incident, IncidentTimelineReader reader, TimelineSpan span) {
    return timeline.rows(select(reader), incident, span).stream()
        .map(IncidentTimelineRepository::event)
        .toList();
  }

  private static String select(IncidentTimelineReader reader) {
    Stream<String> others = reader.kinds().stream().map(OTHERS::get);
    String grounds =
        reader.grounds().stream()
            .map(ground -> "'" + ground.name() + "'")
            .collect(Collectors.joining(", "));
    Stream<String> linked =
        grounds.isEmpty() ? Stream.empty() : Stream.of(LINKED.formatted(grounds));
    return Stream.of(Stream.of(LOGGED), others, linked)
        .flatMap(parts -> parts)
        .collect(Collectors.joining(" union all "));
  }

  private static IncidentEvent event(Object[] row) {
    var kind = IncidentEvent.Kind.valueOf((String) row[2]);
    Map<String, String> details = new LinkedHashMap<>();
    String code = (String) row[5];
    String more = (String) row[6];
    String other = (String) row[7];
    switch (kind) {
      case LINKED -> {
        details.put("incident", other);
        details.put("ground", more);
        details.put("verdict", code);
      }
      case RECORDED -> {
        details.put("decision", code);
        details.put("label", other);
        details.put("regime", more);
      }
      case NAME_DECIDED -> details.put("verdict", code);
      case REFERRED, SHARED -> {
        details.put("referral", other);
        details.put("to", code);
      }
      case LOGGED, NAME_PROPOSED -> {} // there is no more to say than who and when
    }
    details.put("text", (String) row[8]);
    return new IncidentEvent(
        (UUID) row[0],
        TimelineRepository.instant(row[1]),
        kind,
        (String) row[3],
        (String) row[4],
        classes(kind, more),
        details);
  }

  private static List<DataClass> classes(IncidentEvent.Kind kind, String ground) {
    return switch (kind) {
      case LINKED -> List.of(DataClass.D1, Ground.valueOf(ground).dataClass());
      case RECORDED -> List.of(DataClass.D5);
      case NAME_PROPOSED, NAME_DECIDED -> List.of(DataClass.D2);
      case LOGGED, REFERRED, SHARED -> List.of(DataClass.D1);
    };
  }
}
