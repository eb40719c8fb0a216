package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.concordat.access.Action;
import uk.concordat.audit.Refusals;
import uk.concordat.caller.Caller;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.Strand;
import uk.concordat.kernel.Urgency;

/**
 * Reads lists from the narrow projection, one page by its key: the rows of this caller's viewers
 * only, each referral once.
 */
@ApplicationScoped
class ReferralListing {
  @Inject EntityManager em;
  @Inject Refusals refusals;

  ListPage page(ListQuery query, Caller caller) {
    Cursor cursor = query.cursor() == null ? null : Cursor.decode(query.cursor(), query.sort());
    if (cursor != null && !cursor.holder().equals(caller.subject())) {
      refusals.record(Action.REFERRAL_READ.code(), "cursor-of-another", null);
      throw new InvalidInput("cursor", "invalid");
    }
    boolean forward = cursor == null || cursor.forward();
    List<Object[]> rows = rows(ListingSql.of(query, cursor));
    boolean more = rows.size() > query.limit();
    rows = new ArrayList<>(more ? rows.subList(0, query.limit()) : rows);
    if (!forward) {
      Collections.reverse(rows);
    }
    boolean before = forward ? cursor != null : more;
    boolean after = forward ? more : true;
    return new ListPage(
        rows.stream().map(row -> summary(row, caller)).toList(),
        before && !rows.isEmpty() ? cursor(caller, query.sort(), false, rows.get(0)) : null,
        after && !rows.isEmpty()
            ? cursor(caller, query.sort(), true, rows.get(rows.size() - 1))
            : null);
  }

  /** How many are due before then, and how many in all, of what is open in a box. */
  Map<String, Long> tally(Box box, Instant startOfDay, Instant endOfDay, Instant now) {
    Object[] row =
        (Object[])
            em.createNativeQuery(
                    "select count(*) filter (where due_at < ?1), count(*) filter (where due_at >="
                        + " ?1 and due_at < ?2), count(*) filter (where due_at >= ?2 and due_at <"
                        + " 'infinity'), count(*) from (select distinct on (referral) due_at from"
                        + " (select l.referral, l.due_at from unnest(cast(caller_viewers() as text[])) v"
                        + " cross join lateral (select referral, due_at from referral_listing where"
                        + " viewer = v and box = ?3 and open and "
                        + ListingSql.SHOWN
                        + " limit 1001) l) seen limit 1001) bounded")
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

  /** Those of some referrals to which the database lets the caller do this now. */
  Set<UUID> permitted(Set<UUID> among, Action action) {
    List<?> found =
        em.createNativeQuery(
                "select id from unnest(cast(string_to_array(?1, ',') as uuid[])) id where may(id, ?2)")
            .setParameter(1, among.stream().map(UUID::toString).collect(Collectors.joining(",")))
            .setParameter(2, action.code())
            .getResultList();
    return found.stream().map(UUID.class::cast).collect(Collectors.toSet());
  }

  /** These referrals as in a list, by their identity; those that are on none are missing. */
  Map<UUID, ReferralSummary> among(Collection<UUID> referrals, Caller caller) {
    return rows(ListingSql.among(referrals)).stream()
        .map(row -> summary(row, caller))
        .collect(Collectors.toMap(ReferralSummary::id, Function.identity()));
  }

  /** How many are in each queue, at most 1,001. */
  Map<Queue, Long> queues() {
    Object[] row = (Object[]) em.createNativeQuery(ListingSql.counts(1_001)).getSingleResult();
    Map<Queue, Long> counts = new EnumMap<>(Queue.class);
    for (Queue queue : Queue.values()) {
      counts.put(queue, ((Number) row[queue.ordinal()]).longValue());
    }
    return counts;
  }

  private List<Object[]> rows(ListingSql sql) {
    var statement = em.createNativeQuery(sql.text());
    for (int i = 0; i < sql.values().size(); i++) {
      statement.setParameter(i + 1, sql.values().get(i));
    }
    List<?> found = statement.getResultList();
    return found.stream().map(Object[].class::cast).collect(Collectors.toList());
  }

  private static String cursor(Caller holder, ListQuery.Sort sort, boolean forward, Object[] row) {
    return new Cursor(
            holder.subject(), sort, forward, (String) row[17], UUID.fromString((String) row[0]))
        .encode();
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
        (Boolean) row[18],
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
