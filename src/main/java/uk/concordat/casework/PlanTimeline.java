package uk.concordat.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.concordat.access.DataClass;
import uk.concordat.referral.TimelineEntry;
import uk.concordat.referral.TimelineKind;
import uk.concordat.referral.TimelineReader;
import uk.concordat.referral.TimelineRepository;
import uk.concordat.referral.TimelineSource;
import uk.concordat.referral.TimelineSpan;

/**
 * Measures of the safety plan, as they were added, where that is known, and as they were changed
 * last: the force's own D4.
 */
@ApplicationScoped
class PlanTimeline implements TimelineSource {
  private static final String SELECT =
      "select m.id, m.added_at as at, m.agency, m.added_role as role, m.kind, m.detail, cast(null as"
          + " text) as status, cast(null as text) as outcome from plan_measure m where m.referral ="
          + " ?1 and m.added_at is not null union all select m.id, m.changed_at, m.agency, m.changed_role, m.kind, m.detail,"
          + " m.status, m.outcome from plan_measure m where m.referral = ?1 and m.version > 1";

  @Inject TimelineRepository timeline;

  @Override
  public List<TimelineEntry> entries(UUID referral, TimelineReader reader, TimelineSpan span) {
    return reader.seesOwn(DataClass.D4)
        ? timeline.rows(SELECT, referral, span).stream().map(PlanTimeline::entry).toList()
        : List.of();
  }

  private static TimelineEntry entry(Object[] row) {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("measure", (String) row[4]);
    details.put("text", (String) row[5]);
    details.put("status", (String) row[6]);
    details.put("outcome", (String) row[7]);
    return new TimelineEntry(
        (UUID) row[0],
        TimelineRepository.instant(row[1]),
        TimelineKind.PLAN,
        (String) row[2],
        (String) row[3],
        List.of(),
        List.of(DataClass.D4),
        details);
  }
}
