package uk.concordat.oversight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * Entries of the ledger, as far as row-level security shows them. Records are known by their
 * identity only: governance must find every operation, whether or not it may know the reference.
 */
@ApplicationScoped
class TrailRepository {
  private static final String SELECT =
      """
      select e.ordinal, e.id, l.leaf, e.at, e.verb, e.action, e.permitted, e.reason, e.actor, s.display_name, e.actor_agency,
             e.actor_role, e.record_type,
             array_to_string(e.record_ids, ','),
             e.version, array_to_string(e.data_classes, ','), array_to_string(e.recipients, ','), e.agreement, e.purpose, e.lawful_basis,
             array_to_string(e.subject_ids, ',')
        from ledger_entry e left join ledger_leaf l on l.ordinal = e.ordinal left join staff s on s.subject = e.actor
       where (cast(?1 as uuid) is null or e.actor = cast(?1 as uuid)) and (cast(?2 as text) is null or e.verb = cast(?2 as text))
         and (cast(?3 as text) is null or e.permitted = cast(?3 as boolean))
         and (cast(?4 as uuid) is null or e.record_ids @> array[cast(?4 as uuid)])
         and e.at >= coalesce(cast(?5 as timestamptz), '-infinity') and e.at < coalesce(cast(?6 as timestamptz), 'infinity')
         and (cast(?7 as text) is null or (e.at, e.ordinal) < (cast(?7 as timestamptz), cast(?8 as bigint)))
         and (cast(?9 as text) is null or e.actor_agency = cast(?9 as text) or e.recipients @> array[cast(?9 as text)])
       order by e.at desc, e.ordinal desc limit ?10
      """;

  @Inject EntityManager em;

  /**
   * Finds entries, newest first.
   *
   * @param agency only what its people did or what it was sent; null for all
   */
  List<TrailEntry> find(TrailQuery wanted, String agency) {
    TrailCursor before = wanted.before();
    Query query =
        em.createNativeQuery(SELECT)
            .setParameter(1, text(wanted.actor()))
            .setParameter(2, text(wanted.verb()))
            .setParameter(3, text(wanted.permitted()))
            .setParameter(4, text(wanted.record()))
            .setParameter(5, text(wanted.since()))
            .setParameter(6, text(wanted.until()))
            .setParameter(7, before == null ? null : text(before.at()))
            .setParameter(8, before == null ? null : text(before.ordinal()))
            .setParameter(9, agency)
            .setParameter(10, wanted.limit());
    return ((List<?>) query.getResultList()).stream().map(row -> entry((Object[]) row)).toList();
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }

  private static TrailEntry entry(Object[] row) {
    return new TrailEntry(
        number(row[0]),
        (UUID) row[1],
        number(row[2]),
        instant(row[3]),
        (String) row[4],
        (String) row[5],
        (Boolean) row[6],
        (String) row[7],
        (UUID) row[8],
        (String) row[9],
        (String) row[10],
        (String) row[11],
        (String) row[12],
        list(row[13]),
        number(row[14]),
        list(row[15]),
        list(row[16]),
        (String) row[17],
        (String) row[18],
        (String) row[19],
        list(row[20]));
  }

  private static Long number(Object value) {
    return value == null ? null : ((Number) value).longValue();
  }

  private static Instant instant(Object value) {
    return ((Timestamp) value).toInstant();
  }

  private static List<String> list(Object joined) {
    String text = joined == null ? "" : (String) joined;
    return text.isEmpty() ? List.of() : Arrays.asList(text.split(","));
  }
}
