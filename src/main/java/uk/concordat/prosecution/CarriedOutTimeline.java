package uk.concordat.prosecution;

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

/** On which day the police say that they did what was decided: part of the file (D1). */
@ApplicationScoped
class CarriedOutTimeline implements TimelineSource {
  private static final String SELECT =
      "select c.defendant as id, c.said_at as at, c.agency, c.kind, cast(c.on_day as text) as on_day,"
          + " d.number from decision_carried_out c join defendant d on d.id = c.defendant where"
          + " c.referral = ?1";

  @Inject TimelineRepository timeline;

  @Override
  public List<TimelineEntry> entries(UUID referral, TimelineReader reader, TimelineSpan span) {
    return reader.sees(DataClass.D1)
        ? timeline.rows(SELECT, referral, span).stream().map(CarriedOutTimeline::entry).toList()
        : List.of();
  }

  private static TimelineEntry entry(Object[] row) {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("event", (String) row[3]);
    details.put("on", (String) row[4]);
    details.put("defendant", row[5].toString());
    return new TimelineEntry(
        (UUID) row[0],
        TimelineRepository.instant(row[1]),
        TimelineKind.CARRIED_OUT,
        (String) row[2],
        null,
        List.of(DataClass.D1),
        details);
  }
}
