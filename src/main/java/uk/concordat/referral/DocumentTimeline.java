package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.concordat.access.DataClass;

/**
 * That a document was attached, or withdrawn and why: for those who see the document, so what came
 * from the sender with its class and what the receiver attached as that agency's own work.
 */
@ApplicationScoped
class DocumentTimeline implements TimelineSource {
  private static final String SELECT =
      "select d.id, d.attached_at as at, d.holder, d.attached_role, d.data_class, d.name, 'ATTACHED' as"
          + " step, null as reason, r.from_agency from document d join referral r on r.id = d.referral"
          + " where d.referral = ?1 union all select d.id, d.withdrawn_at, d.holder, d.withdrawn_role,"
          + " d.data_class, d.name, 'WITHDRAWN', d.withdrawn_reason, r.from_agency from document d join"
          + " referral r on r.id = d.referral where d.referral = ?1 and d.withdrawn_at is not null";

  @Inject TimelineRepository timeline;

  @Override
  public List<TimelineEntry> entries(UUID referral, TimelineReader reader, TimelineSpan span) {
    return timeline.rows(SELECT, referral, span).stream()
        .filter(row -> sees(row, reader))
        .map(DocumentTimeline::entry)
        .toList();
  }

  private static boolean sees(Object[] row, TimelineReader reader) {
    DataClass dataClass = DataClass.valueOf((String) row[4]);
    return row[2].equals(row[8])
        ? reader.sees(dataClass)
        : row[2].equals(reader.agency()) && reader.seesOwn(dataClass);
  }

  private static TimelineEntry entry(Object[] row) {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("step", (String) row[6]);
    details.put("name", (String) row[5]);
    details.put("dataClasses", (String) row[4]);
    details.put("text", (String) row[7]);
    List<DataClass> classes = List.of(DataClass.valueOf((String) row[4]));
    boolean senders = row[2].equals(row[8]);
    return new TimelineEntry(
        (UUID) row[0],
        TimelineRepository.instant(row[1]),
        TimelineKind.DOCUMENT,
        (String) row[2],
        (String) row[3],
        senders ? classes : List.of(),
        senders ? List.of() : classes,
        details);
  }
}
