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

/**
 * Where the review of each defendant went: part of the file (D1), so nothing before it was
 * submitted.
 */
@ApplicationScoped
class ReviewTimeline implements TimelineSource {
  private static final String SELECT =
      "select m.id, m.at, m.agency, m.actor_role, m.to_state, d.number from review_steps(array[cast(?1 as"
          + " uuid)]) m join defendant d on d.id = m.defendant where m.referral = ?1";

  @Inject TimelineRepository timeline;

  @Override
  public List<TimelineEntry> entries(UUID referral, TimelineReader reader, TimelineSpan span) {
    return reader.sees(DataClass.D1)
        ? timeline.rows(SELECT, referral, span).stream().map(ReviewTimeline::entry).toList()
        : List.of();
  }

  private static TimelineEntry entry(Object[] row) {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("state", (String) row[4]);
    details.put("defendant", row[5].toString());
    return new TimelineEntry(
        (UUID) row[0],
        TimelineRepository.instant(row[1]),
        TimelineKind.REVIEW,
        (String) row[2],
        (String) row[3],
        List.of(DataClass.D1),
        details);
  }
}
