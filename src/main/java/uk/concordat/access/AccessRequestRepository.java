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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.concordat.caller.Caller;
import uk.concordat.kernel.Ids;

/**
 * Keeps requests for access; a requester sees their own, a decider those about records they hold.
 */
@ApplicationScoped
public class AccessRequestRepository {
  private static final String SELECT =
      "select id, requester, requester = caller_subject(), agency, role, (select s.display_name from"
          + " staff s where s.subject = requester), reference, array_to_string(data_classes, ','),"
          + " purpose, why, duration, status, version, question, answer, decision, asked_at,"
          + " decided_at, array_to_string(given, ','), given_until, ended_at from access_request ";

  /** Said here too, though the row policy says it: each wall stands by itself. */
  private static final String CONCERNED =
      "where (requester = caller_subject() or exists (select from referral r where r.reference ="
          + " access_request.reference and may(r.id, 'access.decide'))) ";

  @Inject EntityManager em;

  /** Files a request; the same to the requester whether the reference names a record or not. */
  public UUID ask(
      String reference,
      Collection<DataClass> classes,
      String purpose,
      String why,
      String duration) {
    UUID id = Ids.next();
    em.createNativeQuery("select 1 from ask_access(?1, ?2, string_to_array(?3, ','), ?4, ?5, ?6)")
        .setParameter(1, id)
        .setParameter(2, reference)
        .setParameter(3, classes.stream().map(Enum::name).collect(Collectors.joining(",")))
        .setParameter(4, purpose)
        .setParameter(5, why)
        .setParameter(6, duration)
        .getSingleResult();
    return id;
  }

  /** One request that concerns the caller. */
  public Optional<AccessRequest> find(UUID id) {
    return rows(SELECT + CONCERNED + "and id = ?1", id).findFirst();
  }

  /** The caller's own and those that they may decide on, newest first, at most 100. */
  public List<AccessRequest> all() {
    return rows(SELECT + CONCERNED + "order by asked_at desc limit 100").toList();
  }

  /** Changes what a move changes; false where somebody was faster. */
  public boolean moved(AccessRequest request, String status, String text, Caller by) {
    String column =
        switch (status) {
          case "QUESTIONED" -> "question";
          case "ASKED" -> "answer";
          default -> "decision";
        };
    boolean decided = status.equals("APPROVED") || status.equals("REFUSED");
    return em.createNativeQuery(
                "update access_request set status = ?1, "
                    + column
                    + " = cast(?2 as text), version = version + 1"
                    + (decided ? ", decided_by = caller_subject(), decided_at = now()" : "")
                    + " where id = ?3 and version = ?4")
            .setParameter(1, status)
            .setParameter(2, text)
            .setParameter(3, request.id())
            .setParameter(4, request.version())
            .executeUpdate()
        == 1;
  }

  /** Gives the requester sight of the record. */
  public void grant(
      UUID record, AccessRequest request, Collection<DataClass> classes, Instant until, Caller by) {
    em.createNativeQuery(
            "insert into access_grant (id, record, subject, agency, role, kind, data_classes,"
                + " purpose, valid_from, valid_to, granted_by, until_outcome) values (?1, ?2, ?3, ?4,"
                + " ?5, 'GRANT', string_to_array(?6, ','), ?7, now(), cast(?8 as timestamptz), ?9,"
                + " ?10)")
        .setParameter(1, Ids.next())
        .setParameter(2, record)
        .setParameter(3, request.requester())
        .setParameter(4, request.agency())
        .setParameter(5, request.role())
        .setParameter(6, classes.stream().map(Enum::name).collect(Collectors.joining(",")))
        .setParameter(7, request.purpose())
        .setParameter(8, until == null ? null : until.toString())
        .setParameter(9, by.subject())
        .setParameter(10, request.duration().equals("UNTIL_OUTCOME"))
        .executeUpdate();
  }

  /** Keeps on the request what was given. */
  public void given(AccessRequest request, Collection<DataClass> classes, Instant until) {
    em.createNativeQuery(
            "update access_request set given = string_to_array(?2, ','), given_until = cast(?3 as"
                + " timestamptz) where id = ?1")
        .setParameter(1, request.id())
        .setParameter(2, classes.stream().map(Enum::name).collect(Collectors.joining(",")))
        .setParameter(3, until == null ? null : until.toString())
        .executeUpdate();
  }

  /** Keeps on the requester's approved requests about that reference that it was taken back. */
  public void ended(AccessRequest request) {
    em.createNativeQuery(
            "update access_request set ended_at = now(), ended_by = caller_subject(), version ="
                + " version + 1 where requester = ?1 and reference = ?2 and status = 'APPROVED' and"
                + " ended_at is null")
        .setParameter(1, request.requester())
        .setParameter(2, request.reference())
        .executeUpdate();
  }

  /** Ends the sight that was given on a request's record; false where there is none. */
  public boolean revoke(UUID record, UUID subject) {
    return em.createNativeQuery(
                "update access_grant set revoked_at = now() where record = ?1 and subject = ?2 and"
                    + " kind = 'GRANT' and revoked_at is null")
            .setParameter(1, record)
            .setParameter(2, subject)
            .executeUpdate()
        > 0;
  }

  private Stream<AccessRequest> rows(String sql, Object... parameters) {
    var query = em.createNativeQuery(sql);
    for (int i = 0; i < parameters.length; i++) {
      query.setParameter(i + 1, parameters[i]);
    }
    List<?> rows = query.getResultList();
    return rows.stream().map(Object[].class::cast).map(AccessRequestRepository::request);
  }

  private static AccessRequest request(Object[] row) {
    return new AccessRequest(
        (UUID) row[0],
        (UUID) row[1],
        (Boolean) row[2],
        (String) row[3],
        (String) row[4],
        (String) row[5],
        (String) row[6],
        classes(row[7]),
        (String) row[8],
        (String) row[9],
        (String) row[10],
        (String) row[11],
        ((Number) row[12]).longValue(),
        (String) row[13],
        (String) row[14],
        (String) row[15],
        instant(row[16]),
        instant(row[17]),
        row[18] == null ? Set.of() : classes(row[18]),
        instant(row[19]),
        instant(row[20]));
  }

  private static Set<DataClass> classes(Object joined) {
    return Arrays.stream(((String) joined).split(","))
        .map(DataClass::valueOf)
        .collect(Collectors.toSet());
  }

  private static Instant instant(Object value) {
    return value == null ? null : ((Timestamp) value).toInstant();
  }
}
