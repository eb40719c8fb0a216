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
 * Crimes: number and day for whoever is told (D16), the offence for the force (its own D5), which
 * reads what was recorded then; what was corrected since has an entry of its own.
 */
@ApplicationScoped
class CrimeTimeline implements TimelineSource {
  private static final String SELECT =
      "select c.id, c.entered_at as at, c.agency, c.entered_role, coalesce(v.reference,"
          + " c.reference) as reference, cast(coalesce(v.recorded_on, c.recorded_on) as text) as"
          + " recorded_on, coalesce(v.offence_class, d.offence_class) as offence_class from crime c"
          + " left join crime_detail d on d.crime = c.id left join crime_version v on v.crime = c.id"
          + " and v.number = 1 where c.referral = ?1";

  @Inject TimelineRepository timeline;

  @Override
  public List<TimelineEntry> entries(UUID referral, TimelineReader reader, TimelineSpan span) {
    return reader.seesOwn(DataClass.D5) || reader.sees(DataClass.D16)
        ? timeline.rows(SELECT, referral, span).stream().map(row -> entry(row, reader)).toList()
        : List.of();
  }

  private static TimelineEntry entry(Object[] row, TimelineReader reader) {
    boolean own = reader.seesOwn(DataClass.D5);
    Map<String, String> details = new LinkedHashMap<>();
    details.put("reference", (String) row[4]);
    details.put("recordedOn", (String) row[5]);
    details.put("offenceClass", own ? (String) row[6] : null);
    return new TimelineEntry(
        (UUID) row[0],
        TimelineRepository.instant(row[1]),
        TimelineKind.CRIME,
        (String) row[2],
        own ? (String) row[3] : null, // the sender is told of the crime, not of whoever entered it
        List.of(DataClass.D16),
        own ? List.of(DataClass.D5) : List.of(),
        details);
  }
}
