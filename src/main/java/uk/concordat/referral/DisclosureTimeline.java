package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.concordat.access.DataClass;

/**
 * What went to another agency, and on which footing; of the classes only those that the reader sees
 * themselves, because that something stands in another is not theirs to know.
 */
@ApplicationScoped
class DisclosureTimeline implements TimelineSource {
  private static final String SELECT =
      "select (array_agg(d.id order by d.id))[1] as id, d.at, d.from_agency, d.to_agency,"
          + " string_agg(d.data_class, ',' order by length(d.data_class), d.data_class) as classes,"
          + " d.purpose, d.lawful_basis from disclosure d where d.referral = ?1 group by d.at,"
          + " d.from_agency, d.to_agency, d.purpose, d.lawful_basis";

  @Inject TimelineRepository timeline;

  @Override
  public List<TimelineEntry> entries(UUID referral, TimelineReader reader, TimelineSpan span) {
    return timeline.rows(SELECT, referral, span).stream().map(row -> entry(row, reader)).toList();
  }

  private static TimelineEntry entry(Object[] row, TimelineReader reader) {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("to", (String) row[3]);
    details.put(
        "dataClasses",
        Arrays.stream(((String) row[4]).split(","))
            .filter(code -> reader.sees(DataClass.valueOf(code)))
            .collect(Collectors.joining(",")));
    details.put("purpose", (String) row[5]);
    details.put("lawfulBasis", (String) row[6]);
    return new TimelineEntry(
        (UUID) row[0],
        TimelineRepository.instant(row[1]),
        TimelineKind.DISCLOSURE,
        (String) row[2],
        null,
        List.of(DataClass.D1),
        details);
  }
}
