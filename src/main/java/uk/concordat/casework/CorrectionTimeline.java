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
 * Crimes that were corrected: number and day as they are since, for whoever is told (D16) where one
 * of them changed; what was changed and why, for the force (its own D5).
 */
@ApplicationScoped
class CorrectionTimeline implements TimelineSource {
  private static final String TOLD =
      "select v.id, v.at, v.agency, v.reference, cast(v.recorded_on as text) as recorded_on from"
          + " crimes_corrected(?1) v";

  /** A strand changed with the correction where it was recorded, or a mistake, at that moment. */
  private static final String OWN =
      """
      select v.id, v.corrected_at as at, v.agency, n.reference, cast(n.recorded_on as text) as recorded_on, v.corrected_role, v.reason,
             nullif(v.reference, n.reference) as former_reference,
             cast(nullif(v.recorded_on, n.recorded_on) as text) as former_recorded_on,
             cast(nullif(v.reported_on, n.reported_on) as text) as former_reported_on,
             nullif(v.offence_class, n.offence_class) as former_offence_class,
             nullif(v.home_office_class, n.home_office_class) as former_home_office_class,
             nullif(v.offence_code, n.offence_code) as former_offence_code,
             (select v.strands where exists (select from crime_strand s where s.crime = v.crime and v.corrected_at in (s.recorded_at, s.mistake_at)))
               as former_strands
        from crime_version v
        join lateral (select l.number, l.reference, l.recorded_on, l.reported_on, l.offence_class, l.home_office_class, l.offence_code
                        from crime_version l where l.crime = v.crime and l.number = v.number + 1
                      union all
                      select null, c.reference, c.recorded_on, d.reported_on, d.offence_class, d.home_office_class, d.offence_code
                        from crime c join crime_detail d on d.crime = c.id where c.id = v.crime
                       order by 1 nulls last limit 1) n on true
       where v.referral = ?1
      """;

  private static final List<String> FORMER =
      List.of(
          "formerReference",
          "formerRecordedOn",
          "formerReportedOn",
          "formerOffenceClass",
          "formerHomeOfficeClass",
          "formerOffenceCode",
          "formerStrands");

  @Inject TimelineRepository timeline;

  @Override
  public List<TimelineEntry> entries(UUID referral, TimelineReader reader, TimelineSpan span) {
    boolean own = reader.seesOwn(DataClass.D5);
    return own || reader.sees(DataClass.D16)
        ? timeline.rows(own ? OWN : TOLD, referral, span).stream()
            .map(row -> entry(row, own))
            .toList()
        : List.of();
  }

  private static TimelineEntry entry(Object[] row, boolean own) {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("reference", (String) row[3]);
    details.put("recordedOn", (String) row[4]);
    if (own) {
      for (int i = 0; i < FORMER.size(); i++) {
        details.put(FORMER.get(i), (String) row[7 + i]);
      }
      details.put("text", (String) row[6]);
    }
    return new TimelineEntry(
        (UUID) row[0],
        TimelineRepository.instant(row[1]),
        TimelineKind.CRIME_CORRECTED,
        (String) row[2],
        own
            ? (String) row[5]
            : null, // the sender is told of the crime, not of whoever corrected it
        List.of(DataClass.D16),
        own ? List.of(DataClass.D5) : List.of(),
        details);
  }
}
