package uk.concordat.oversight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Entries of the ledger, as far as row-level security shows them. Records are known by their
 * identity only: governance must find every operation, whether or not it may know the reference.
 */
@ApplicationScoped
class TrailRepository {
  /** The marks are asked for when the page is known: each is a question of its own. */
  private static final String SHOWN =
      """
      select e.ordinal, e.id, l.leaf, e.at, e.verb, e.action, e.permitted, e.reason, e.actor, s.display_name, e.actor_agency,
             e.actor_role, e.record_type, array_to_string(e.record_ids, ','), e.version, array_to_string(e.data_classes, ','),
             array_to_string(e.recipients, ','), e.agreement, e.purpose, e.lawful_basis,
             array_to_string(e.subject_ids, ','),
             case when caller_role() = 'information-governance' then array_to_string(array(
               select m from unnest(array['REFUSED', 'GLASS', 'BULK', 'OUT_OF_HOURS', 'SAME_NAME']) m where ledger_marked(m, e.at, e.ordinal)), ',') end,
             e.commitment
        from (%s) e left join ledger_leaf l on l.ordinal = e.ordinal left join staff s on s.subject = e.actor
       order by e.at desc, e.ordinal desc
      """;

  private static final String FOUND =
      """
      select e.ordinal, e.id, e.at, e.verb, e.action, e.permitted, e.reason, e.actor, e.actor_agency, e.actor_role, e.record_type,
             e.record_ids, e.version, e.data_classes, e.recipients, e.agreement, e.purpose, e.lawful_basis, e.subject_ids, e.commitment
        from ledger_entry e where\s""";

  private static final String PAGE = " order by e.at desc, e.ordinal desc limit ";

  /**
   * An identity of version 7 tells about when it was drawn, which finds the month and the place in
   * it.
   */
  private static final String ONE =
      FOUND + "e.id = ?1 and e.at between cast(?2 as timestamptz) and cast(?3 as timestamptz)";

  private static final int NEAR = 60;

  @Inject EntityManager em;

  /**
   * Finds entries, newest first.
   *
   * @param agency only what its people did or what it was sent; null for all
   */
  List<TrailEntry> find(TrailQuery wanted, String agency) {
    var sql = new TrailSql(wanted, agency);
    Query query =
        em.createNativeQuery(SHOWN.formatted(FOUND + sql.conditions() + PAGE + wanted.limit()));
    for (int i = 0; i < sql.values().size(); i++) {
      query.setParameter(i + 1, sql.values().get(i));
    }
    List<?> rows = query.getResultList();
    return rows.stream().map(row -> entry((Object[]) row)).toList();
  }

  /** One entry that the caller may read. */
  Optional<TrailEntry> find(UUID id) {
    if (id.version() != 7) {
      return Optional.empty();
    }
    Instant drawn = Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    List<?> rows =
        em.createNativeQuery(SHOWN.formatted(ONE))
            .setParameter(1, id)
            .setParameter(2, text(drawn.minusSeconds(NEAR)))
            .setParameter(3, text(drawn.plusSeconds(NEAR)))
            .getResultList();
    return rows.stream().map(row -> entry((Object[]) row)).findFirst();
  }

  /** The identity of a record that the caller knows of, by its reference. */
  Optional<UUID> known(String reference) {
    return identity("select id from header_of(?1)", reference);
  }

  /** The identity of a record by its number in the ledger, for governance. */
  Optional<UUID> numbered(String number) {
    return identity("select record_numbered(?1)", number);
  }

  private Optional<UUID> identity(String sql, String given) {
    List<?> rows = em.createNativeQuery(sql).setParameter(1, given).getResultList();
    return rows.isEmpty() ? Optional.empty() : Optional.ofNullable((UUID) rows.get(0));
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
        list(row[20]),
        list(row[21]).stream().map(Reading::valueOf).toList(),
        (byte[]) row[22]);
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
