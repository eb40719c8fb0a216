package uk.concordat.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.concordat.kernel.Ids;

/** Keeps emergencies; who broke the glass sees their own, governance those of its agency. */
@ApplicationScoped
public class GlassRepository {
  private static final String SELECT =
      "select id, reference, agency, role, (select s.display_name from staff s where s.subject ="
          + " break_glass.subject), subject = caller_subject(), array_to_string(data_classes, ','),"
          + " reason, reason_text, opened_at, expires_at, closed_at, review_due, escalated_at, verdict,"
          + " verdict_text, record from break_glass ";

  /** Said here too, though the row policy says it: each wall stands by itself. */
  private static final String CONCERNED =
      "where (subject = caller_subject() or (caller_role() = 'information-governance' and"
          + " caller_agency() in (agency, owner_agency))) ";

  @Inject EntityManager em;

  /** Whether the caller has typed five wrong references within the hour. */
  public boolean stopped() {
    return (Boolean) em.createNativeQuery("select guessed_too_often()").getSingleResult();
  }

  /** Opens a record; empty where there is none to open, whatever the cause. */
  public Optional<UUID> open(
      String reference,
      Collection<DataClass> classes,
      String reason,
      String text,
      Instant reviewDue) {
    UUID id = Ids.next();
    Boolean opened =
        (Boolean)
            em.createNativeQuery(
                    "select open_glass(?1, ?2, string_to_array(?3, ','), ?4, ?5, cast(?6 as"
                        + " timestamptz))")
                .setParameter(1, id)
                .setParameter(2, reference)
                .setParameter(3, classes.stream().map(Enum::name).collect(Collectors.joining(",")))
                .setParameter(4, reason)
                .setParameter(5, text)
                .setParameter(6, reviewDue.toString())
                .getSingleResult();
    return opened ? Optional.of(id) : Optional.empty();
  }

  /** Ends the caller's own emergency; false where it is not open. */
  public boolean close(UUID id) {
    return (Boolean)
        em.createNativeQuery("select close_glass(?1)").setParameter(1, id).getSingleResult();
  }

  /** One that concerns the caller. */
  public Optional<Glass> find(UUID id) {
    return rows(SELECT + CONCERNED + "and id = ?1", id).findFirst();
  }

  /** The caller's own, or those of their agency for governance; unreviewed first. */
  public List<Glass> all() {
    return rows(SELECT + CONCERNED + "order by verdict is not null, review_due, id limit 100")
        .toList();
  }

  /** The caller's own that open a record now, the one that ends first first. */
  public List<Glass> openNow() {
    return rows(SELECT
            + "where subject = caller_subject() and agency = caller_agency() and role ="
            + " caller_role() and closed_at is null and expires_at > now() order by expires_at,"
            + " id")
        .toList();
  }

  /** Tells whoever broke the glass that it was reviewed. */
  public void tellReviewed(UUID id) {
    em.createNativeQuery(
            "insert into notice (viewer, kind, reference, about) select ?2 || subject,"
                + " 'GLASS_REVIEWED', reference, id from break_glass where id = ?1")
        .setParameter(1, id)
        .setParameter(2, "#")
        .executeUpdate();
  }

  /** Notes what governance made of it; false where that was noted already. */
  public boolean review(UUID id, String verdict, String text) {
    return em.createNativeQuery(
                "update break_glass set verdict = ?2, verdict_text = ?3, reviewed_by ="
                    + " caller_subject(), reviewed_at = now() "
                    + CONCERNED
                    + "and id = ?1 and subject <> caller_subject() and (verdict is null or verdict"
                    + " = 'QUERY')")
            .setParameter(1, id)
            .setParameter(2, verdict)
            .setParameter(3, text)
            .executeUpdate()
        == 1;
  }

  /** What was shown meanwhile, oldest first. */
  public List<Shown> shown(UUID id) {
    List<?> rows =
        em.createNativeQuery("select at, action, classes from glass_shown(?1)")
            .setParameter(1, id)
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(
            row ->
                new Shown(
                    ((Timestamp) row[0]).toInstant(),
                    (String) row[1],
                    List.of(((String) row[2]).split(","))))
        .toList();
  }

  private Stream<Glass> rows(String sql, Object... parameters) {
    var query = em.createNativeQuery(sql);
    for (int i = 0; i < parameters.length; i++) {
      query.setParameter(i + 1, parameters[i]);
    }
    List<?> rows = query.getResultList();
    return rows.stream().map(Object[].class::cast).map(GlassRepository::glass);
  }

  private static Glass glass(Object[] row) {
    return new Glass(
        (UUID) row[0],
        (UUID) row[16],
        (String) row[1],
        (String) row[2],
        (String) row[3],
        (String) row[4],
        (Boolean) row[5],
        Arrays.stream(((String) row[6]).split(","))
            .map(DataClass::valueOf)
            .collect(Collectors.toSet()),
        (String) row[7],
        (String) row[8],
        instant(row[9]),
        instant(row[10]),
        instant(row[11]),
        instant(row[12]),
        instant(row[13]),
        (String) row[14],
        (String) row[15]);
  }

  private static Instant instant(Object value) {
    return value == null ? null : ((Timestamp) value).toInstant();
  }
}
