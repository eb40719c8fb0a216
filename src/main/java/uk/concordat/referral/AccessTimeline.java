package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import uk.concordat.access.Action;
import uk.concordat.access.DataClass;

/** Sight that somebody was given for a time: for those who decide on that, and for whom it is. */
@ApplicationScoped
class AccessTimeline implements TimelineSource {
  private static final String SELECT =
      "select g.id, g.valid_from as at, r.from_agency, g.agency, g.role,"
          + " array_to_string(g.data_classes, ',') as classes, least(g.valid_to, g.revoked_at) as"
          + " until, g.subject = caller_subject() as own from access_grant g join referral r on r.id"
          + " = g.record where g.record = ?1 and g.kind = 'GRANT'";

  @Inject TimelineRepository timeline;

  @Override
  public List<TimelineEntry> entries(UUID referral, TimelineReader reader, TimelineSpan span) {
    boolean decides = reader.may(Action.ACCESS_DECIDE);
    return timeline.rows(SELECT, referral, span).stream()
        .filter(row -> decides || Boolean.TRUE.equals(row[7]))
        .map(AccessTimeline::entry)
        .toList();
  }

  private static TimelineEntry entry(Object[] row) {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("to", (String) row[3]);
    details.put("toRole", (String) row[4]);
    details.put("dataClasses", (String) row[5]);
    Instant until = TimelineRepository.instant(row[6]);
    details.put("until", Objects.toString(until, null));
    return new TimelineEntry(
        (UUID) row[0],
        TimelineRepository.instant(row[1]),
        TimelineKind.ACCESS,
        (String) row[2],
        null,
        List.of(DataClass.D1),
        details);
  }
}
