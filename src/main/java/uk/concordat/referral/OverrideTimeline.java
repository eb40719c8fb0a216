package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.concordat.access.DataClass;

/** Who answered for sharing it although the person harmed did not agree (D4). */
@ApplicationScoped
class OverrideTimeline implements TimelineSource {
  private static final String SELECT =
      "select o.referral as id, o.decided_at as at, r.from_agency, o.role, o.reason from"
          + " consent_override o join referral r on r.id = o.referral join referral_needs n on"
          + " n.referral = o.referral where o.referral = ?1 and o.to_agency = r.to_agency and o.wish"
          + " = n.wish and o.reason = n.override_reason";

  @Inject TimelineRepository timeline;

  @Override
  public List<TimelineEntry> entries(UUID referral, TimelineReader reader, TimelineSpan span) {
    return reader.sees(DataClass.D4)
        ? timeline.rows(SELECT, referral, span).stream().map(OverrideTimeline::entry).toList()
        : List.of();
  }

  private static TimelineEntry entry(Object[] row) {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("reason", (String) row[4]);
    return new TimelineEntry(
        (UUID) row[0],
        TimelineRepository.instant(row[1]),
        TimelineKind.OVERRIDE,
        (String) row[2],
        (String) row[3],
        List.of(DataClass.D4),
        details);
  }
}
