package uk.concordat.referral;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The question a list asks of the narrow projection. Each of the caller's viewers contributes one
 * page at most, by walking an index in the order of the list; a referral seen under several is then
 * listed once.
 *
 * @param values for the numbered parameters of the text
 */
record ListingSql(String text, List<Object> values) {
  /** Said here too, though the row policy says it: each wall stands by itself. */
  static final String SHOWN =
      "case when valid @> now() and not (caller_subject() = any (excluded)) then true end";

  private static final String PAGE =
      """
      with page as (
        select * from (
          select distinct on (l.referral) l.*
            from unnest(cast(caller_viewers() as text[])) v(viewer) %5$s
            cross join lateral (
              select * from referral_listing l where %1$s order by %2$s limit %3$d) l
           order by l.referral, array_position(array['DRAFTS', 'INBOX', 'SENT', 'SHARED'], l.box)) l
         order by %2$s limit %3$d)
      select cast(l.referral as text), l.reference, l.state, l.type, l.from_agency, l.to_agency,
             l.urgency, l.strands, i.name,
             case when i.referral is not null then l.person end, nullif(l.due_at, 'infinity'), l.due_step,
             l.clock_started, l.changed_at, l.box, cast(l.assignee as text), s.display_name,
             cast(l.%4$s as text),
             l.state = 'OUTCOME_RECORDED' and
               case l.box when 'INBOX' then outcome_owed(l.referral) else l.due_at < 'infinity' end
        from page l left join referral_identity i on i.referral = l.referral and sees(l.referral, 'D2')
        left join staff s on s.subject = l.assignee
       order by %2$s
      """;

  /** These referrals, as far as they are on a list of the caller's. */
  static ListingSql among(Collection<UUID> referrals) {
    String these = referrals.stream().map(UUID::toString).collect(Collectors.joining(","));
    return new ListingSql(
        PAGE.formatted(
            "l.viewer = v.viewer and l.referral = any (cast(string_to_array(?1, ',') as uuid[])) and "
                + SHOWN,
            "l.referral",
            Math.max(1, referrals.size()),
            "reference",
            ""),
        List.of(these));
  }

  private static final String COUNT =
      """
      select count(*) from (select distinct l.referral
        from unnest(cast(caller_viewers() as text[])) v(viewer) %1$s
        cross join lateral (select l.referral, l.due_at, l.changed_at from referral_listing l
          where l.viewer = v.viewer and %2$s and %3$s order by %6$s limit %5$d) l
       where %4$s limit %5$d) bounded
      """;

  /**
   * How many are in each queue, in their order. How far it reaches is asked of what was walked, so
   * that the planner does not take it for little and fetch all of it: of each viewer's no more than
   * so many are looked at.
   */
  static String counts(int most) {
    return Arrays.stream(Queue.values())
        .map(
            queue ->
                COUNT.formatted(
                    queue.source(),
                    SHOWN,
                    queue.belongs(),
                    queue.reach(),
                    most,
                    order(queue.sort().column(), queue.sort().direction())))
        .collect(Collectors.joining("), (", "select (", ")"));
  }

  static ListingSql of(ListQuery query, Cursor cursor) {
    String column = query.sort().column();
    boolean forward = cursor == null || cursor.forward();
    boolean ascending = query.sort().direction().equals("asc") == forward;
    String direction = ascending ? "asc" : "desc";
    var where = new StringBuilder("l.viewer = v.viewer and " + SHOWN);
    if (query.queue() != null) {
      where.append(" and ").append(query.queue().belongs());
      where.append(" and ").append(query.queue().reach());
    }
    List<Object> values = new ArrayList<>();
    filters(query)
        .forEach(
            (condition, value) -> {
              values.add(value);
              where.append(" and ").append(condition.replace("?", "?" + values.size()));
            });
    if (cursor != null) {
      where.append(
          " and (l.%s, l.referral) %s (cast(?%d as %s), cast(?%d as uuid))"
              .formatted(
                  column,
                  ascending ? ">" : "<",
                  values.size() + 1,
                  query.sort().ofTime() ? "timestamptz" : "text",
                  values.size() + 2));
      values.add(cursor.key());
      values.add(cursor.id().toString());
    }
    String order = order(column, direction);
    String source = query.queue() == null ? "" : query.queue().source();
    return new ListingSql(PAGE.formatted(where, order, query.limit() + 1, column, source), values);
  }

  private static String order(String column, String direction) {
    return "l.%1$s %2$s, l.referral %2$s".formatted(column, direction);
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
}
