package uk.concordat.prosecution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.concordat.caller.CurrentCaller;
import uk.concordat.kernel.Urgency;

/**
 * Reads the desk in one question: the policies of the tables show the files and, of each, the
 * limits whose class the caller sees, so that what is withheld has no part in order or count.
 */
@ApplicationScoped
class DeskRepository extends ProsecutionRepository {
  /** When a file is due for which nothing runs. */
  static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

  /** The review is over: nothing runs for them any more. */
  private static final Set<ReviewState> OVER =
      EnumSet.of(
          ReviewState.NFA,
          ReviewState.OUT_OF_COURT,
          ReviewState.ADMIN_FINALISED,
          ReviewState.UPHELD,
          ReviewState.FINALISED);

  /** By a part of their own in the record, as function {@code sees_advice}; for all at once. */
  private static final String KEPT =
      "with kept as materialized (select v.record from visibility v where v.viewer = any ((select"
          + " caller_viewers())::text[]) and v.valid @> now() group by v.record having bool_or('D1'"
          + " = any (v.data_classes) and v.source not in ('grant', 'break-glass')) and not"
          + " bool_or(v.source = 'exclusion')),";

  private static final String FILES =
      " file as (select r.id, r.reference, r.urgency, r.assignee, p.kind, p.priority, s.states,"
          + " s.waits, s.back, case when r.due_step <> 'ANSWER' then r.due_step end as step, case"
          + " when r.due_step <> 'ANSWER' then r.due_at end as due, c.custody, t.statutory,"
          + " t.lapsed from kept k join referral r on r.id = k.record join prosecution p on"
          + " p.referral = r.id cross join lateral (select string_agg(distinct d.state, ',') as"
          + " states, bool_or(not d.state = any (string_to_array(?1 || ',' || ?2, ','))) as waits,"
          + " bool_or(d.state = any (string_to_array(?2, ','))) as back from defendant d where"
          + " d.prosecution = p.id) s cross join lateral (select min(x.custody_until) as custody"
          + " from defendant d join defendant_record x on x.defendant = d.id where d.prosecution ="
          + " p.id and not d.state = any (string_to_array(?1, ','))) c cross join lateral (select"
          + " min(l.last_day) filter (where l.last_day >= cast(?3 as date)) as statutory,"
          + " min(l.last_day) filter (where l.last_day < cast(?3 as date)) as lapsed from (select"
          + " cast(g.last_day + make_interval(months => o.limit_months) as date) as last_day from"
          + " defendant d join charge g on g.defendant = d.id join offence o on o.code = g.offence"
          + " and o.valid_from <= g.first_day and (o.valid_to is null or o.valid_to >= g.last_day)"
          + " where d.prosecution = p.id and not d.state = any (string_to_array(?1, ',')) and"
          + " o.limit_months is not null and not exists (select from decision_carried_out a where"
          + " a.defendant = d.id and a.kind = 'SUSPECT_CHARGED')) l) t where r.to_agency = (select"
          + " caller_agency()) and r.type = 'POLICE_TO_CPS_REVIEW' and r.state in ('RECEIVED',"
          + " 'INFO_REQUESTED', 'ACCEPTED', 'IN_PROGRESS',"
          + " 'ON_HOLD', 'OUTCOME_RECORDED') and not r.recalled and p.submitted_at is"
          + " not null and sees_advice(r.id, r.to_agency)),";

  private static final String ORDERED =
      " ordered as (select f.*, n.tier, case n.tier when 0 then least(n.custody_ends,"
          + " n.statutory_ends) else least(n.custody_ends, n.statutory_ends, f.due,"
          + " timestamptz '9999-12-31 00:00:00+00') end as ends, case f.urgency when 'URGENT' then 0"
          + " when 'HIGH' then 1 else 2 end as risk from file f cross join lateral (select case when"
          + " coalesce(f.custody <= cast(?4 as date), false) or coalesce(f.statutory <= cast(?4 as"
          + " date), false) then 0 else 1 end as tier, cast(f.custody + 1 as timestamp) at time"
          + " zone 'Europe/London' as custody_ends, cast(f.statutory + 1 as timestamp) at time zone"
          + " 'Europe/London' as statutory_ends) n where ";

  private static final String PAGE =
      "), page as (select * from ordered%s order by tier, ends, risk, id limit ?5) select total.n,"
          + " page.id, page.reference, page.urgency, cast(page.assignee as text), page.kind,"
          + " page.priority, page.states, page.step, page.due, page.custody, page.statutory,"
          + " page.lapsed, page.tier, page.ends, page.risk from (select count(*) as n from ordered)"
          + " total left join page on true order by page.tier, page.ends, page.risk, page.id";

  private static final String AFTER =
      " where (tier, ends, risk, id) > (?6, cast(?7 as timestamptz), ?8, cast(?9 as uuid))";

  @Inject CurrentCaller current;

  /** A file and where it stands in the list. */
  record Placed(DeskItem item, DeskCursor place) {}

  /**
   * Some of the list.
   *
   * @param count how many the whole list has
   */
  record Found(List<Placed> files, long count) {}

  /**
   * What stands on the desk, first the first.
   *
   * @param after where the page before ended; null for the first
   * @param today in London
   */
  Found files(DeskView view, DeskCursor after, int limit, LocalDate today) {
    List<Object> values =
        new ArrayList<>(
            List.of(
                names(OVER),
                names(ReviewState.police()),
                today,
                today.plusDays(DeskLimit.NEAR),
                limit));
    if (after != null) {
      values.addAll(
          List.of(
              after.tier(), after.ends().toString(), after.risk(), after.referral().toString()));
    }
    String page = PAGE.formatted(after == null ? "" : AFTER);
    List<Object[]> rows = rows(KEPT + FILES + ORDERED + narrowed(view) + page, values.toArray());
    return new Found(
        rows.stream().filter(row -> row[1] != null).map(this::placed).toList(),
        number(rows.get(0)[0]));
  }

  private static String narrowed(DeskView view) {
    return switch (view) {
      case UNIT -> "f.waits";
      case MINE -> "f.waits and f.assignee = (select caller_subject())";
      case UNASSIGNED -> "f.waits and f.assignee is null";
      case WITH_POLICE -> "not f.waits and f.back";
    };
  }

  private Placed placed(Object[] row) {
    UUID id = id(row[1]);
    List<DeskLimit> limits = new ArrayList<>();
    if (row[10] != null) {
      limits.add(DeskLimit.of(DeskLimit.Kind.CUSTODY, day(row[10])));
    }
    if (row[11] != null) {
      limits.add(DeskLimit.of(DeskLimit.Kind.STATUTORY, day(row[11])));
    }
    if (row[9] != null) {
      limits.add(new DeskLimit(DeskLimit.Kind.SERVICE_LEVEL, (String) row[8], at(row[9])));
    }
    return new Placed(
        new DeskItem(
            id,
            (String) row[2],
            SubmissionKind.valueOf((String) row[5]),
            Priority.valueOf((String) row[6]),
            Urgency.valueOf((String) row[3]),
            Arrays.stream(((String) row[7]).split(",")).map(ReviewState::valueOf).sorted().toList(),
            assigned((String) row[4]),
            limits,
            day(row[12])),
        new DeskCursor((int) number(row[13]), at(row[14]), (int) number(row[15]), id));
  }

  private DeskItem.Assigned assigned(String assignee) {
    if (assignee == null) {
      return DeskItem.Assigned.NOBODY;
    }
    return assignee.equals(current.get().subject().toString())
        ? DeskItem.Assigned.YOU
        : DeskItem.Assigned.COLLEAGUE;
  }

  private static String names(Collection<ReviewState> states) {
    return states.stream().map(Enum::name).collect(Collectors.joining(","));
  }
}
