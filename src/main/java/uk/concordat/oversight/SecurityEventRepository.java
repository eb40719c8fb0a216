package uk.concordat.oversight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import uk.concordat.audit.TrailCursor;

/** Events of the security log, as far as row-level security shows them. */
@ApplicationScoped
class SecurityEventRepository {
  private static final String SELECT =
      """
      select e.id, e.at, e.kind, e.actor, s.display_name, e.agency, e.role, e.detail, e.occurrences
        from security_event e left join staff s on s.subject = e.actor
       where (cast(?1 as text) is null or e.kind = cast(?1 as text))
         and (cast(?2 as uuid) is null or e.actor = cast(?2 as uuid))
         and e.at >= coalesce(cast(?3 as timestamptz), '-infinity') and e.at < coalesce(cast(?4 as timestamptz), 'infinity')
         and (cast(?5 as text) is null or (e.at, e.id) < (cast(?5 as timestamptz), cast(?6 as bigint)))
         and (cast(?7 as text) is null or e.agency = cast(?7 as text) or (cast(?8 as boolean) and e.agency is null))
       order by e.at desc, e.id desc limit ?9
      """;

  @Inject EntityManager em;

  /**
   * Finds events, newest first.
   *
   * @param agency only those of its people; said here too, though the row policy says it
   * @param nobodys whether also those that are nobody's
   */
  List<SecurityEntry> find(SecurityQuery wanted, String agency, boolean nobodys) {
    TrailCursor before = wanted.before();
    List<?> rows =
        em.createNativeQuery(SELECT)
            .setParameter(1, text(wanted.kind()))
            .setParameter(2, text(wanted.actor()))
            .setParameter(3, text(wanted.since()))
            .setParameter(4, text(wanted.until()))
            .setParameter(5, before == null ? null : text(before.at()))
            .setParameter(6, before == null ? null : text(before.ordinal()))
            .setParameter(7, agency)
            .setParameter(8, text(nobodys))
            .setParameter(9, wanted.limit())
            .getResultList();
    return rows.stream().map(row -> entry((Object[]) row)).toList();
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }

  private static SecurityEntry entry(Object[] row) {
    return new SecurityEntry(
        ((Number) row[0]).longValue(),
        ((Timestamp) row[1]).toInstant(),
        (String) row[2],
        (UUID) row[3],
        (String) row[4],
        (String) row[5],
        (String) row[6],
        (String) row[7],
        ((Number) row[8]).intValue());
  }
}
