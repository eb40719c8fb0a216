-- A referral that should not have been sent: a lead of the agency that sent it recalls it, and nobody outside that agency sees it any more from that
-- moment; its information governance cancels it as sent in error or lets it go on, and answers for the breach of personal data within 72 hours.

alter table referral add column recalled boolean not null default false;
comment on column referral.recalled is 'Recalled by the agency that sent it: nobody else sees it, and nobody works on it; for good once it is cancelled in error.';

alter table service_level drop constraint service_level_step_check;
alter table service_level add constraint service_level_step_check
  check (step in ('ACKNOWLEDGE', 'DECIDE', 'FIRST_CONTACT', 'UPDATE', 'BREACH_NEAR', 'BREACH_REPORT'));
insert into service_level (urgency, step, amount, unit, valid_from)
  select urgency, step, amount, 'HOURS', '2026-01-01' from (values ('URGENT'), ('HIGH'), ('STANDARD')) level (urgency),
         (values ('BREACH_NEAR', 48), ('BREACH_REPORT', 72)) clock (step, amount);
comment on table service_level is 'Dated time limits by urgency. BREACH_REPORT: 72 hours from having become aware (UK GDPR art. 33(1), DPA 2018 s.67), BREACH_NEAR: when we remind of it.';

insert into code_value (list, code, label, hint, position, valid_from) values
  ('recall-reason', 'WRONG_AGENCY', 'It went to the wrong agency', null, 1, '2026-01-01'),
  ('recall-reason', 'WRONG_PERSON', 'It is about the wrong person', null, 2, '2026-01-01'),
  ('recall-reason', 'TOO_MUCH', 'It says what they must not have', null, 3, '2026-01-01'),
  ('recall-reason', 'NO_LAWFUL_BASIS', 'There was no lawful basis for it', null, 4, '2026-01-01');

create table recall (
  id            uuid primary key,
  referral      uuid not null references referral on delete cascade,
  agency        text not null references agency,
  reason        text not null,
  text          text not null,
  recalled_by   uuid not null,
  recalled_role text not null references staff_role,
  recalled_at   timestamptz not null,
  near_at       timestamptz not null,
  report_due    timestamptz not null,
  status        text not null default 'OPEN' check (status in ('OPEN', 'CANCELLED', 'REINSTATED')),
  decided       uuid references referral_move on delete cascade,
  decided_by    uuid,
  decided_at    timestamptz,
  decision      text,
  reported      boolean,
  reported_at   timestamptz,
  breach_text   text,
  breach_delay  text,
  breach_by     uuid,
  breach_at     timestamptz,
  check ((status = 'OPEN') = (decided_at is null) and (decided_at is null) = (decided_by is null)),
  check (decided_by is distinct from recalled_by),
  check ((reported is null) = (breach_at is null) and (reported is true) = (reported_at is not null)),
  check (breach_at is null or status <> 'OPEN')
);
comment on table recall is 'Recalls of referrals that should not have been sent, and what was decided on the breach of personal data: for the agency that sent them.';
create unique index recall_open on recall (referral) where status = 'OPEN';
create index recall_by_agency on recall (agency, recalled_at desc);
create index recall_awaited on recall (report_due) where breach_at is null and status <> 'REINSTATED';

-- Whether the caller answers for a breach by that agency. It is the agency's own breach, so that a restriction of the referral does not hide it
-- from its information governance: header and reason, nothing of the content. An exclusion does.
create function governs_recall(p_referral uuid, p_agency text) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$
  select p_agency = caller_agency() and not barred(p_referral)
     and exists (select from role_permission p where p.role = caller_role() and p.action = 'breach.decide' and p.scope = 'AGENCY'
                    and days(p.valid_from, p.valid_to) @> now())
$$;

alter table recall enable row level security, force row level security;
create policy owner_all on recall to concordat_owner using (true) with check (true);
create policy seen on recall for select to concordat_app
  using (governs_recall(referral, agency) or (agency = (select caller_agency()) and sees(referral, 'D1')));
create policy made on recall for insert to concordat_app
  with check (recalled_by = (select caller_subject()) and recalled_role = (select caller_role()) and agency = (select caller_agency())
              and status = 'OPEN' and decided is null and breach_at is null and may(referral, 'referral.recall')
              -- its clock is the law's, not the application's
              and recalled_at between now() - interval '5 minutes' and now() + interval '5 minutes'
              and (near_at, report_due) = (select recalled_at + max(l.amount) filter (where l.step = 'BREACH_NEAR') * interval '1 hour',
                                                   recalled_at + max(l.amount) filter (where l.step = 'BREACH_REPORT') * interval '1 hour'
                                              from service_level l join referral r on r.id = recall.referral and r.urgency = l.urgency
                                             where l.unit = 'HOURS' and days(l.valid_from, l.valid_to) @> now())
              and exists (select from referral r where r.id = recall.referral and r.recalled and r.from_agency = recall.agency)
              and exists (select from referral_move m where m.referral = recall.referral and m.move = 'RECALL' and m.actor = (select caller_subject())));
grant select, insert on recall to concordat_app;

-- Recalls that the caller answers for, newest first; of one reference where it is given.
create function recalls_of(p_reference text)
  returns table (id uuid, record uuid, reference text, version bigint, from_agency text, from_team text, owner uuid, to_agency text, state text, submitted_at timestamptz,
                 urgency text, due_step text, clock_started timestamptz, due_at timestamptz, reason text, text text, recalled_by uuid,
                 recalled_role text, recalled_at timestamptz, report_due timestamptz, status text, decided_at timestamptz, decision text,
                 reported boolean, reported_at timestamptz, breach_text text, breach_delay text, breach_at timestamptz, went_on boolean)
  language sql stable security definer set search_path = public, pg_temp as
$$
  select c.id, r.id, r.reference, r.version, r.from_agency, r.from_team, r.owner, r.to_agency, r.state, r.submitted_at, r.urgency, r.due_step, r.clock_started, r.due_at,
         c.reason, c.text, c.recalled_by, c.recalled_role, c.recalled_at, c.report_due, c.status, c.decided_at, c.decision,
         c.reported, c.reported_at, c.breach_text, c.breach_delay, c.breach_at,
         exists (select from referral_link l where l.referral = r.id and l.kind = 'REDIRECTED_AS')
    from recall c join referral r on r.id = c.referral
   where governs_recall(c.referral, c.agency) and (p_reference is null or r.reference = p_reference)
   order by c.recalled_at desc, c.id limit case when p_reference is null then 200 else 1 end
$$;

-- Cancels a recalled referral as sent in error, or lets it go on as it was, its clock by p_due; the version that makes, or null where that is not the
-- caller's to decide. Whoever recalled it does not.
create function decide_recall(p_recall uuid, p_move uuid, p_cancel boolean, p_text text, p_due timestamptz, p_at timestamptz) returns bigint
  language plpgsql security definer set search_path = public, pg_temp as
$$
declare
  c recall;
  r referral;
begin
  select * into c from recall where id = p_recall and status = 'OPEN' for update;
  if not found or not governs_recall(c.referral, c.agency) or c.recalled_by = caller_subject() then
    return null;
  end if;
  select * into r from referral where id = c.referral for update;
  if p_at not between now() - interval '5 minutes' and now() + interval '5 minutes'
      or p_due < r.due_at or p_due > r.due_at + (p_at - c.recalled_at) + interval '14 days' then -- working days may take longer to pass
    raise insufficient_privilege using message = 'a clock that stood still goes on from where it stood';
  end if;
  if p_cancel then
    update referral set state = 'CANCELLED_IN_ERROR', version = version + 1, changed_at = p_at, clock_started = null, due_at = null, due_step = null,
                        paused_step = null, paused_started = null, paused_due = null, paused_at = null where id = r.id;
  else
    update referral set recalled = false, version = version + 1, changed_at = p_at, due_at = coalesce(p_due, due_at) where id = r.id;
  end if;
  insert into referral_move (id, referral, move, from_state, to_state, at, actor, agency, role)
    select p_move, r.id, case when p_cancel then 'CANCEL' else 'REINSTATE' end, r.state, n.state, p_at, caller_subject(), caller_agency(), caller_role()
      from referral n where n.id = r.id;
  update recall set status = case when p_cancel then 'CANCELLED' else 'REINSTATED' end, decided = p_move, decided_by = caller_subject(),
                    decided_at = p_at, decision = p_text where id = c.id;
  update info_request set status = 'DROPPED', closed = p_move where referral = r.id and status = 'OPEN' and p_cancel;
  update info_request set due_on = (p_due at time zone 'Europe/London')::date
   where referral = r.id and status = 'OPEN' and not p_cancel and r.due_step = 'ANSWER' and p_due is not null;
  return r.version + 1;
end
$$;

-- Keeps what was decided on the breach: reported to the Information Commissioner or not, why, and when. Once, also of one that goes on: it may have been
-- a breach all the same, and each is documented (UK GDPR art. 33(5)).
create function decide_breach(p_recall uuid, p_reported boolean, p_reported_at timestamptz, p_text text, p_delay text, p_at timestamptz) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as
$$
declare
  c recall;
begin
  select * into c from recall where id = p_recall and status <> 'OPEN' and breach_at is null for update;
  if not found or not governs_recall(c.referral, c.agency) then
    return false;
  end if;
  update recall set reported = p_reported, reported_at = p_reported_at, breach_text = p_text, breach_delay = p_delay,
                    breach_by = caller_subject(), breach_at = p_at where id = c.id;
  return true;
end
$$;

-- Whoever could see it outside the agency that sent it is told, by the names under which they saw it, before they see it no more. The reference is
-- said, so that what was printed or noted is found; the record is not there for them.
create function tell_of_recall() returns trigger language plpgsql security definer set search_path = public, pg_temp as
$$
begin
  insert into notice (viewer, kind, reference, about)
    select distinct v.viewer, 'REFERRAL_RECALLED', new.reference, new.id from visibility v
     where v.record = new.id and v.valid @> now() and v.data_classes && '{D1,D1:H}' and v.source <> 'exclusion'
       and split_part(v.viewer, '/', 1) <> new.from_agency;
  -- whoever sent it on finds what they sent, by that, and recalls it if it rests on the same mistake
  insert into notice (viewer, kind, reference, about)
    select distinct v.viewer, 'ORIGIN_RECALLED', o.reference, o.id
      from referral_link l join referral o on o.id = l.other and not o.recalled join visibility v on v.record = o.id
     where l.referral = new.id and l.kind = 'REDIRECTED_AS' and v.valid @> now() and v.actions && '{referral.recall,referral.follow}'
       and v.source <> 'exclusion' and split_part(v.viewer, '/', 1) = o.from_agency;
  return new;
end
$$;
create trigger tell_of_recall before update on referral for each row when (new.recalled and not old.recalled) execute function tell_of_recall();

-- Reminds information governance of a breach whose time runs out, and tells them when it has; each once.
create function escalate_breaches() returns void language sql security definer set search_path = public, pg_temp as
$$
  with late as (
    insert into referral_escalation (referral, step, due_at)
      select c.referral, w.step, w.at from recall c cross join lateral (values ('BREACH_NEAR', c.near_at), ('BREACH_OVERDUE', c.report_due)) w (step, at)
       where c.breach_at is null and c.status <> 'REINSTATED' and w.at <= now() and caller_role() = 'system'
    on conflict do nothing returning referral, step)
  insert into notice (viewer, kind, reference, about)
    select r.from_agency || '/information-governance', late.step, r.reference, r.id from late join referral r on r.id = late.referral
$$;

do $$
declare v_kinds text := (select pg_get_expr(conbin, conrelid) from pg_constraint where conname = 'notice_kind_check');
begin
  alter table notice drop constraint notice_kind_check;
  execute 'alter table notice add constraint notice_kind_check check (kind in (''RECALL_WAITS'', ''ORIGIN_RECALLED'', ''BREACH_NEAR'', ''BREACH_OVERDUE'', ''REFERRAL_REINSTATED'') or '
    || v_kinds || ')';
end
$$;

-- As before, and whether it is recalled.
drop function header_of(text);
create function header_of(p_reference text)
  returns table (id uuid, reference text, version bigint, state text, type text, from_agency text, to_agency text, from_team text, to_team text,
                 owner uuid, assignee uuid, purpose text, agreed boolean, content_until timestamptz, restricted boolean, submitted_at timestamptz,
                 recalled boolean)
  language sql stable security definer set search_path = public, pg_temp as
$$
  select r.id, r.reference, r.version, r.state, r.type, r.from_agency, r.to_agency, r.from_team, r.to_team, r.owner, r.assignee, r.purpose,
         r.agreed, r.content_until, r.restricted, r.submitted_at, r.recalled
    from referral r where r.reference = p_reference and knows(r.id)
$$;
revoke execute on function header_of(text) from public;
grant execute on function header_of(text) to concordat_app;

-- As before, but of a recalled referral nobody outside the agency that sent it sees anything, and there it is read and no more.
create or replace function entitlement(r referral) returns table (viewer text, token text, action text, valid tstzrange, source text, agreement uuid)
  language sql stable as
$$
  with party (side, agency, kind, team, other) as (
    select 'sender', a.code, a.kind, r.from_team, r.to_agency from agency a where a.code = r.from_agency
    union all
    select 'recipient', a.code, a.kind, r.to_team, r.from_agency from agency a where a.code = r.to_agency and r.state <> 'DRAFT' and not r.recalled
  ),
  reached as (
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
  -- Whoever leads may not be among those to whom the other agency restricted it: then whoever started it recalls it.
  reach as (
    select side, agency, other, role, action, scope, valid, viewer from reached
    union all
    select side, agency, other, role, 'referral.recall', scope, valid, viewer from reached
     where r.restricted and r.state <> 'DRAFT' and side = 'sender' and scope = 'OWN' and action = 'referral.read'
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
     where g.record = r.id and r.state <> 'DRAFT' and (not r.recalled or g.agency = r.from_agency)
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
                    'exclusion.manage', 'access.decide', 'export.case', 'referral.recall')
     and (not r.recalled or action in ('restricted.flag', 'exclusion.manage', 'referral.recall'))
$$;

-- As before, of the referral as it is once whoever changes it has committed: what was read before must not undo what they changed.
create or replace function publish(p_record uuid) returns void language plpgsql security definer set search_path = public, pg_temp as
$$
declare
  r referral;
begin
  select * into r from referral where id = p_record for no key update;
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

-- As before, and one that is cancelled in error ends whatever anybody outside the agency that sent it was given or took.
create or replace function end_grants() returns trigger language plpgsql security definer set search_path = public, pg_temp as
$$
declare
  v_back boolean := new.state in ('WITHDRAWN', 'CANCELLED_IN_ERROR');
  v_kept text := case new.state when 'CANCELLED_IN_ERROR' then new.from_agency end; -- then everybody else's ends
begin
  update access_grant set revoked_at = now() where record = new.id and revoked_at is null and (valid_to is null or valid_to > now())
    and ((kind = 'GRANT' and until_outcome) or (v_back and (agency = new.to_agency or agency <> v_kept)));
  update access_request set ended_at = now() where record = new.id and status = 'APPROVED' and ended_at is null
    and (duration = 'UNTIL_OUTCOME' or (v_back and (agency = new.to_agency or agency <> v_kept)));
  update break_glass set closed_at = now() where record = new.id and v_back and (agency = new.to_agency or agency <> v_kept) and closed_at is null and expires_at > now();
  return null;
end
$$;

-- As before, and nobody outside the agency that sent it opens one that is recalled.
create or replace function open_glass(p_id uuid, p_reference text, p_classes text[], p_reason text, p_text text, p_review_due timestamptz) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as
$$
declare
  r referral;
  v_grant uuid := gen_random_uuid();
begin
  select * into r from referral where reference = p_reference and state <> 'DRAFT' and not restricted
    and not (state = 'WITHDRAWN' and to_agency = caller_agency()) and not (recalled and from_agency <> caller_agency())
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

-- As before, but while one is recalled nothing becomes of it because time passes.
create or replace function late_questions() returns table (record uuid, agency text, urgency text, step text, started timestamptz, due timestamptz, paused timestamptz)
  language sql stable security definer set search_path = public, pg_temp as
$$
  select r.id, r.to_agency, r.urgency, r.paused_step, r.paused_started, r.paused_due, r.paused_at from referral r
   where r.state = 'INFO_REQUESTED' and not r.recalled and r.due_at <= now() and caller_role() = 'system' order by r.due_at limit 100
$$;

create or replace function time_out_question(p_record uuid, p_move uuid, p_due timestamptz) returns bigint
  language plpgsql security definer set search_path = public, pg_temp as
$$
declare
  v_version bigint;
begin
  update referral set state = 'RECEIVED', changed_at = now(), version = version + 1, clock_started = paused_started, due_step = paused_step, due_at = p_due,
                      paused_step = null, paused_started = null, paused_due = null, paused_at = null
   where id = p_record and state = 'INFO_REQUESTED' and not recalled and due_at <= now() and to_agency = caller_agency() and caller_role() = 'system'
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

create or replace function escalate_overdue() returns integer language plpgsql security definer set search_path = public, pg_temp as
$$
declare
  late record;
  v_told integer := 0;
begin
  for late in
    insert into referral_escalation (referral, step, due_at)
      select r.id, r.due_step, r.due_at from referral r
       where r.due_at <= now() and r.due_step <> 'ANSWER' and is_open(r.state) and r.state <> 'DRAFT' and not r.recalled and caller_role() = 'system'
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

-- As before, and a recall.
create or replace function moves(p_record uuid) returns boolean language sql stable as
$$
  select may(p_record, 'referral.submit') or may(p_record, 'referral.acknowledge') or may(p_record, 'referral.decide')
      or may(p_record, 'referral.follow') or may(p_record, 'referral.work') or may(p_record, 'referral.assign')
      or may(p_record, 'referral.amend') or may(p_record, 'outcome.police.record') or may(p_record, 'outcome.cps.record')
      or may(p_record, 'outcome.service.record') or may(p_record, 'referral.recall')
$$;

create or replace function is_move(p_move text, p_from text, p_to text) returns boolean language sql immutable as
$$
  select p_from || ' ' || p_to = any (case p_move
    when 'SUBMIT' then '{DRAFT SUBMITTED}'::text[] when 'WITHDRAW' then '{SUBMITTED WITHDRAWN,RECEIVED WITHDRAWN,INFO_REQUESTED WITHDRAWN}'
    when 'ACKNOWLEDGE' then '{SUBMITTED RECEIVED}' when 'ASK' then '{RECEIVED INFO_REQUESTED}' when 'ANSWER' then '{INFO_REQUESTED RECEIVED}'
    when 'ACCEPT' then '{RECEIVED ACCEPTED}' when 'REJECT' then '{RECEIVED REJECTED}' when 'REDIRECT' then '{RECEIVED REDIRECTED}'
    when 'DUPLICATE' then '{RECEIVED DUPLICATE}' when 'START' then '{ACCEPTED IN_PROGRESS}' when 'HOLD' then '{IN_PROGRESS ON_HOLD}'
    when 'RESUME' then '{ON_HOLD IN_PROGRESS}' when 'RECORD_OUTCOME' then '{IN_PROGRESS OUTCOME_RECORDED}'
    when 'CLOSE' then '{OUTCOME_RECORDED CLOSED}' when 'REOPEN' then '{CLOSED IN_PROGRESS}'
    when 'RECALL' then (select array_agg(s || ' ' || s) from unnest('{SUBMITTED,RECEIVED,INFO_REQUESTED,ACCEPTED,IN_PROGRESS,ON_HOLD,OUTCOME_RECORDED,CLOSED,WITHDRAWN,
      REJECTED,REDIRECTED,DUPLICATE}'::text[]) s)
    when 'ASSIGN' then '{ACCEPTED ACCEPTED,IN_PROGRESS IN_PROGRESS,ON_HOLD ON_HOLD,OUTCOME_RECORDED OUTCOME_RECORDED}' end)
$$;

-- As before, and who recalls; and of the clocks what each move may do to them.
create or replace function guard_referral() returns trigger language plpgsql set search_path = public, pg_temp as
$$
declare
  v_move    text := old.state || ' ' || new.state;
  v_side    text := case when caller_agency() = old.from_agency then 'SENDER' when caller_agency() = old.to_agency then 'RECEIVER' end;
  v_actions text[] := case
    when old.state = new.state and new.restricted <> old.restricted then '{restricted.flag}'::text[]
    when old.state = new.state and old.state <> 'DRAFT' and new.recalled <> old.recalled then case when new.recalled and v_side = 'SENDER' then '{referral.recall}'::text[] end
    when old.recalled then null
    when v_move = 'DRAFT DRAFT' then '{referral.amend}'
    when v_move = 'DRAFT SUBMITTED' and v_side = 'SENDER' then '{referral.submit}'
    when v_move in ('SUBMITTED WITHDRAWN', 'RECEIVED WITHDRAWN', 'INFO_REQUESTED WITHDRAWN', 'INFO_REQUESTED RECEIVED') and v_side = 'SENDER' then '{referral.follow}'
    when v_side is distinct from 'RECEIVER' then null
    when v_move = 'SUBMITTED RECEIVED' then '{referral.acknowledge}'
    when v_move in ('RECEIVED ACCEPTED', 'RECEIVED REJECTED', 'RECEIVED INFO_REQUESTED', 'RECEIVED REDIRECTED', 'RECEIVED DUPLICATE') then '{referral.decide}'
    when v_move = 'ACCEPTED IN_PROGRESS' then '{referral.work}'
    when v_move = 'IN_PROGRESS OUTCOME_RECORDED' then '{outcome.police.record,outcome.cps.record,outcome.service.record}'
    when v_move in ('OUTCOME_RECORDED CLOSED', 'CLOSED IN_PROGRESS') then '{referral.assign}'
    when v_move in ('IN_PROGRESS ON_HOLD', 'ON_HOLD IN_PROGRESS') then '{referral.work,referral.assign}'
    when old.state = new.state and new.assignee <> old.assignee and old.state in ('ACCEPTED', 'IN_PROGRESS', 'ON_HOLD', 'OUTCOME_RECORDED')
      then '{referral.assign}' end;
  -- What is due from there; nothing where it is null.
  -- That the work begins or goes on ends no limit: the first contact is due until it was made, or until somebody is excused from it.
  v_step    text := case v_move when 'ACCEPTED IN_PROGRESS' then old.due_step when 'ON_HOLD IN_PROGRESS' then old.paused_step else
    case new.state when 'SUBMITTED' then 'ACKNOWLEDGE' when 'RECEIVED' then 'DECIDE' when 'INFO_REQUESTED' then 'ANSWER'
      when 'ACCEPTED' then 'FIRST_CONTACT' when 'IN_PROGRESS' then 'UPDATE' when 'ON_HOLD' then 'REVIEW' end end;
begin
  if current_user <> 'concordat_app' then
    return new;
  end if;
  if v_actions is null
      or (new.id, new.reference, new.from_agency, new.owner, new.owner_role, new.created_at)
         is distinct from (old.id, old.reference, old.from_agency, old.owner, old.owner_role, old.created_at)
      or not (exists (select from unnest(v_actions) action where may(old.id, action))
              or (v_actions = '{referral.amend}' and caller_subject() = old.owner and sees(old.id, 'D1')))
      or (new.restricted <> old.restricted and v_actions <> '{restricted.flag}')
      or (new.recalled <> old.recalled and v_actions <> '{referral.recall}')
      -- A clock is set by the moves that set it, and only to the step that is due from there; while it stands still it is kept as it stood.
      or (old.state = new.state
          and (new.clock_started, new.due_at, new.due_step, new.paused_step, new.paused_started, new.paused_due, new.paused_at)
              is distinct from (old.clock_started, old.due_at, old.due_step, old.paused_step, old.paused_started, old.paused_due, old.paused_at))
      or (v_move = 'ACCEPTED IN_PROGRESS' and (new.clock_started, new.due_at) is distinct from (old.clock_started, old.due_at))
      or (old.state <> new.state and (new.due_step is distinct from v_step and new.due_at is not null or v_step is null and new.due_at is not null))
      or (old.state <> new.state and new.paused_at is not null and (new.state not in ('INFO_REQUESTED', 'ON_HOLD')
          or (new.paused_step, new.paused_started, new.paused_due) is distinct from (old.due_step, old.clock_started, old.due_at)))
      or (v_move in ('INFO_REQUESTED RECEIVED', 'ON_HOLD IN_PROGRESS')
          and (new.clock_started is distinct from old.paused_started or new.due_at < old.paused_due))
      -- What was sent stays as it was sent.
      or (old.state <> 'DRAFT'
          and (new.type, new.to_agency, new.from_team, new.to_team, new.urgency, new.strands, new.marking, new.person_known, new.purpose, new.lawful_basis,
               new.condition, new.submitter, new.submitted_at, new.agreed, new.harmed, new.suspect, new.witness)
              is distinct from (old.type, old.to_agency, old.from_team, old.to_team, old.urgency, old.strands, old.marking, old.person_known, old.purpose,
               old.lawful_basis, old.condition, old.submitter, old.submitted_at, old.agreed, old.harmed, old.suspect, old.witness))
      or (new.assignee is distinct from old.assignee and v_move <> 'RECEIVED ACCEPTED' and not (old.state = new.state and v_actions = '{referral.assign}'))
      or new.reopened <> old.reopened + (case v_move when 'CLOSED IN_PROGRESS' then 1 else 0 end)
      or (v_move in ('RECEIVED ACCEPTED', 'RECEIVED REJECTED', 'RECEIVED REDIRECTED') and old.submitter = caller_subject())
      or (v_move = 'DRAFT SUBMITTED' and new.submitter is distinct from caller_subject())
      or (v_move = 'OUTCOME_RECORDED CLOSED' and old.urgency <> 'STANDARD' and worked_on(old.id)) then
    raise insufficient_privilege using message = 'this change of a referral is not the caller''s to make';
  end if;
  -- How long the receiver still sees it follows from the move, whatever the application says.
  new.content_until := case when old.state = new.state then old.content_until when new.state = 'WITHDRAWN' then now()
    when new.state in ('REJECTED', 'REDIRECTED', 'DUPLICATE') then now() + interval '28 days' else old.content_until end;
  return new;
end
$$;

-- As before, and recalls. Whoever decides on a recall is another person than whoever hears of it here.
create or replace function tell_of_move() returns trigger language plpgsql security definer set search_path = public, pg_temp as
$$
declare
  r referral;
begin
  select * into r from referral where id = new.referral;
  insert into notice (viewer, kind, reference, about)
    select told.viewer, told.kind, case when told.kind <> 'REFERRAL_GIVEN_AWAY' then r.reference end, r.id from (
      select doers(r.id, 'referral.acknowledge'), 'REFERRAL_WITHDRAWN' where new.move = 'WITHDRAW'
      union select doers(r.id, 'referral.follow'), 'REFERRAL_QUESTIONED' where new.move = 'ASK'
      union select doers(r.id, 'referral.decide'), 'REFERRAL_ANSWERED' where new.move = 'ANSWER'
      union select doers(r.id, 'referral.follow'), 'REFERRAL_OUTCOME' where new.move = 'RECORD_OUTCOME'
      union select '#' || r.owner, 'REFERRAL_DECIDED' where new.move in ('ACCEPT', 'REJECT', 'REDIRECT', 'DUPLICATE', 'CANCEL', 'REINSTATE')
      union select '#' || c.recalled_by, 'REFERRAL_DECIDED' from recall c
             where new.move in ('CANCEL', 'REINSTATE') and c.referral = r.id and c.status = 'OPEN' and c.recalled_by <> r.owner
      union select r.from_agency || '/information-governance', 'RECALL_WAITS' where new.move = 'RECALL'
      -- each who was told to destroy it is told that it goes on
      union select n.viewer, 'REFERRAL_REINSTATED' from notice n join recall c on c.referral = r.id and c.status = 'OPEN'
             where new.move = 'REINSTATE' and n.kind = 'REFERRAL_RECALLED' and n.about = r.id and n.at >= c.recalled_at - interval '5 minutes'
      union select '#' || r.assignee, 'REFERRAL_GIVEN' where new.move in ('ACCEPT', 'ASSIGN', 'REOPEN') and r.assignee <> new.actor
      union select '#' || former.assignee, 'REFERRAL_GIVEN_AWAY' from (
              select a.assignee from referral_assignment a where a.referral = r.id and a.ended_at is not null order by a.ended_at desc limit 1) former
             where new.move = 'ASSIGN' and former.assignee not in (new.actor, r.assignee)) told (viewer, kind);
  return null;
end
$$;

-- As before, and recalls are told to those who see the record no more.
create or replace function tells(p_viewer text, p_kind text, p_about uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as
$$
  select case
    when p_kind = 'GLASS_BROKEN' then exists (select from break_glass b where b.id = p_about and not barred(b.record)
      and (p_viewer like '#%' or p_viewer like '%/information-governance' or may(b.record, 'access.decide')))
    when p_kind like 'ACCESS\_%' and p_viewer not like '#%' then exists (select from access_request q where q.id = p_about and may(q.record, 'access.decide'))
    when p_kind = 'OVERRIDE_WAITS' then exists (select from referral r cross join lateral draft_to_override(r.reference) where r.id = p_about)
    when p_kind in ('REFERRAL_GIVEN_AWAY', 'REFERRAL_RECALLED', 'RECALL_WAITS', 'BREACH_NEAR', 'BREACH_OVERDUE') then not barred(p_about)
    when p_kind like 'REFERRAL\_%' or p_kind = 'ORIGIN_RECALLED' then knows(p_about)
    else true end
$$;

-- A link is made by the move that says it, to what the other one is by then.
drop policy made on referral_link;
create policy made on referral_link for insert to concordat_app
  with check (linked_by = (select caller_subject()) and may(referral, 'referral.decide') and sees(other, 'D1')
              and exists (select from referral_move m where m.referral = referral_link.referral and m.actor = (select caller_subject())
                             and m.move = case kind when 'REDIRECTED_AS' then 'REDIRECT' when 'DUPLICATE_OF' then 'DUPLICATE' end)
              and case kind
                when 'REDIRECTED_AS' then exists (select from referral r join referral o on o.id = referral_link.other
                  where r.id = referral_link.referral and r.state = 'REDIRECTED' and o.state = 'SUBMITTED' and o.from_agency = r.to_agency
                    and o.owner = (select caller_subject()))
                when 'DUPLICATE_OF' then sender_agrees is null and exists (select from referral r join referral o on o.id = referral_link.other
                  where r.id = referral_link.referral and r.state = 'DUPLICATE' and o.state <> 'DRAFT' and (is_open(o.state) or o.state = 'CLOSED')) end);

revoke execute on function governs_recall(uuid, text), recalls_of(text), decide_recall(uuid, uuid, boolean, text, timestamptz, timestamptz),
  decide_breach(uuid, boolean, timestamptz, text, text, timestamptz), tell_of_recall(), escalate_breaches() from public;
grant execute on function governs_recall(uuid, text), recalls_of(text), decide_recall(uuid, uuid, boolean, text, timestamptz, timestamptz),
  decide_breach(uuid, boolean, timestamptz, text, text, timestamptz), escalate_breaches() to concordat_app;
