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

/** Where the consent of the Attorney General stands now, for those who read decisions. */
@ApplicationScoped
class ConsentTimeline implements TimelineSource {
  private static final String SELECT =
      "select prosecution as id, changed_at as at, agency, status, cast(on_day as text) as on_day"
          + " from attorney_consent where referral = ?1";

  @Inject TimelineRepository timeline;

  @Override
  public List<TimelineEntry> entries(UUID referral, TimelineReader reader, TimelineSpan span) {
    return reader.readsDecisions()
        ? timeline.rows(SELECT, referral, span).stream().map(row -> entry(row, reader)).toList()
        : List.of();
  }

  private static TimelineEntry entry(Object[] row, TimelineReader reader) {
    boolean own = reader.seesOwn(DataClass.D10);
    Map<String, String> details = new LinkedHashMap<>();
    details.put("consent", (String) row[3]);
    details.put("on", (String) row[4]);
    return new TimelineEntry(
        (UUID) row[0],
        TimelineRepository.instant(row[1]),
        TimelineKind.CONSENT,
        (String) row[2],
        null, // it is the Attorney General's; who wrote it down stands in the ledger
        own ? List.of() : List.of(DataClass.D16),
        own ? List.of(DataClass.D10) : List.of(),
        details);
  }
}
