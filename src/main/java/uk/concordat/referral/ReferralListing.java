package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.concordat.caller.Caller;
import uk.concordat.kernel.Strand;
import uk.concordat.kernel.Urgency;

/**
 * Reads lists from the narrow projection, one page by its key: the rows of this caller's viewers
 * only, each referral once.
 */
@ApplicationScoped
class ReferralListing {
  @Inject EntityManager em;

  ListPage page(ListQuery query, Caller caller) {
    Cursor cursor = query.cursor() == null ? null : Cursor.decode(query.cursor(), query.sort());
    boolean forward = cursor == null || cursor.forward();
    List<Object[]> rows = rows(query, cursor, forward);
    boolean more = rows.size() > query.limit();
    rows = new ArrayList<>(more ? rows.subList(0, query.limit()) : rows);
    if (!forward) {
      Collections.reverse(rows);
    }
    boolean before = forward ? cursor != null : more;
    boolean after = forward ? more : true;
    return new ListPage(
        rows.stream().map(row -> summary(row, caller)).toList(),
        before && !rows.isEmpty() ? cursor(query.sort(), false, rows.get(0)) : null,
        after && !rows.isEmpty() ? cursor(query.sort(), true, rows.get(rows.size() - 1)) : null);
  }

  /** How many are due before then, and how many in all, of what is open in a box. */
  Map<String, Long> tally(Box box, Instant startOfDay, Instant endOfDay, Instant now) {
    Object[] row =
        (Object[])
            em.createNativeQuery(
                    "select count(*) filter (where due_at < ?1), count(*) filter (where due_at >="
                        + " ?1 and due_at < ?2), count(*) filter (where due_at >= ?2 and due_at <"
                        + " 'infinity'), count(*) from (select due_at from referral_listing l where"
                        + " box = ?3 and open and "
                        + ONCE
                        + " limit 1001) bounded")
                .setParameter(1, Timestamp.from(now))
                .setParameter(2, Timestamp.from(endOfDay))
                .setParameter(3, box.name())
                .getSingleResult();
    Map<String, Long> tally = new LinkedHashMap<>();
    tally.put("overdue", ((Number) row[0]).longValue());
    tally.put("today", ((Number) row[1]).longValue());
    tally.put("later", ((Number) row[2]).longValue());
    tally.put("all", ((Number) row[3]).longValue());
    return tally;
  }

  /** A referral that the caller views under two names (as assignee and by role) is listed once. */
  private static final String ONCE =
      "l.viewer = any (cast((select caller_viewers()) as text[])) and not exists (select from referral_listing o"
          + " where o.referral = l.referral and o.viewer > l.viewer and o.viewer = any (cast((select"
          + " caller_viewers()) as text[])))";

  private List<Object[]> rows(ListQuery query, Cursor cursor, boolean forward) {
    Map<String, Object> filters = filters(query);
    var sql =
        new StringBuilder(
            "select cast(l.referral as text), l.reference, l.state, l.type, l.from_agency,"
                + " l.to_agency, l.urgency, l.strands, i.name, l.person, nullif(l.due_at,"
                + " 'infinity'), l.due_step, l.clock_started, l.changed_at, l.box,"
                + " cast(l.assignee as text), s.display_name, cast(l."
                + query.sort().column()
                + " as text) from referral_listing l left join referral_identity i on i.referral ="
                + " l.referral left join staff s on s.subject = l.assignee where "
                + ONCE);
    int position = 1;
    List<Object> values = new ArrayList<>();
    for (var filter : filters.entrySet()) {
      sql.append(" and ").append(filter.getKey().replace("?", "?" + position++));
      values.add(filter.getValue());
    }
    boolean ascending = query.sort().direction().equals("asc") == forward;
    if (cursor != null) {
      sql.append(
          " and (l.%s, l.referral) %s (cast(?%d as %s), cast(?%d as uuid))"
              .formatted(
                  query.sort().column(),
                  ascending ? ">" : "<",
                  position++,
                  query.sort().ofTime() ? "timestamptz" : "text",
                  position++));
      values.add(cursor.key());
      values.add(cursor.id().toString());
    }
    String direction = ascending ? "asc" : "desc";
    sql.append(
        " order by l.%s %s, l.referral %s limit %d"
            .formatted(query.sort().column(), direction, direction, query.limit() + 1));
    var statement = em.createNativeQuery(sql.toString());
    for (int i = 0; i < values.size(); i++) {
      statement.setParameter(i + 1, values.get(i));
    }
    List<?> found = statement.getResultList();
    return found.stream().map(Object[].class::cast).collect(Collectors.toList());
  }

  private static Map<String, Object> filters(ListQuery query) {
    Map<String, Object> filters = new LinkedHashMap<>();
    if (query.box() != null) {
      filters.put("l.box = ?", query.box().name());
    }
    if (query.open() != null) {
      filters.put("l.open = ?", query.open());
    }
    if (query.state() != null) {
      filters.put("l.state = ?", query.state().name());
    }
    if (query.from() != null) {
      filters.put("l.from_agency = ?", query.from());
    }
    if (query.to() != null) {
      filters.put("l.to_agency = ?", query.to());
    }
    if (query.strand() != null) {
      filters.put("? = any (string_to_array(l.strands, ','))", query.strand().name());
    }
    if (query.reference() != null) {
      filters.put("starts_with(l.reference, ?)", query.reference());
    }
    return filters;
  }

  private static String cursor(ListQuery.Sort sort, boolean forward, Object[] row) {
    return new Cursor(sort, forward, (String) row[17], UUID.fromString((String) row[0])).encode();
  }

  private static ReferralSummary summary(Object[] row, Caller caller) {
    Instant due = instant(row[10]);
    return new ReferralSummary(
        UUID.fromString((String) row[0]),
        (String) row[1],
        ReferralState.valueOf((String) row[2]),
        row[3] == null ? null : ReferralType.valueOf((String) row[3]),
        (String) row[4],
        (String) row[5],
        Urgency.valueOf((String) row[6]),
        strands((String) row[7]),
        (String) row[8],
        (Boolean) row[9],
        due == null ? null : new Clocked((String) row[11], instant(row[12]), due),
        instant(row[13]),
        Box.valueOf((String) row[14]),
        row[15] != null,
        caller.subject().toString().equals(row[15]),
        (String) row[16]);
  }

  private static Set<Strand> strands(String codes) {
    return codes.isEmpty()
        ? Set.of()
        : Arrays.stream(codes.split(",")).map(Strand::valueOf).collect(Collectors.toSet());
  }

  private static Instant instant(Object value) {
    return value == null ? null : ((Timestamp) value).toInstant();
  }
}
