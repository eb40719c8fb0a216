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

/** How great the risk to the person harmed was found to be: the force's own D4. */
@ApplicationScoped
class RiskTimeline implements TimelineSource {
  private static final String SELECT =
      "select a.id, a.assessed_at as at, a.agency, a.assessed_role, a.level, cast(a.review_on as"
          + " text) as review_on from risk_assessment a where a.referral = ?1";

  @Inject TimelineRepository timeline;

  @Override
  public List<TimelineEntry> entries(UUID referral, TimelineReader reader, TimelineSpan span) {
    return reader.seesOwn(DataClass.D4)
        ? timeline.rows(SELECT, referral, span).stream().map(RiskTimeline::entry).toList()
        : List.of();
  }

  private static TimelineEntry entry(Object[] row) {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("level", (String) row[4]);
    details.put("reviewOn", (String) row[5]);
    return new TimelineEntry(
        (UUID) row[0],
        TimelineRepository.instant(row[1]),
        TimelineKind.RISK,
        (String) row[2],
        (String) row[3],
        List.of(),
        List.of(DataClass.D4),
        details);
  }
}
