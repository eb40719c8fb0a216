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
 * What prosecutors decided and why, in the words that the police read: their own D10 to them, to
 * the police feedback (D16). The tests behind it are in no timeline.
 */
@ApplicationScoped
class DecisionTimeline implements TimelineSource {
  private static final String SELECT =
      "select c.id, c.decided_at as at, c.agency, c.decided_role, c.kind, d.number, c.told from"
          + " charging_decision c join defendant d on d.id = c.defendant where c.referral = ?1";

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
    details.put("decision", (String) row[4]);
    details.put("defendant", row[5].toString());
    details.put("text", (String) row[6]);
    return new TimelineEntry(
        (UUID) row[0],
        TimelineRepository.instant(row[1]),
        TimelineKind.DECISION,
        (String) row[2],
        (String) row[3],
        own ? List.of() : List.of(DataClass.D16),
        own ? List.of(DataClass.D10) : List.of(),
        details);
  }
}
