package uk.concordat.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import uk.concordat.kernel.Ids;

/** Reads the recording regime of today and the decisions; the database makes a decision. */
@ApplicationScoped
class RecordingRepository {
  @Inject EntityManager em;

  /** The options of today with their tests, in their order. */
  List<RecordingOption> options() {
    Map<String, RecordingOption> options = new LinkedHashMap<>();
    for (Object[] row :
        rows(
            "select o.code, o.label, o.hint, o.regime, o.personal_data, t.code, t.label from"
                + " recording_option o left join recording_test t on t.option = o.code and"
                + " days(t.valid_from, t.valid_to) @> now() where days(o.valid_from, o.valid_to) @>"
                + " now() order by o.position, t.position")) {
      RecordingOption known = options.get((String) row[0]);
      List<RecordingTest> tests = new ArrayList<>(known == null ? List.of() : known.tests());
      if (row[5] != null) {
        tests.add(new RecordingTest((String) row[5], (String) row[6]));
      }
      options.put(
          (String) row[0],
          new RecordingOption(
              (String) row[0],
              (String) row[1],
              (String) row[2],
              (String) row[3],
              (Boolean) row[4],
              tests));
    }
    return List.copyOf(options.values());
  }

  /** The decisions on an incident, newest first, as far as the database shows them. */
  List<Recording> of(UUID incident) {
    return rows(
            "select r.decision, coalesce((select o.label from recording_option o where o.code ="
                + " r.decision order by o.valid_from desc limit 1), r.decision), r.regime, exists"
                + " (select from recording_option o where o.code = r.decision and o.onward and"
                + " days(o.valid_from, o.valid_to) @> r.decided_at), array_to_string(r.tests, ','), r.rationale, r.review_on, r.decided_by,"
                + " r.decided_role, r.decided_at from incident_recording r where r.incident = ?1"
                + " order by r.decided_at desc, r.id desc",
            incident)
        .stream()
        .map(
            row ->
                new Recording(
                    (String) row[0],
                    (String) row[1],
                    (String) row[2],
                    (Boolean) row[3],
                    Codes.split((String) row[4]),
                    (String) row[5],
                    day(row[6]),
                    (UUID) row[7],
                    (String) row[8],
                    ((Timestamp) row[9]).toInstant()))
        .toList();
  }

  /** Who is suspected, as far as the database shows it. */
  Optional<Suspect> suspect(UUID incident) {
    return rows(
            "select name, date_of_birth, description from incident_suspect where incident = ?1",
            incident)
        .stream()
        .map(row -> new Suspect((String) row[0], day(row[1]), (String) row[2]))
        .findFirst();
  }

  /** Makes a decision; false where the database does not let the caller. */
  boolean record(Incident incident, RecordingContent content, Instant now) {
    return (Boolean)
        em.createNativeQuery(
                "select record_incident(?1, ?2, ?3, ?4, cast(?5 as text[]), ?6, ?7,"
                    + " cast(?8 as text), cast(?9 as date), cast(?10 as text), ?11)")
            .setParameter(1, Ids.next())
            .setParameter(2, incident.id())
            .setParameter(3, incident.version())
            .setParameter(4, content.decision())
            .setParameter(5, "{" + Codes.join(content.tests()) + "}")
            .setParameter(6, content.rationale())
            .setParameter(7, Date.valueOf(content.reviewOn()))
            .setParameter(8, content.suspect().name())
            .setParameter(
                9,
                content.suspect().dateOfBirth() == null
                    ? null
                    : content.suspect().dateOfBirth().toString())
            .setParameter(10, content.suspect().description())
            .setParameter(11, Timestamp.from(now))
            .getSingleResult();
  }

  private static LocalDate day(Object value) {
    return value == null ? null : ((Date) value).toLocalDate();
  }

  private List<Object[]> rows(String sql, Object... parameters) {
    var query = em.createNativeQuery(sql);
    for (int i = 0; i < parameters.length; i++) {
      query.setParameter(i + 1, parameters[i]);
    }
    List<?> rows = query.getResultList();
    return rows.stream().map(Object[].class::cast).toList();
  }
}
