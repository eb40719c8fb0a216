-- Every move of a referral: the states, who may go from one to the next as the database sees it, and who is told.

alter table referral drop constraint referral_state_check;
alter table referral add constraint referral_state_check check (state in ('DRAFT', 'SUBMITTED', 'RECEIVED', 'INFO_REQUESTED', 'ACCEPTED',
  'IN_PROGRESS', 'ON_HOLD', 'OUTCOME_RECORDED', 'CLOSED', 'WITHDRAWN', 'REJECTED', 'REDIRECTED', 'DUPLICATE', 'CANCELLED_IN_ERROR'));
alter table referral drop constraint referral_due_step_check;
alter table referral add constraint referral_due_step_check
  check (due_step in ('ACKNOWLEDGE', 'DECIDE', 'ANSWER', 'FIRST_CONTACT', 'UPDATE', 'REVIEW'));
alter table referral
  add column paused_step    text check (paused_step in ('DECIDE', 'FIRST_CONTACT', 'UPDATE')),
  add column paused_started timestamptz,
  add column paused_due     timestamptz,
  add column paused_at      timestamptz,
  add column reopened       integer not null default 0,
  add check ((paused_at is null) = (paused_step is null) and (paused_at is null) = (paused_due is null));
comment on column referral.paused_step is 'The step whose clock stands still since paused_at, while due_step is what is waited for.';
comment on column referral.paused_due is 'When it would have been due; resuming moves that on by as long as the clock stood still.';
comment on column referral.reopened is 'How often it was opened again after it had been closed.';

alter table service_level drop constraint service_level_step_check, drop constraint service_level_unit_check;
alter table service_level add constraint service_level_step_check check (step in ('ACKNOWLEDGE', 'DECIDE', 'FIRST_CONTACT', 'UPDATE')),
  add constraint service_level_unit_check check (unit in ('HOURS', 'WORKING_DAYS', 'DAYS'));
insert into service_level (urgency, step, amount, unit, valid_from)
  select urgency, 'UPDATE', 28, 'DAYS', '2026-01-01' from (values ('URGENT'), ('HIGH'), ('STANDARD')) level (urgency);

insert into code_value (list, code, label, position, valid_from) values
  ('withdraw-reason', 'MISTAKEN', 'It was sent by mistake', 1, '2026-01-01'),
  ('withdraw-reason', 'DUPLICATE', 'It was sent already', 2, '2026-01-01'),
  ('withdraw-reason', 'INELIGIBLE', 'It is nothing for the other agency', 3, '2026-01-01'),
  ('withdraw-reason', 'DECLINED', 'The person harmed does not want it', 4, '2026-01-01'),
  ('withdraw-reason', 'MET_ELSEWHERE', 'The person harmed is helped elsewhere', 5, '2026-01-01'),
  ('withdraw-reason', 'MOVED', 'The person harmed has moved away', 6, '2026-01-01'),
  ('withdraw-reason', 'DIED', 'The person harmed has died', 7, '2026-01-01'),
  ('withdraw-reason', 'NO_CONTACT', 'The person harmed cannot be reached', 8, '2026-01-01'),
  ('withdraw-reason', 'NO_CRIMED', 'The crime record was cancelled', 9, '2026-01-01'),
  ('withdraw-reason', 'ACQUITTED', 'The defendant was acquitted', 10, '2026-01-01'),
  ('withdraw-reason', 'TRANSFERRED', 'It was transferred to another agency', 11, '2026-01-01'),
  ('withdraw-reason', 'OTHER', 'Something else', 12, '2026-01-01'),
  ('hold-reason', 'PERSON_UNREACHABLE', 'The person harmed cannot be reached for now', 1, '2026-01-01'),
  ('hold-reason', 'PERSON_ASKS', 'The person harmed asks us to wait', 2, '2026-01-01'),
  ('hold-reason', 'OTHER_AGENCY', 'We wait for another agency', 3, '2026-01-01'),
  ('hold-reason', 'INVESTIGATION', 'We wait for an investigation or a court', 4, '2026-01-01'),
  ('hold-reason', 'OTHER', 'Something else', 5, '2026-01-01');

-- Whether there is still something to be done about a referral in that state.
create function is_open(p_state text) returns boolean language sql immutable as
$$ select p_state not in ('CLOSED', 'WITHDRAWN', 'REJECTED', 'REDIRECTED', 'DUPLICATE', 'CANCELLED_IN_ERROR') $$;

-- As before, and one's actions may end with being the one to whom it is assigned.
create or replace function entitlement(r referral) returns table (viewer text, token text, action text, valid tstzrange, source text, agreement uuid)
  language sql stable as
$$
  with party (side, agency, kind, team, other) as (
    select 'sender', a.code, a.kind, r.from_team, r.to_agency from agency a where a.code = r.from_agency
    union all
    select 'recipient', a.code, a.kind, r.to_team, r.from_agency from agency a where a.code = r.to_agency and r.state <> 'DRAFT'
  ),
  reach as (
    select p.side, p.agency, p.other, q.role, q.action, q.scope, days(q.valid_from, q.valid_to) * days(s.valid_from, s.valid_to) as valid,
           p.agency || '/' || q.role ||
           case q.scope
             when 'OWN' then '#' || case p.side when 'sender' then r.owner else r.assignee end
             when 'ASSIGNED' then '#' || case p.side when 'recipient' then r.assignee end
             when 'SENDING_TEAM' then case p.side when 'sender' then '/' || p.team end
             when 'RECEIVING_TEAM' then case p.side when 'recipient' then '/' || p.team end
             when 'SENDER' then case p.side when 'sender' then '' end
             when 'RECIPIENT' then case p.side when 'recipient' then '' end
             when 'LEAD' then '/' || p.team || '!lead'
             when 'SENDING_LEAD' then case p.side when 'sender' then '/' || p.team || '!lead' end
             when 'HEADER' then ''
           end as viewer
      from party p join staff_role s on p.kind = any (s.kinds) join role_permission q on q.role = s.code
     where r.state <> 'DRAFT' or (q.scope = 'OWN' and q.action in ('referral.read', 'referral.submit', 'referral.amend'))
  ),
  level as (
    select h.side, h.agency, h.other, h.viewer, c.data_class, h.valid * days(c.valid_from, c.valid_to) as valid,
           case when h.scope in ('OWN', 'ASSIGNED') then case h.side when 'sender' then 'owner' else 'assignee' end
                when h.scope = 'HEADER' then 'header' else h.side end as source,
           case when r.state = 'DRAFT' then c.drafting when h.scope in ('OWN', 'ASSIGNED') then c.own
                when h.scope = 'HEADER' then case when c.sender = 'HEADER' then c.sender end
                when h.side = 'sender' then c.sender else c.recipient end as level
      from reach h join role_data_class c on c.role = h.role
     where h.action in ('referral.read', 'referral.header') and h.viewer is not null
  ),
  flow as (
    select g.id, c.from_agency, c.data_class, tstzrange(g.active_from, g.active_to) as valid, g.purposes,
           case c.from_agency when g.party_a then g.party_b else g.party_a end as to_agency
      from agreement g join agreement_class c on c.agreement = g.id where g.status in ('ACTIVE', 'SUPERSEDED', 'ENDED')
  ),
  seen as (
    -- one's own agency's side needs no agreement, but for what the other agency says back
    select viewer, token(data_class, level, r.agreed) as token, valid, case when r.state = 'DRAFT' then 'draft' else source end as source, null::uuid as agreement
      from level where side = 'sender' and (data_class <> 'D16' or r.state = 'DRAFT')
    union all
    select l.viewer, token(l.data_class, l.level, r.agreed),
           l.valid * f.valid * case when l.side = 'recipient' and l.data_class not in ('D1', 'D16') then tstzrange(null, r.content_until)
                                    else tstzrange(null, null) end,
           l.source, f.id
      from level l join flow f on f.from_agency = l.other and f.to_agency = l.agency and f.data_class = l.data_class
                              and r.purpose = any (f.purposes)
     where (l.side = 'recipient' or l.data_class = 'D16') and r.state <> 'DRAFT'
    union all
    -- grants: what the role could be given at all, within an agreement where it crosses agencies
    select g.agency || '/' || g.role || '#' || g.subject, token(c.data_class, case when c.recipient in ('ON_REQUEST', 'MASKED_ON_REQUEST', 'AGREED') then 'FULL' else c.recipient end, true),
           tstzrange(g.valid_from, least(g.valid_to, g.revoked_at)) * days(c.valid_from, c.valid_to) * coalesce(f.valid, tstzrange(null, null)),
           case g.kind when 'GRANT' then 'grant' else 'break-glass' end, f.id
      from access_grant g join role_data_class c on c.role = g.role and c.data_class = any (g.data_classes)
      left join flow f on g.kind = 'GRANT' and f.from_agency = r.from_agency and f.to_agency = g.agency and f.data_class = c.data_class and g.purpose = any (f.purposes)
     where g.record = r.id and r.state <> 'DRAFT'
       and case g.kind when 'GRANT' then g.agency = r.from_agency or f.id is not null
                       else not r.restricted and c.data_class not in ('D8', 'D10', 'D12', 'D17') end
       and (g.revoked_at is null or g.revoked_at > g.valid_from)
  )
  select viewer, token, null::text, valid, source, agreement from seen where token is not null and not isempty(valid)
  union all
  select viewer, null, action, valid, case when r.state = 'DRAFT' then 'draft' when scope in ('OWN', 'ASSIGNED') then case side when 'sender' then 'owner' else 'assignee' end
                                           when scope = 'HEADER' then 'header' else side end, null
    from reach where viewer is not null and not isempty(valid)
     and action in ('referral.submit', 'referral.acknowledge', 'referral.decide', 'referral.amend', 'referral.follow', 'referral.work', 'referral.assign', 'outcome.police.record',
                    'outcome.cps.record', 'outcome.service.record', 'consent.override', 'timer.manage', 'panel.participate', 'restricted.flag',
                    'exclusion.manage', 'access.decide', 'export.case')
$$;

-- As before, for every state.
create or replace function publish(p_record uuid) returns void language plpgsql security definer set search_path = public, pg_temp as
$$
declare
  r referral;
begin
  select * into r from referral where id = p_record;
  if not found then
    return;
  end if;
  delete from visibility where record = r.id;
  insert into visibility (viewer, record, data_classes, actions, valid, source, agreement)
    select a.viewer, r.id, a.data_classes, a.actions, a.valid, a.source, a.agreement from audience(r) a;
  delete from referral_listing where referral = r.id;
  insert into referral_listing (viewer, referral, box, open, reference, state, type, from_agency, to_agency, urgency, strands, person,
                                assignee, due_at, due_step, clock_started, changed_at, excluded, valid)
    select v.viewer, r.id,
           case when r.state = 'DRAFT' then 'DRAFTS' when bool_or(v.source in ('recipient', 'assignee')) then 'INBOX'
                when bool_or(v.source in ('sender', 'owner')) then 'SENT' else 'SHARED' end,
           is_open(r.state), r.reference, r.state, r.type, r.from_agency, r.to_agency, r.urgency, r.strands,
           coalesce(r.person_known, true), r.assignee, coalesce(r.due_at, 'infinity'), r.due_step, r.clock_started, r.changed_at,
           array(select subject from exclusion where record = r.id and lifted_at is null), range_agg(v.valid)
      from visibility v where v.record = r.id and 'D1' = any (v.data_classes) group by v.viewer;
  insert into referral_header (referral, reference, type, state, from_agency, to_agency, created_at, submitted_at)
    values (r.id, r.reference, r.type, r.state, r.from_agency, r.to_agency, r.created_at, r.submitted_at)
    on conflict (referral) do update set type = excluded.type, state = excluded.state, to_agency = excluded.to_agency,
      submitted_at = excluded.submitted_at;
end
$$;

alter function publish(uuid) set plan_cache_mode = force_generic_plan; -- see V015; replacing the function forgot it

-- The database's own answer to who may move a referral, and how: it does not trust the application to have asked. A state that is not here is
-- reached by nobody. The side is the agency that moves.
create or replace function guard_referral() returns trigger language plpgsql set search_path = public, pg_temp as
$$
declare
  v_move    text := old.state || ' ' || new.state;
  v_side    text := case when caller_agency() = old.from_agency then 'SENDER' when caller_agency() = old.to_agency then 'RECEIVER' end;
  v_actions text[] := case
    when old.state = new.state and new.restricted <> old.restricted then '{restricted.flag}'::text[]
    when v_move = 'DRAFT DRAFT' then '{referral.amend}'
    when v_move = 'DRAFT SUBMITTED' and v_side = 'SENDER' then '{referral.submit}'
    when v_move in ('SUBMITTED WITHDRAWN', 'RECEIVED WITHDRAWN') and v_side = 'SENDER' then '{referral.follow}'
    when v_side is distinct from 'RECEIVER' then null
    when v_move = 'SUBMITTED RECEIVED' then '{referral.acknowledge}'
    when v_move in ('RECEIVED ACCEPTED', 'RECEIVED REJECTED') then '{referral.decide}'
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

-- As before, and whoever assigns it chooses too.
create or replace function assignable(p_record uuid) returns setof uuid language sql stable security definer set search_path = public, pg_temp as
$$
  select s.subject from staff s join referral r on r.id = p_record
   where s.agency = caller_agency() and s.suspended_at is null and (may(r.id, 'referral.decide') or may(r.id, 'referral.assign'))
     and not exists (select from exclusion x where x.record = r.id and x.subject = s.subject and x.lifted_at is null)
     and (not r.restricted or exists (select from restriction_name n where n.record = r.id and n.subject = s.subject))
$$;

-- Sight that was given until there is an outcome ends with the referral; whatever the receiver's people were given, or took in an emergency, ends when
-- the sender takes it back.
create or replace function end_grants() returns trigger language plpgsql security definer set search_path = public, pg_temp as
$$
declare
  v_back boolean := new.state in ('WITHDRAWN', 'CANCELLED_IN_ERROR');
begin
  update access_grant set revoked_at = now() where record = new.id and revoked_at is null and (valid_to is null or valid_to > now())
    and ((kind = 'GRANT' and until_outcome) or (v_back and agency = new.to_agency));
  update access_request set ended_at = now() where record = new.id and status = 'APPROVED' and ended_at is null
    and (duration = 'UNTIL_OUTCOME' or (v_back and agency = new.to_agency));
  update break_glass set closed_at = now() where record = new.id and v_back and agency = new.to_agency and closed_at is null and expires_at > now();
  return null;
end
$$;
drop trigger end_grants on referral;
create trigger end_grants after update on referral for each row when (old.state <> new.state and not is_open(new.state)) execute function end_grants();

-- As before, and nobody of the receiver opens what the sender took back.
create or replace function open_glass(p_id uuid, p_reference text, p_classes text[], p_reason text, p_text text, p_review_due timestamptz) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as
$$
declare
  r referral;
  v_grant uuid := gen_random_uuid();
begin
  select * into r from referral where reference = p_reference and state <> 'DRAFT' and not restricted
    and not (state in ('WITHDRAWN', 'CANCELLED_IN_ERROR') and to_agency = caller_agency())
    and not exists (select from exclusion x where x.record = referral.id and x.subject = caller_subject() and x.lifted_at is null)
    and exists (select from role_permission p where p.role = caller_role() and p.action = 'breakglass.use' and days(p.valid_from, p.valid_to) @> now()
                 and (p.scope = 'ANY' or current_setting('concordat.viewers') like '%!lead%'));
  if r.id is null then
    perform guessed();
    return false;
  end if;
  insert into reference_attempt (subject, opened) values (caller_subject(), true);
  insert into access_grant (id, record, subject, agency, role, kind, data_classes, purpose, valid_from, valid_to, granted_by)
    values (v_grant, r.id, caller_subject(), caller_agency(), caller_role(), 'BREAK_GLASS', array_append(p_classes, 'D1'), 'EMERGENCY',
            now(), now() + interval '4 hours', caller_subject());
  insert into break_glass (id, access_grant, record, reference, owner_agency, subject, agency, role, data_classes, reason, reason_text,
                           expires_at, review_due)
    values (p_id, v_grant, r.id, r.reference, r.from_agency, caller_subject(), caller_agency(), caller_role(), p_classes, p_reason, p_text,
            now() + interval '4 hours', p_review_due);
  insert into notice (viewer, kind, reference, about)
    select r.from_agency || '/information-governance', 'GLASS_BROKEN', r.reference, p_id
    union select caller_agency() || '/information-governance', 'GLASS_BROKEN', r.reference, p_id
    union select '#' || m.manager, 'GLASS_BROKEN', r.reference, p_id from staff_manager m
           where m.subject = caller_subject() and days(m.valid_from, m.valid_to) @> now()
    union select distinct v.viewer, 'GLASS_BROKEN', r.reference, p_id from visibility v
           where v.record = r.id and 'access.decide' = any (v.actions) and v.valid @> now()
    union select caller_agency() || '/information-governance', 'GLASS_REPEATED', null, caller_subject()
           where (select count(*) >= 3 from break_glass b where b.subject = caller_subject() and b.opened_at > now() - interval '30 days');
  return true;
end
$$;

-- Who works on it and who did: one at a time, kept by the database itself whenever that changes.
create table referral_assignment (
  referral    uuid not null references referral on delete cascade,
  assignee    uuid not null references staff,
  agency      text not null references agency,
  assigned_by uuid,
  assigned_at timestamptz not null,
  ended_at    timestamptz,
  primary key (referral, assigned_at)
);
comment on table referral_assignment is 'To whom a referral was assigned, by whom and when: data class D1, for the agency whose staff it is.';
create unique index referral_assignment_live on referral_assignment (referral) where ended_at is null;
create function keep_assignment() returns trigger language plpgsql security definer set search_path = public, pg_temp as
$$
begin
  update referral_assignment set ended_at = clock_timestamp() where referral = new.id and ended_at is null;
  insert into referral_assignment (referral, assignee, agency, assigned_by, assigned_at)
    values (new.id, new.assignee, new.to_agency, caller_subject(), clock_timestamp());
  return null;
end
$$;
create trigger keep_assignment after update on referral for each row
  when (new.assignee is not null and new.assignee is distinct from old.assignee) execute function keep_assignment();
insert into referral_assignment (referral, assignee, agency, assigned_at)
  select r.id, r.assignee, r.to_agency, r.changed_at from referral r where r.assignee is not null;
alter table referral_assignment enable row level security, force row level security;
create policy owner_all on referral_assignment to concordat_owner using (true) with check (true);
create policy seen on referral_assignment for select to concordat_app using (agency = (select caller_agency()) and sees(referral, 'D1'));
grant select on referral_assignment to concordat_app;

-- Whoever makes a move may say something with it, and nobody else.
create function moves(p_record uuid) returns boolean language sql stable as
$$
  select may(p_record, 'referral.submit') or may(p_record, 'referral.acknowledge') or may(p_record, 'referral.decide')
      or may(p_record, 'referral.follow') or may(p_record, 'referral.work') or may(p_record, 'referral.assign')
      or may(p_record, 'referral.amend') or may(p_record, 'outcome.police.record') or may(p_record, 'outcome.cps.record')
      or may(p_record, 'outcome.service.record')
$$;
drop policy made on referral_move;
create policy made on referral_move for insert to concordat_app
  with check (actor = (select caller_subject()) and agency = (select caller_agency()) and role = (select caller_role())
              and sees(referral, 'D1') and moves(referral));
drop policy given on referral_feedback;
create policy given on referral_feedback for insert to concordat_app
  with check (moves(referral) and exists (select from referral_move m where m.id = referral_feedback.move and m.referral = referral_feedback.referral
              and m.actor = (select caller_subject())));

-- Who is told of a move: whoever it concerns, of either agency, by the names under which they see the record.
alter table notice drop constraint notice_kind_check;
alter table notice add constraint notice_kind_check check (kind in ('ACCESS_ASKED', 'ACCESS_QUESTIONED', 'ACCESS_ANSWERED', 'ACCESS_DECIDED',
  'GLASS_BROKEN', 'GLASS_REPEATED', 'GLASS_REVIEWED', 'GLASS_UNREVIEWED', 'REFERENCES_GUESSED', 'OVERRIDE_WAITS',
  'REFERRAL_WITHDRAWN', 'REFERRAL_GIVEN', 'REFERRAL_GIVEN_AWAY', 'REFERRAL_QUESTIONED', 'REFERRAL_ANSWERED', 'REFERRAL_OVERDUE',
  'REFERRAL_DECIDED', 'REFERRAL_OUTCOME', 'REFERRAL_RECALLED', 'REFERRAL_CORRECTED'));

-- Those who may do something to a record now, under the names by which they see it; not whoever does it themselves.
create function doers(p_record uuid, p_action text) returns setof text language sql stable security definer set search_path = public, pg_temp as
$$
  select distinct v.viewer from visibility v
   where v.record = p_record and p_action = any (v.actions) and v.valid @> now() and v.source <> 'exclusion'
     and split_part(v.viewer, '#', 2) is distinct from coalesce(caller_subject()::text, '-')
$$;

create function tell_of_move() returns trigger language plpgsql security definer set search_path = public, pg_temp as
$$
declare
  r referral;
begin
  select * into r from referral where id = new.referral;
  insert into notice (viewer, kind, reference, about)
    select told.viewer, told.kind, r.reference, r.id from (
      select doers(r.id, 'referral.acknowledge'), 'REFERRAL_WITHDRAWN' where new.move = 'WITHDRAW'
      union select '#' || r.assignee, 'REFERRAL_GIVEN' where new.move in ('ACCEPT', 'ASSIGN') and r.assignee <> new.actor
      union select '#' || former.assignee, 'REFERRAL_GIVEN_AWAY' from (
              select a.assignee from referral_assignment a where a.referral = r.id and a.ended_at is not null order by a.ended_at desc limit 1) former
             where new.move = 'ASSIGN' and former.assignee not in (new.actor, r.assignee)) told (viewer, kind);
  return null;
end
$$;
create trigger tell after insert on referral_move for each row execute function tell_of_move();

-- As before, and what is told of a referral goes with the sight of it.
create or replace function tells(p_viewer text, p_kind text, p_about uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as
$$
  select case
    when p_kind = 'GLASS_BROKEN' then exists (select from break_glass b where b.id = p_about and not barred(b.record)
      and (p_viewer like '#%' or p_viewer like '%/information-governance' or may(b.record, 'access.decide')))
    when p_kind like 'ACCESS\_%' and p_viewer not like '#%' then exists (select from access_request q where q.id = p_about and may(q.record, 'access.decide'))
    when p_kind = 'OVERRIDE_WAITS' then exists (select from referral r cross join lateral draft_to_override(r.reference) where r.id = p_about)
    when p_kind = 'REFERRAL_GIVEN_AWAY' then not barred(p_about)
    when p_kind like 'REFERRAL\_%' then knows(p_about)
    else true end
$$;

-- Erases the caller's own draft in that version, with everything around it; false where there is none.
create function discard_draft(p_record uuid, p_version bigint) returns boolean language plpgsql security definer set search_path = public, pg_temp as
$$
begin
  perform from referral r where r.id = p_record and r.version = p_version and r.state = 'DRAFT' and r.owner = caller_subject() for update;
  if not found or not may(p_record, 'referral.submit') then
    return false;
  end if;
  delete from notice where about = p_record;
  delete from visibility where record = p_record;
  delete from referral where id = p_record;
  return true;
end
$$;

revoke execute on function keep_assignment(), doers(uuid, text), tell_of_move(), discard_draft(uuid, bigint) from public;
grant execute on function discard_draft(uuid, bigint) to concordat_app;
