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

/** Crimes that were corrected, and why: for the force (its own D5). */
@ApplicationScoped
class CorrectionTimeline implements TimelineSource {
  private static final String SELECT =
      "select v.id, v.corrected_at as at, v.agency, v.corrected_role, v.reference, v.offence_class,"
          + " v.reason from crime_version v where v.referral = ?1";

  @Inject TimelineRepository timeline;

  @Override
  public List<TimelineEntry> entries(UUID referral, TimelineReader reader, TimelineSpan span) {
    return reader.seesOwn(DataClass.D5)
        ? timeline.rows(SELECT, referral, span).stream().map(CorrectionTimeline::entry).toList()
        : List.of();
  }

  private static TimelineEntry entry(Object[] row) {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("reference", (String) row[4]);
    details.put("offenceClass", (String) row[5]);
    details.put("text", (String) row[6]);
    return new TimelineEntry(
        (UUID) row[0],
        TimelineRepository.instant(row[1]),
        TimelineKind.CRIME_CORRECTED,
        (String) row[2],
        (String) row[3],
        List.of(),
        List.of(DataClass.D5),
        details);
  }
}
