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

/**
 * Whom the person harmed can turn to, by role: who it is now for whoever is told (D16), who it was
 * too for the force.
 */
@ApplicationScoped
class ContactOfficerTimeline implements TimelineSource {
  private static final String SELECT =
      "select c.id, c.since as at, c.agency, c.role, c.until is null as now from contact_officer c"
          + " where c.referral = ?1";

  @Inject TimelineRepository timeline;

  @Override
  public List<TimelineEntry> entries(UUID referral, TimelineReader reader, TimelineSpan span) {
    boolean own = reader.seesOwn(DataClass.D4);
    boolean told = reader.sees(DataClass.D16);
    return own || told
        ? timeline.rows(SELECT, referral, span).stream()
            .filter(row -> own || Boolean.TRUE.equals(row[4]))
            .map(ContactOfficerTimeline::entry)
            .toList()
        : List.of();
  }

  private static TimelineEntry entry(Object[] row) {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("toRole", (String) row[3]);
    return new TimelineEntry(
        (UUID) row[0],
        TimelineRepository.instant(row[1]),
        TimelineKind.CONTACT_OFFICER,
        (String) row[2],
        null,
        List.of(DataClass.D16),
        details);
  }
}
