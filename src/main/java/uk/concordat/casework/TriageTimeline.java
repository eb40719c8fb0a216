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

/** How a hate crime officer triaged it: the force's own D5. */
@ApplicationScoped
class TriageTimeline implements TimelineSource {
  private static final String SELECT =
      "select t.id, t.triaged_at as at, t.agency, t.triaged_role, case when t.hate_related then"
          + " 'YES' else 'NO' end as hate, t.urgency, t.next_step from triage t where t.referral ="
          + " ?1";

  @Inject TimelineRepository timeline;

  @Override
  public List<TimelineEntry> entries(UUID referral, TimelineReader reader, TimelineSpan span) {
    return reader.seesOwn(DataClass.D5)
        ? timeline.rows(SELECT, referral, span).stream().map(TriageTimeline::entry).toList()
        : List.of();
  }

  private static TimelineEntry entry(Object[] row) {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("hateRelated", (String) row[4]);
    details.put("urgency", (String) row[5]);
    details.put("nextStep", (String) row[6]);
    return new TimelineEntry(
        (UUID) row[0],
        TimelineRepository.instant(row[1]),
        TimelineKind.TRIAGE,
        (String) row[2],
        (String) row[3],
        List.of(),
        List.of(DataClass.D5),
        details);
  }
}
