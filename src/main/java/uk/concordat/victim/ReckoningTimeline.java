package uk.concordat.victim;

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
 * That something has to be told by another day than before: the own D4 of the agency that has to
 * tell it. What was told stands there as a contact.
 */
@ApplicationScoped
class ReckoningTimeline implements TimelineSource {
  private static final String SELECT =
      "select o.id, h.at, h.agency, v.label, h.was_due, h.due_at, h.why from"
          + " victim_obligation_change h join victim_obligation o on o.id ="
          + " h.obligation join victim_rule v on v.code = o.rule and days(v.valid_from, v.valid_to)"
          + " @> o.event_at where h.referral = ?1 and h.agency = caller_agency()";

  @Inject TimelineRepository timeline;

  @Override
  public List<TimelineEntry> entries(UUID referral, TimelineReader reader, TimelineSpan span) {
    return reader.seesOwn(DataClass.D4)
        ? timeline.rows(SELECT, referral, span).stream().map(ReckoningTimeline::entry).toList()
        : List.of();
  }

  private static TimelineEntry entry(Object[] row) {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("obligation", (String) row[3]);
    details.put("wasDue", TimelineRepository.instant(row[4]).toString());
    details.put("due", TimelineRepository.instant(row[5]).toString());
    details.put("why", (String) row[6]);
    return new TimelineEntry(
        (UUID) row[0],
        TimelineRepository.instant(row[1]),
        TimelineKind.OBLIGATION_RECKONED,
        (String) row[2],
        null, // nobody did: it follows from a calendar or a day
        List.of(),
        List.of(DataClass.D4),
        details);
  }
}
