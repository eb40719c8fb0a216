-- A crime that was recorded wrongly is corrected with a reason (ADR 23), and what it was recorded as stays. That the review of a risk or a measure of a
-- safety plan falls due is told.

create table crime_version (
  id                uuid primary key,
  crime             uuid not null,
  referral          uuid not null,
  agency            text not null,
  number            integer not null check (number > 0),
  reference         text not null,
  recorded_on       date not null,
  reported_on       date not null,
  offence_class     text not null,
  home_office_class text,
  offence_code      text,
  strands           text not null,
  reason            text not null,
  corrected_by      uuid not null,
  corrected_role    text not null references staff_role,
  corrected_at      timestamptz not null,
  unique (crime, number),
  foreign key (crime, referral, agency) references crime (id, referral, agency) on delete cascade
);
comment on table crime_version is 'What a crime was recorded as before it was corrected, and why it was: the force''s own D5. Added by function correct_crime alone; never changed.';
create index crime_version_by_referral on crime_version (referral, corrected_at);
alter table crime_version enable row level security, force row level security;
create policy owner_all on crime_version to concordat_owner using (true) with check (true);
create policy seen on crime_version for select to concordat_app using (sees_casework(referral, agency, 'D5'));
grant select on crime_version to concordat_app;

-- Lets nobody else record or correct crimes of a referral until the transaction ends; null where it is not the caller's to do.
create function hold_crimes(p_referral uuid) returns boolean language sql security definer set search_path = public, pg_temp as
$$
  select true from referral r where r.id = p_referral and does_casework(r.id, r.to_agency, 'crime.record') for no key update
$$;

-- Corrects a crime. What it was recorded as is kept first; a strand that it is recorded on no more was a mistake, for the same reason. False where it is not
-- the caller's to correct, would not be one, or is not as they saw it: so often corrected (p_corrected), and hate on those strands (p_standing); null where
-- the force recorded that number for the referral already.
create function correct_crime(p_crime uuid, p_corrected integer, p_standing text[], p_reference text, p_recorded date, p_reported date, p_class text,
                              p_home_office text, p_code text, p_strands text[], p_reason text, p_at timestamptz) returns boolean language plpgsql
  security definer set search_path = public, pg_temp as
$$
declare
  c          crime;
  v_standing text[];
begin
  select * into c from crime where id = p_crime;
  if c.id is null or not does_casework(c.referral, c.agency, 'crime.record') or hold_crimes(c.referral) is null then
    return false;
  end if;
  select * into c from crime where id = p_crime;
  v_standing := array(select s.strand from crime_strand s where s.crime = c.id and s.mistake is null order by s.strand);
  if p_corrected is distinct from (select count(*) from crime_version v where v.crime = c.id)
     or p_standing is null or v_standing <> array(select s from unnest(p_standing) s order by s)
     or p_recorded < p_reported or coalesce(btrim(p_reason), '') = ''
     or p_strands is null or (p_strands = '{}' and v_standing <> '{}')
     or not exists (select from crime_reference_format f where f.agency = c.agency and days(f.valid_from, f.valid_to) @> now()
                       and p_reference ~ ('^(' || f.shape || ')$')) then
    return false;
  end if;
  insert into crime_version (id, crime, referral, agency, number, reference, recorded_on, reported_on, offence_class, home_office_class, offence_code,
                             strands, reason, corrected_by, corrected_role, corrected_at)
    select gen_random_uuid(), c.id, c.referral, c.agency, 1 + p_corrected, c.reference, c.recorded_on,
           d.reported_on, d.offence_class, d.home_office_class, d.offence_code, array_to_string(v_standing, ','),
           p_reason, caller_subject(), caller_role(), p_at
      from crime_detail d where d.crime = c.id;
  update crime set reference = p_reference, recorded_on = p_recorded where id = c.id;
  update crime_detail set reported_on = p_reported, offence_class = p_class, home_office_class = p_home_office, offence_code = p_code where crime = c.id;
  update crime_strand set mistake = p_reason, mistake_by = caller_subject(), mistake_at = p_at
   where crime = c.id and mistake is null and strand <> all (p_strands);
  insert into crime_strand (id, crime, referral, agency, strand, recorded_by, recorded_at)
    select gen_random_uuid(), c.id, c.referral, c.agency, s, caller_subject(), p_at from unnest(p_strands) s
    on conflict do nothing;
  return true;
exception
  when unique_violation then
    return null;
end
$$;

-- What those who are told of the crimes of a referral (D16) know of corrections: number and day as they were from then on, where one of the two changed. What
-- they were before may be those of another crime, and is not said.
create function crimes_corrected(p_referral uuid) returns table (id uuid, at timestamptz, agency text, reference text, recorded_on date)
  language sql stable security definer set search_path = public, pg_temp as
$$
  select v.id, v.corrected_at, v.agency, n.reference, n.recorded_on
    from crime_version v
    join lateral (select l.reference, l.recorded_on, l.number from crime_version l where l.crime = v.crime and l.number = v.number + 1
                  union all select c.reference, c.recorded_on, null from crime c where c.id = v.crime
                   order by 3 nulls last limit 1) n on (n.reference, n.recorded_on) <> (v.reference, v.recorded_on)
   where v.referral = p_referral and sees(p_referral, 'D16')
$$;

-- Whether somebody still has the record, in a role that does this today.
create function minds(p_record uuid, p_officer uuid, p_action text) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$
  select reachable(p_record, p_officer)
     and exists (select from staff s join role_permission p on p.role = s.role and p.action = p_action and days(p.valid_from, p.valid_to) @> now()
                  where s.subject = p_officer)
$$;

-- Tells the officer who is the contact of the person harmed that the review of the risk or a measure of the safety plan is due, else whoever works on it,
-- else those who assign it: each assessment and each measure once, however many nodes look and however late they do; many of them by and by. What it is
-- about is not said. Whoever may not have the record any more, or does no such work any more, is not told of it; what nobody could be told waits.
create function tell_of_due_casework() returns void language sql security definer set search_path = public, pg_temp as
$$
  with due as materialized (
    select d.*, r.reference, r.assignee
      from (select a.referral, a.agency, 'RISK_REVIEW ' || a.number, a.review_on::timestamp at time zone 'Europe/London', 'REFERRAL_RISK_DUE', 'risk.assess'
              from risk_assessment a
             where a.review_on <= london_day()
               and not exists (select from risk_assessment l where l.referral = a.referral and l.agency = a.agency and l.number > a.number)
            union all
            select m.referral, m.agency, 'MEASURE ' || m.number, m.due_on::timestamp at time zone 'Europe/London', 'REFERRAL_MEASURE_DUE', 'safety.plan'
              from plan_measure m where m.status = 'OPEN' and m.due_on <= london_day())
           d (referral, agency, step, at, kind, action)
      join referral r on r.id = d.referral and r.to_agency = d.agency and r.state in ('ACCEPTED', 'IN_PROGRESS', 'ON_HOLD', 'OUTCOME_RECORDED')
                     and not r.recalled
     where caller_role() = 'system'
       and not exists (select from referral_escalation e where e.referral = d.referral and e.step = d.step and e.due_at = d.at)),
  told as materialized (
    select due.*, whom.viewers
      from due
     cross join lateral (select coalesce(
             (select array['#' || c.officer] from contact_officer c
               where c.referral = due.referral and c.agency = due.agency and c.until is null and minds(due.referral, c.officer, due.action)),
             case when minds(due.referral, due.assignee, due.action) then array['#' || due.assignee] end,
             nullif(array(select doers(due.referral, 'referral.assign')), '{}')) as viewers) whom
     where whom.viewers is not null
     limit 1000),
  kept as (
    insert into referral_escalation (referral, step, due_at) select referral, step, at from told
    on conflict do nothing returning referral, step, due_at)
  insert into notice (viewer, kind, reference, about)
    select distinct one.viewer, told.kind, told.reference, told.referral
      from kept join told on told.referral = kept.referral and told.step = kept.step and told.at = kept.due_at
     cross join unnest(told.viewers) one (viewer)
$$;

-- As before, and that casework is due is for those alone who see that work today.
create or replace function tells(p_viewer text, p_kind text, p_about uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as
$$
  select case
    when p_kind = 'GLASS_BROKEN' then exists (select from break_glass b where b.id = p_about and not barred(b.record)
      and (p_viewer like '#%' or p_viewer like '%/information-governance' or may(b.record, 'access.decide')))
    when p_kind like 'ACCESS\_%' and p_viewer not like '#%' then exists (select from access_request q where q.id = p_about and may(q.record, 'access.decide'))
    when p_kind = 'OVERRIDE_WAITS' then exists (select from referral r cross join lateral draft_to_override(r.reference) where r.id = p_about)
    when p_kind in ('REFERRAL_GIVEN_AWAY', 'REFERRAL_RECALLED', 'RECALL_WAITS', 'BREACH_NEAR', 'BREACH_OVERDUE') then not barred(p_about)
    when p_kind in ('REFERRAL_RISK_DUE', 'REFERRAL_MEASURE_DUE')
      then exists (select from referral r where r.id = p_about and sees_casework(r.id, r.to_agency, 'D4'))
    when p_kind like 'REFERRAL\_%' or p_kind = 'ORIGIN_RECALLED' then knows(p_about)
    else true end
$$;
create index risk_assessment_review on risk_assessment (review_on);
create index plan_measure_open on plan_measure (due_on) where status = 'OPEN';
do $$
declare v_kinds text := (select pg_get_expr(conbin, conrelid) from pg_constraint where conname = 'notice_kind_check');
begin
  alter table notice drop constraint notice_kind_check;
  execute 'alter table notice add constraint notice_kind_check check (kind in (''REFERRAL_RISK_DUE'', ''REFERRAL_MEASURE_DUE'') or ' || v_kinds || ')';
end
$$;
comment on table referral_escalation is 'What fell due and was told: time limits to those who lead, breaches to governance, reviews of risk and measures of safety plans to whoever sees to them; each once.';
revoke execute on function crimes_corrected(uuid), hold_crimes(uuid), correct_crime(uuid, integer, text[], text, date, date, text, text, text, text[], text, timestamptz), minds(uuid, uuid, text), tell_of_due_casework() from public;
grant execute on function crimes_corrected(uuid), hold_crimes(uuid), correct_crime(uuid, integer, text[], text, date, date, text, text, text, text[], text, timestamptz), tell_of_due_casework() to concordat_app;
