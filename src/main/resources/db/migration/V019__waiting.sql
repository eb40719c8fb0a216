-- Two things that wait for somebody and were told to nobody: an emergency that is not reviewed, and sharing that has to be answered for.

alter table notice drop constraint notice_kind_check;
alter table notice add constraint notice_kind_check check (kind in ('ACCESS_ASKED', 'ACCESS_QUESTIONED', 'ACCESS_ANSWERED', 'ACCESS_DECIDED',
  'GLASS_BROKEN', 'GLASS_REPEATED', 'GLASS_REVIEWED', 'GLASS_UNREVIEWED', 'REFERENCES_GUESSED', 'OVERRIDE_WAITS'));
alter table notice add column agency text references agency;
comment on column notice.agency is 'The agency concerned, where the notice goes to somebody who may not know which record.';

alter table break_glass add column escalated_at timestamptz;
comment on column break_glass.escalated_at is 'When it went further up, because three working days passed without a review.';
create index break_glass_unreviewed on break_glass (review_due) where verdict is null and escalated_at is null;

-- The same time of day, that many working days later.
create function working_days_after(p_at timestamptz, p_days integer) returns timestamptz language sql stable as
$$
  select (day + (p_at at time zone 'Europe/London')::time) at time zone 'Europe/London'
    from generate_series(1, p_days + 30) n
    cross join lateral (select (p_at at time zone 'Europe/London')::date + n as day) after
   where extract(isodow from day) < 6 and not exists (select from bank_holiday h where h.day = after.day)
   order by day offset p_days - 1 limit 1
$$;

-- Tells once of each emergency that governance has left unreviewed for three working days: whoever manages those who should have reviewed it,
-- and governance of the board. Neither has a part in the record, so neither is told which it is. Whoever looks next sets it off.
create function escalate_glasses() returns void language sql security definer set search_path = public, pg_temp as
$$
  with late as (
    update break_glass set escalated_at = now()
     where id in (select b.id from break_glass b
                   where b.verdict is null and b.escalated_at is null and b.review_due <= now() and working_days_after(b.opened_at, 3) <= now()
                     for update skip locked)
    returning id, agency, owner_agency)
  insert into notice (viewer, kind, about, agency)
    select board.code || '/information-governance', 'GLASS_UNREVIEWED', late.id, late.agency from late join agency board on board.kind = 'BOARD'
    union
    select '#' || m.manager, 'GLASS_UNREVIEWED', late.id, late.agency
      from late join staff g on g.agency in (late.agency, late.owner_agency) and 'information-governance' = any (g.roles || g.role)
      join staff_manager m on m.subject = g.subject and days(m.valid_from, m.valid_to) @> now()
     where g.suspended_at is null
$$;

-- Tells those who may that a draft of the caller's waits for them; again only where it had been answered for meanwhile and waits anew.
create function tell_overriders(p_reference text) returns void language sql security definer set search_path = public, pg_temp as
$$
  insert into notice (viewer, kind, reference, about)
    select distinct r.from_agency || '/' || p.role || case p.scope when 'SENDING_LEAD' then '/' || r.from_team || '!lead' else '' end,
           'OVERRIDE_WAITS', r.reference, r.id
      from referral r join referral_needs n on n.referral = r.id
      join agency a on a.code = r.from_agency
      join staff_role s on a.kind = any (s.kinds) and days(s.valid_from, s.valid_to) @> now()
      join role_permission p on p.role = s.code and p.action = 'consent.override' and days(p.valid_from, p.valid_to) @> now()
     where r.reference = p_reference and r.state = 'DRAFT' and r.owner = caller_subject() and r.from_agency = caller_agency()
       and n.wish <> 'AGREES' and (p.scope = 'SENDER' or (p.scope = 'SENDING_LEAD' and r.from_team is not null))
       and not exists (select from notice t where t.about = r.id and t.kind = 'OVERRIDE_WAITS'
                         and t.at > coalesce((select o.decided_at from consent_override o where o.referral = r.id), '-infinity'))
$$;

-- As before, and what waits for an answer is told as long as it is the reader's to give.
create or replace function tells(p_viewer text, p_kind text, p_about uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as
$$
  select case
    when p_kind = 'GLASS_BROKEN' then exists (select from break_glass b where b.id = p_about and not barred(b.record)
      and (p_viewer like '#%' or p_viewer like '%/information-governance' or may(b.record, 'access.decide')))
    when p_kind like 'ACCESS\_%' and p_viewer not like '#%' then exists (select from access_request q where q.id = p_about and may(q.record, 'access.decide'))
    when p_kind = 'OVERRIDE_WAITS' then exists (select from referral r cross join lateral draft_to_override(r.reference) where r.id = p_about)
    else true end
$$;

revoke execute on function escalate_glasses(), tell_overriders(text) from public;
grant execute on function escalate_glasses(), tell_overriders(text) to concordat_app;
