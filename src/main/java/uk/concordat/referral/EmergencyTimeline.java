package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.concordat.access.DataClass;

/**
 * That somebody looked at it in an emergency. Among those who read a referral only they themselves
 * know; its review is governance's, which reads none, and who has seen it is told by the trail.
 */
@ApplicationScoped
class EmergencyTimeline implements TimelineSource {
  private static final String SELECT =
      "select b.id, b.opened_at as at, b.agency, b.role, array_to_string(b.data_classes, ',') as"
          + " classes, b.reason from break_glass b where b.record = ?1 and b.subject ="
          + " caller_subject()";

  @Inject TimelineRepository timeline;

  @Override
  public List<TimelineEntry> entries(UUID referral, TimelineReader reader, TimelineSpan span) {
    return timeline.rows(SELECT, referral, span).stream().map(EmergencyTimeline::entry).toList();
  }

  private static TimelineEntry entry(Object[] row) {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("dataClasses", (String) row[4]);
    details.put("reason", (String) row[5]);
    return new TimelineEntry(
        (UUID) row[0],
        TimelineRepository.instant(row[1]),
        TimelineKind.EMERGENCY,
        (String) row[2],
        (String) row[3],
        List.of(DataClass.D1),
        details);
  }
}
