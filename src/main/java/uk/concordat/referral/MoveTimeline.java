package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.concordat.access.DataClass;

/** Moves (D1) with what was said with them (D16), and with the answers to questions (D5). */
@ApplicationScoped
class MoveTimeline implements TimelineSource {
  private static final String SELECT =
      "select m.id, m.at, m.move, m.agency, m.role, f.reason, f.comment, f.advice, a.answer,"
          + " cast(asked.due_on as text) as due_on from referral_move m left join referral_feedback"
          + " f on f.move = m.id left join info_request asked on asked.asked = m.id left join"
          + " info_request closed on closed.closed = m.id left join info_answer a on"
          + " a.info_request = closed.id where m.referral = ?1";

  @Inject TimelineRepository timeline;

  @Override
  public List<TimelineEntry> entries(UUID referral, TimelineReader reader, TimelineSpan span) {
    return timeline.rows(SELECT, referral, span).stream().map(row -> entry(row, reader)).toList();
  }

  private static TimelineEntry entry(Object[] row, TimelineReader reader) {
    Map<String, String> details = new LinkedHashMap<>();
    List<DataClass> classes = new ArrayList<>(List.of(DataClass.D1));
    details.put("move", Move.valueOf((String) row[2]).code());
    if (reader.sees(DataClass.D16) && row[6] != null) {
      details.put("reason", (String) row[5]);
      details.put("text", (String) row[6]);
      details.put("advice", (String) row[7]);
      classes.add(DataClass.D16);
    }
    if (reader.sees(DataClass.D5) && row[8] != null) {
      details.put("answer", (String) row[8]);
      classes.add(DataClass.D5);
    }
    details.put("dueOn", (String) row[9]);
    return new TimelineEntry(
        (UUID) row[0],
        TimelineRepository.instant(row[1]),
        TimelineKind.MOVE,
        (String) row[3],
        (String) row[4],
        classes,
        details);
  }
}
