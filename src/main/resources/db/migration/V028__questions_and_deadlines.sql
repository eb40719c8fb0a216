-- Questions about a referral: asked by whoever decides on it, answered by the agency that sent it; the clock of the decision stands still meanwhile.

insert into code_value (list, code, label, hint, applies_to, position, valid_from) values
  ('reject-reason', 'INSUFFICIENT_INFORMATION', 'Not enough information', 'Only after you have asked for it', 'AFTER_QUESTION', 8, '2026-01-01');
comment on table code_value is 'Dated pick lists. applies_to: a regime (legal lists), AFTER_QUESTION (only once something was asked), or null for all.';

create table info_request (
  id       uuid primary key,
  referral uuid not null references referral on delete cascade,
  asked    uuid not null unique references referral_move on delete cascade,
  due_on   date not null,
  status   text not null default 'OPEN' check (status in ('OPEN', 'ANSWERED', 'EXPIRED', 'DROPPED')),
  closed   uuid unique references referral_move on delete cascade,
  check ((status = 'OPEN') = (closed is null))
);
comment on table info_request is 'Questions about a referral: data class D1. What is asked is said with the move that asks (D16); what is answered is in info_answer (D5).';
create unique index info_request_open on info_request (referral) where status = 'OPEN';
create index info_request_by_referral on info_request (referral);

create table info_answer (
  info_request uuid primary key references info_request on delete cascade,
  referral     uuid not null references referral on delete cascade,
  answer       text not null
);
comment on table info_answer is 'What the sender answers: it belongs to the account, data class D5.';

alter table info_request enable row level security, force row level security;
alter table info_answer enable row level security, force row level security;
create policy owner_all on info_request to concordat_owner using (true) with check (true);
create policy owner_all on info_answer to concordat_owner using (true) with check (true);
create policy seen on info_request for select to concordat_app using (sees(referral, 'D1'));
create policy asked on info_request for insert to concordat_app
  with check (may(referral, 'referral.decide') and status = 'OPEN'
              and exists (select from referral_move m where m.id = info_request.asked and m.referral = info_request.referral and m.move = 'ASK'
                            and m.actor = (select caller_subject())));
create policy closed on info_request for update to concordat_app using (sees(referral, 'D1') and status = 'OPEN' and may(referral, 'referral.follow'))
  with check (may(referral, 'referral.follow')
              and exists (select from referral_move m where m.id = info_request.closed and m.referral = info_request.referral
                            and m.actor = (select caller_subject())
                            and m.move = case status when 'ANSWERED' then 'ANSWER' when 'DROPPED' then 'WITHDRAW' end));
create policy seen on info_answer for select to concordat_app using (sees(referral, 'D5'));
create policy given on info_answer for insert to concordat_app
  with check (may(referral, 'referral.follow') and sees(referral, 'D5')
              and exists (select from info_request q join referral_move m on m.id = q.closed
                           where q.id = info_answer.info_request and q.referral = info_answer.referral and m.actor = (select caller_subject())));
grant select, insert on info_request, info_answer to concordat_app;
grant update (status, closed) on info_request to concordat_app;

-- As before, and questions and answers.
create or replace function guard_referral() returns trigger language plpgsql set search_path = public, pg_temp as
$$
declare
  v_move    text := old.state || ' ' || new.state;
  v_side    text := case when caller_agency() = old.from_agency then 'SENDER' when caller_agency() = old.to_agency then 'RECEIVER' end;
  v_actions text[] := case
    when old.state = new.state and new.restricted <> old.restricted then '{restricted.flag}'::text[]
    when v_move = 'DRAFT DRAFT' then '{referral.amend}'
    when v_move = 'DRAFT SUBMITTED' and v_side = 'SENDER' then '{referral.submit}'
    when v_move in ('SUBMITTED WITHDRAWN', 'RECEIVED WITHDRAWN', 'INFO_REQUESTED WITHDRAWN', 'INFO_REQUESTED RECEIVED') and v_side = 'SENDER' then '{referral.follow}'
    when v_side is distinct from 'RECEIVER' then null
    when v_move = 'SUBMITTED RECEIVED' then '{referral.acknowledge}'
    when v_move in ('RECEIVED ACCEPTED', 'RECEIVED REJECTED', 'RECEIVED INFO_REQUESTED') then '{referral.decide}'
    when v_move = 'ACCEPTED IN_PROGRESS' then '{referral.work}'
    when v_move in ('IN_PROGRESS ON_HOLD', 'ON_HOLD IN_PROGRESS') then '{referral.work,referral.assign}'
    when old.state = new.state and new.assignee <> old.assignee and old.state in ('ACCEPTED', 'IN_PROGRESS', 'ON_HOLD', 'OUTCOME_RECORDED')
      then '{referral.assign}' end;
begin
  if current_user = 'concordat_app' and (v_actions is null
      or (new.id, new.reference, new.from_agency, new.owner, new.owner_role, new.created_at)
         is distinct from (old.id, old.reference, old.from_agency, old.owner, old.owner_role, old.created_at)
      or not (exists (select from unnest(v_actions) action where may(old.id, action))
              or (v_actions = '{referral.amend}' and caller_subject() = old.owner and sees(old.id, 'D1')))) then
    raise insufficient_privilege using message = 'this change of a referral is not the caller''s to make';
  end if;
  return new;
end
$$;

create or replace function tell_of_move() returns trigger language plpgsql security definer set search_path = public, pg_temp as
$$
declare
  r referral;
begin
  select * into r from referral where id = new.referral;
  insert into notice (viewer, kind, reference, about)
    select told.viewer, told.kind, r.reference, r.id from (
      select doers(r.id, 'referral.acknowledge'), 'REFERRAL_WITHDRAWN' where new.move = 'WITHDRAW'
      union select doers(r.id, 'referral.follow'), 'REFERRAL_QUESTIONED' where new.move = 'ASK'
      union select doers(r.id, 'referral.decide'), 'REFERRAL_ANSWERED' where new.move = 'ANSWER'
      union select '#' || r.assignee, 'REFERRAL_GIVEN' where new.move in ('ACCEPT', 'ASSIGN') and r.assignee <> new.actor
      union select '#' || former.assignee, 'REFERRAL_GIVEN_AWAY' from (
              select a.assignee from referral_assignment a where a.referral = r.id and a.ended_at is not null order by a.ended_at desc limit 1) former
             where new.move = 'ASSIGN' and former.assignee not in (new.actor, r.assignee)) told (viewer, kind);
  return null;
end
$$;

-- What becomes of a referral because time passes: nobody does it, so the product does it in its own name, and the ledger says so. Whatever is late is
-- found whenever somebody looks, so an outage loses nothing; each change asks again whether it is still to be made, so that any number of nodes may try.

insert into staff_role (code, name, casework, valid_from, kinds) values ('system', 'Concordat itself', false, '2026-01-01', '{}');

-- Binds this transaction to the product itself, as it acts for an agency; nobody can sign in as that, for no kind of agency has the role.
create function bind_clock(p_subject uuid, p_agency text) returns void language plpgsql security definer set search_path = public, pg_temp as
$$
begin
  if exists (select from staff s where s.subject = p_subject) then
    raise insufficient_privilege using message = 'that is somebody';
  end if;
  perform set_config('concordat.subject', p_subject::text, true), set_config('concordat.agency', p_agency, true),
          set_config('concordat.role', 'system', true), set_config('concordat.viewers', '#' || p_subject, true);
end
$$;

create index referral_due on referral (due_at) where due_at is not null;
create index referral_drafts on referral (changed_at) where state = 'DRAFT';

-- Questions that nobody answered in time, with the clock that stands still for them.
create function late_questions() returns table (record uuid, agency text, urgency text, step text, started timestamptz, due timestamptz, paused timestamptz)
  language sql stable security definer set search_path = public, pg_temp as
$$
  select r.id, r.to_agency, r.urgency, r.paused_step, r.paused_started, r.paused_due, r.paused_at from referral r
   where r.state = 'INFO_REQUESTED' and r.due_at <= now() and caller_role() = 'system' order by r.due_at limit 100
$$;

-- Lets the decision go on without an answer; the version that makes, or null where somebody was faster.
create function time_out_question(p_record uuid, p_move uuid, p_due timestamptz) returns bigint
  language plpgsql security definer set search_path = public, pg_temp as
$$
declare
  v_version bigint;
begin
  update referral set state = 'RECEIVED', changed_at = now(), version = version + 1, clock_started = paused_started, due_step = paused_step, due_at = p_due,
                      paused_step = null, paused_started = null, paused_due = null, paused_at = null
   where id = p_record and state = 'INFO_REQUESTED' and due_at <= now() and to_agency = caller_agency() and caller_role() = 'system'
   returning version into v_version;
  if v_version is not null then
    insert into referral_move (id, referral, move, from_state, to_state, at, actor, agency, role)
      values (p_move, p_record, 'TIME_OUT', 'INFO_REQUESTED', 'RECEIVED', now(), caller_subject(), caller_agency(), caller_role());
    update info_request set status = 'EXPIRED', closed = p_move where referral = p_record and status = 'OPEN';
    perform tell_leads(p_record, 'ANSWER');
  end if;
  return v_version;
end
$$;

-- Drafts that nobody has touched for thirty days, with what is written in them.
create function stale_drafts() returns table (record uuid, agency text, version bigint, classes text)
  language sql stable security definer set search_path = public, pg_temp as
$$
  select r.id, r.from_agency, r.version,
         concat_ws(',', 'D1,D2,D4,D5', (select 'D3' from referral_monitoring c where c.referral = r.id), (select 'D6' from referral_suspect c where c.referral = r.id),
                   (select 'D7' from referral_antecedents c where c.referral = r.id), (select 'D8' from referral_intelligence c where c.referral = r.id),
                   (select 'D9' from referral_witness c where c.referral = r.id), (select 'D13' from referral_clinical c where c.referral = r.id),
                   (select 'D14' from referral_housing c where c.referral = r.id), (select 'D15' from referral_safeguarding c where c.referral = r.id))
    from referral r where r.state = 'DRAFT' and r.changed_at <= now() - interval '30 days' and caller_role() = 'system' order by r.changed_at limit 100
$$;

-- Erases such a draft; false where somebody was faster.
create function erase_draft(p_record uuid) returns boolean language plpgsql security definer set search_path = public, pg_temp as
$$
begin
  perform from referral where id = p_record and state = 'DRAFT' and changed_at <= now() - interval '30 days' and from_agency = caller_agency()
      and caller_role() = 'system' for update;
  if not found then
    return false;
  end if;
  delete from notice where about = p_record;
  delete from visibility where record = p_record;
  delete from referral where id = p_record;
  return true;
end
$$;

create table referral_escalation (
  referral uuid not null references referral on delete cascade,
  step     text not null,
  due_at   timestamptz not null,
  at       timestamptz not null default now(),
  primary key (referral, step, due_at)
);
comment on table referral_escalation is 'Time limits that ran out and were told to those who lead; each once.';
alter table referral_escalation enable row level security, force row level security;
create policy owner_all on referral_escalation to concordat_owner using (true) with check (true);

-- Who leads the unit where a referral lies, of either agency; where nobody does, whoever takes in what arrives, or answers for what was sent. Of a
-- restricted one only those are told whom it names, whatever they may do to it: nobody else would find it.
create function tell_leads(p_record uuid, p_step text) returns void language plpgsql security definer set search_path = public, pg_temp as
$$
declare
  r referral;
begin
  select * into r from referral where id = p_record;
  with side (agency, team, action) as (
    select r.to_agency, r.to_team, 'referral.acknowledge' union all select r.from_agency, r.from_team, 'referral.follow' where p_step = 'ANSWER'),
  lead (viewer, action) as (
    select distinct side.agency || '/' || p.role || '/' || side.team || '!lead', side.action
      from side join team_lead l on l.agency = side.agency and l.team = side.team and days(l.valid_from, l.valid_to) @> now()
      join staff s on s.subject = l.subject and s.suspended_at is null
      join role_permission p on p.role = any (s.roles || s.role) and p.action = side.action and days(p.valid_from, p.valid_to) @> now()
     where not r.restricted and not exists (select from exclusion x where x.record = r.id and x.subject = s.subject and x.lifted_at is null))
  insert into notice (viewer, kind, reference, about)
    select viewer, 'REFERRAL_OVERDUE', r.reference, r.id from lead
    union
    select doers(r.id, side.action), 'REFERRAL_OVERDUE', r.reference, r.id from side where not exists (select from lead where lead.action = side.action)
    union
    select doers(r.id, 'referral.work'), 'REFERRAL_OVERDUE', r.reference, r.id where r.restricted;
end
$$;

-- Tells of every time limit that has run out since somebody last looked; how many there were.
create function escalate_overdue() returns integer language plpgsql security definer set search_path = public, pg_temp as
$$
declare
  late record;
  v_told integer := 0;
begin
  for late in
    insert into referral_escalation (referral, step, due_at)
      select r.id, r.due_step, r.due_at from referral r
       where r.due_at <= now() and r.due_step <> 'ANSWER' and is_open(r.state) and r.state <> 'DRAFT' and caller_role() = 'system'
         and not exists (select from referral_escalation e where e.referral = r.id and e.step = r.due_step and e.due_at = r.due_at)
      on conflict do nothing returning referral, step
  loop
    perform tell_leads(late.referral, late.step);
    -- News is due again and again: the next is counted from today.
    update referral r set clock_started = now(),
           due_at = (((now() at time zone 'Europe/London')::date + l.amount)::timestamp + time '17:00') at time zone 'Europe/London'
      from service_level l
     where r.id = late.referral and late.step = 'UPDATE' and l.step = 'UPDATE' and l.urgency = r.urgency and l.unit = 'DAYS'
       and days(l.valid_from, l.valid_to) @> now();
    v_told := v_told + 1;
  end loop;
  return v_told;
end
$$;

revoke execute on function bind_clock(uuid, text), late_questions(), time_out_question(uuid, uuid, timestamptz), stale_drafts(), erase_draft(uuid),
  tell_leads(uuid, text), escalate_overdue() from public;
grant execute on function bind_clock(uuid, text), late_questions(), time_out_question(uuid, uuid, timestamptz), stale_drafts(), erase_draft(uuid),
  escalate_overdue() to concordat_app;
