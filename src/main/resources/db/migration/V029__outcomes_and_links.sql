-- What came of a referral, closing it and opening it again; redirecting it, and finding that it was sent already.

insert into code_value (list, code, label, applies_to, position, valid_from) values
  ('record-outcome-reason', 'POLICE_1', '1. Charged or summonsed', 'outcome.police.record', 1, '2026-01-01'),
  ('record-outcome-reason', 'POLICE_1A', '1A. Charged with an alternate offence', 'outcome.police.record', 2, '2026-01-01'),
  ('record-outcome-reason', 'POLICE_2', '2. Caution for a young person', 'outcome.police.record', 3, '2026-01-01'),
  ('record-outcome-reason', 'POLICE_2A', '2A. Caution for a young person, alternate offence', 'outcome.police.record', 4, '2026-01-01'),
  ('record-outcome-reason', 'POLICE_3', '3. Caution for an adult', 'outcome.police.record', 5, '2026-01-01'),
  ('record-outcome-reason', 'POLICE_3A', '3A. Caution for an adult, alternate offence', 'outcome.police.record', 6, '2026-01-01'),
  ('record-outcome-reason', 'POLICE_4', '4. Taken into consideration', 'outcome.police.record', 7, '2026-01-01'),
  ('record-outcome-reason', 'POLICE_5', '5. The offender has died', 'outcome.police.record', 8, '2026-01-01'),
  ('record-outcome-reason', 'POLICE_6', '6. Penalty notice for disorder', 'outcome.police.record', 9, '2026-01-01'),
  ('record-outcome-reason', 'POLICE_8', '8. Community resolution', 'outcome.police.record', 10, '2026-01-01'),
  ('record-outcome-reason', 'POLICE_9', '9. Not in the public interest: CPS decision', 'outcome.police.record', 11, '2026-01-01'),
  ('record-outcome-reason', 'POLICE_10', '10. Not in the public interest: police decision', 'outcome.police.record', 12, '2026-01-01'),
  ('record-outcome-reason', 'POLICE_11', '11. The suspect is under the age of criminal responsibility', 'outcome.police.record', 13, '2026-01-01'),
  ('record-outcome-reason', 'POLICE_12', '12. The suspect is too ill', 'outcome.police.record', 14, '2026-01-01'),
  ('record-outcome-reason', 'POLICE_13', '13. The person harmed or a key witness is dead or too ill', 'outcome.police.record', 15, '2026-01-01'),
  ('record-outcome-reason', 'POLICE_14', '14. No suspect identified, and the person harmed does not support it', 'outcome.police.record', 16, '2026-01-01'),
  ('record-outcome-reason', 'POLICE_15', '15. Suspect identified, evidential difficulties', 'outcome.police.record', 17, '2026-01-01'),
  ('record-outcome-reason', 'POLICE_16', '16. Suspect identified, and the person harmed does not support it', 'outcome.police.record', 18, '2026-01-01'),
  ('record-outcome-reason', 'POLICE_17', '17. The time limit for prosecuting has expired', 'outcome.police.record', 19, '2026-01-01'),
  ('record-outcome-reason', 'POLICE_18', '18. Investigation complete, no suspect identified', 'outcome.police.record', 20, '2026-01-01'),
  ('record-outcome-reason', 'POLICE_20', '20. Further action by another agency', 'outcome.police.record', 21, '2026-01-01'),
  ('record-outcome-reason', 'POLICE_21', '21. Further investigation is not in the public interest', 'outcome.police.record', 22, '2026-01-01'),
  ('record-outcome-reason', 'POLICE_22', '22. Diversionary or educational activity', 'outcome.police.record', 23, '2026-01-01'),
  ('record-outcome-reason', 'CPS_CHARGED', 'Charge authorised', 'outcome.cps.record', 24, '2026-01-01'),
  ('record-outcome-reason', 'CPS_NFA_EVIDENTIAL', 'No further action: evidential', 'outcome.cps.record', 25, '2026-01-01'),
  ('record-outcome-reason', 'CPS_NFA_PUBLIC_INTEREST', 'No further action: public interest', 'outcome.cps.record', 26, '2026-01-01'),
  ('record-outcome-reason', 'CPS_OUT_OF_COURT', 'Out-of-court disposal', 'outcome.cps.record', 27, '2026-01-01'),
  ('record-outcome-reason', 'CPS_GUILTY_PLEA', 'Convicted: guilty plea', 'outcome.cps.record', 28, '2026-01-01'),
  ('record-outcome-reason', 'CPS_CONVICTED', 'Convicted after trial', 'outcome.cps.record', 29, '2026-01-01'),
  ('record-outcome-reason', 'CPS_PROVED_IN_ABSENCE', 'Convicted: proved in absence', 'outcome.cps.record', 30, '2026-01-01'),
  ('record-outcome-reason', 'CPS_DROPPED', 'Not convicted: dropped', 'outcome.cps.record', 31, '2026-01-01'),
  ('record-outcome-reason', 'CPS_DISMISSED', 'Not convicted: dismissed', 'outcome.cps.record', 32, '2026-01-01'),
  ('record-outcome-reason', 'CPS_ACQUITTED', 'Not convicted: acquitted', 'outcome.cps.record', 33, '2026-01-01'),
  ('record-outcome-reason', 'CPS_ADMINISTRATIVE', 'Administrative finalisation', 'outcome.cps.record', 34, '2026-01-01'),
  ('record-outcome-reason', 'SERVICE_SUPPORTED', 'The person harmed was supported', 'outcome.service.record', 35, '2026-01-01'),
  ('record-outcome-reason', 'SERVICE_DECLINED', 'The person harmed did not want support', 'outcome.service.record', 36, '2026-01-01'),
  ('record-outcome-reason', 'SERVICE_NOT_REACHED', 'The person harmed could not be reached', 'outcome.service.record', 37, '2026-01-01'),
  ('record-outcome-reason', 'SERVICE_SAFEGUARDED', 'A safeguarding plan is in place', 'outcome.service.record', 38, '2026-01-01'),
  ('record-outcome-reason', 'SERVICE_ENFORCED', 'Action was taken under our own powers', 'outcome.service.record', 39, '2026-01-01'),
  ('record-outcome-reason', 'SERVICE_PASSED_ON', 'Another service has taken it over', 'outcome.service.record', 40, '2026-01-01'),
  ('record-outcome-reason', 'SERVICE_OTHER', 'Something else', 'outcome.service.record', 41, '2026-01-01'),
  ('reopen-reason', 'NEW_EVIDENCE', 'There is new evidence', null, 42, '2026-01-01'),
  ('reopen-reason', 'VRR_UPHELD', 'A right to review was upheld', null, 43, '2026-01-01'),
  ('reopen-reason', 'APPEAL', 'An appeal', null, 44, '2026-01-01'),
  ('reopen-reason', 'ERROR', 'It was closed in error', null, 45, '2026-01-01'),
  ('reopen-reason', 'REPEAT', 'It has happened again', null, 46, '2026-01-01');
comment on table code_value is 'Dated pick lists. applies_to: a regime (legal lists), AFTER_QUESTION (only once something was asked), the action by which an outcome is recorded, or null for all.';

-- Referrals that belong together: who sees both sees that they do. A link to what somebody does not see is not there for them.
create table referral_link (
  referral  uuid not null references referral on delete cascade,
  other     uuid not null references referral on delete cascade,
  kind      text not null check (kind in ('DUPLICATE_OF', 'REDIRECTED_AS')),
  sender_agrees boolean,
  linked_by uuid not null,
  linked_at timestamptz not null default now(),
  primary key (referral, other, kind),
  check (referral <> other)
);
comment on column referral_link.sender_agrees is 'Whether the agency that sent it agreed to the redirection, by the word of whoever redirected; null for duplicates.';
comment on table referral_link is 'A referral that is a duplicate of another one, or went on to another agency as another one: data class D1 of both.';
create index referral_link_by_other on referral_link (other);
alter table referral_link enable row level security, force row level security;
create policy owner_all on referral_link to concordat_owner using (true) with check (true);
create policy seen on referral_link for select to concordat_app using (sees(referral, 'D1') and sees(other, 'D1'));
create policy made on referral_link for insert to concordat_app
  with check (linked_by = (select caller_subject()) and may(referral, 'referral.decide') and sees(other, 'D1'));
grant select, insert on referral_link to concordat_app;

-- Whoever must not see a referral must not see what it goes on as either; whom the first sender excluded at home is not the third agency's to know.
create function carry_exclusions() returns trigger language plpgsql security definer set search_path = public, pg_temp as
$$
begin
  insert into exclusion (id, record, subject, reason, set_by)
    select gen_random_uuid(), new.other, x.subject, x.reason, x.set_by from exclusion x join staff s on s.subject = x.subject
     where x.record = new.referral and x.lifted_at is null
       and s.agency in (caller_agency(), (select r.to_agency from referral r where r.id = new.other))
    on conflict (record, subject) where lifted_at is null do nothing;
  return null;
end
$$;
create trigger carry after insert on referral_link for each row when (new.kind = 'REDIRECTED_AS') execute function carry_exclusions();
revoke execute on function carry_exclusions() from public;

-- Whether the caller has worked on it: it was once theirs, or they said what came of it.
create function worked_on(p_record uuid) returns boolean language sql stable as
$$
  select exists (select from referral_assignment a where a.referral = p_record and a.assignee = caller_subject())
      or exists (select from referral_move m where m.referral = p_record and m.move = 'RECORD_OUTCOME' and m.actor = caller_subject())
$$;

-- What is put into the history is a move, and the one that was made.
create function is_move(p_move text, p_from text, p_to text) returns boolean language sql immutable as
$$
  select p_from || ' ' || p_to = any (case p_move
    when 'SUBMIT' then '{DRAFT SUBMITTED}'::text[] when 'WITHDRAW' then '{SUBMITTED WITHDRAWN,RECEIVED WITHDRAWN,INFO_REQUESTED WITHDRAWN}'
    when 'ACKNOWLEDGE' then '{SUBMITTED RECEIVED}' when 'ASK' then '{RECEIVED INFO_REQUESTED}' when 'ANSWER' then '{INFO_REQUESTED RECEIVED}'
    when 'ACCEPT' then '{RECEIVED ACCEPTED}' when 'REJECT' then '{RECEIVED REJECTED}' when 'REDIRECT' then '{RECEIVED REDIRECTED}'
    when 'DUPLICATE' then '{RECEIVED DUPLICATE}' when 'START' then '{ACCEPTED IN_PROGRESS}' when 'HOLD' then '{IN_PROGRESS ON_HOLD}'
    when 'RESUME' then '{ON_HOLD IN_PROGRESS}' when 'RECORD_OUTCOME' then '{IN_PROGRESS OUTCOME_RECORDED}'
    when 'CLOSE' then '{OUTCOME_RECORDED CLOSED}' when 'REOPEN' then '{CLOSED IN_PROGRESS}'
    when 'ASSIGN' then '{ACCEPTED ACCEPTED,IN_PROGRESS IN_PROGRESS,ON_HOLD ON_HOLD,OUTCOME_RECORDED OUTCOME_RECORDED}' end)
$$;
drop policy made on referral_move;
create policy made on referral_move for insert to concordat_app
  with check (actor = (select caller_subject()) and agency = (select caller_agency()) and role = (select caller_role())
              and sees(referral, 'D1') and moves(referral) and is_move(move, from_state, to_state)
              and exists (select from referral r where r.id = referral_move.referral and r.state = to_state));

-- As before, but that two records were joined is told only where it was done: the trail of one must not tell of the other.
create or replace function record_trail(p_record uuid, p_at timestamptz, p_ordinal bigint, p_limit integer)
  returns table (ordinal bigint, id uuid, leaf bigint, at timestamptz, verb text, action text, permitted boolean, reason text, actor uuid, name text,
                 agency text, role text, classes text, recipients text, agreement text, purpose text)
  language sql stable security definer set search_path = public, pg_temp as
$$
  with reader as (
    select r.id, r.submitted_at, caller_role() = 'information-governance' as governs,
           array(select distinct split_part(c, ':', 1) from visibility v cross join lateral unnest(v.data_classes) c
                  where v.record = r.id and v.valid @> now() and c not like 'D17%'
                    and case when caller_role() = 'information-governance' then v.viewer like caller_agency() || '/%'
                             else v.viewer = any (caller_viewers()) end) as known
      from referral r where r.id = p_record and answers_for(r.id)
  )
  select e.ordinal, e.id, l.leaf, e.at, e.verb, e.action, e.permitted, e.reason, e.actor, s.display_name, e.actor_agency, e.actor_role,
         array_to_string(shown.classes, ','), array_to_string(e.recipients, ','), e.agreement, e.purpose
    from reader
    join ledger_entry e on e.record_ids @> array[reader.id] and e.record_type = 'referral'
    cross join lateral (select e.actor_agency = caller_agency() as own) of_ours
    cross join lateral (select case when of_ours.own and reader.governs then e.data_classes
                                    else array(select c from unnest(e.data_classes) c where c = any (reader.known)) end as classes) shown
    left join ledger_leaf l on l.ordinal = e.ordinal
    left join staff s on s.subject = e.actor and s.agency = caller_agency()
   where (e.permitted or (of_ours.own and reader.governs))
     and (of_ours.own or e.at >= reader.submitted_at)
     and (e.action not in ('exclusion.declare', 'exclusion.manage', 'restricted.flag', 'breakglass.review') or (of_ours.own and reader.governs))
     and (e.data_classes = '{}' or cardinality(shown.classes) > 0)
     and (e.verb <> 'COMBINE' or of_ours.own)
     and (p_at is null or (e.at, e.ordinal) < (p_at, p_ordinal))
   order by e.at desc, e.ordinal desc limit p_limit
$$;

-- As before, and outcomes, redirections and duplicates.
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
    when v_move in ('RECEIVED ACCEPTED', 'RECEIVED REJECTED', 'RECEIVED INFO_REQUESTED', 'RECEIVED REDIRECTED', 'RECEIVED DUPLICATE') then '{referral.decide}'
    when v_move = 'ACCEPTED IN_PROGRESS' then '{referral.work}'
    when v_move = 'IN_PROGRESS OUTCOME_RECORDED' then '{outcome.police.record,outcome.cps.record,outcome.service.record}'
    when v_move in ('OUTCOME_RECORDED CLOSED', 'CLOSED IN_PROGRESS') then '{referral.assign}'
    when v_move in ('IN_PROGRESS ON_HOLD', 'ON_HOLD IN_PROGRESS') then '{referral.work,referral.assign}'
    when old.state = new.state and new.assignee <> old.assignee and old.state in ('ACCEPTED', 'IN_PROGRESS', 'ON_HOLD', 'OUTCOME_RECORDED')
      then '{referral.assign}' end;
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
      union select '#' || r.owner, 'REFERRAL_DECIDED' where new.move in ('ACCEPT', 'REJECT', 'REDIRECT', 'DUPLICATE')
      union select '#' || r.assignee, 'REFERRAL_GIVEN' where new.move in ('ACCEPT', 'ASSIGN', 'REOPEN') and r.assignee <> new.actor
      union select '#' || former.assignee, 'REFERRAL_GIVEN_AWAY' from (
              select a.assignee from referral_assignment a where a.referral = r.id and a.ended_at is not null order by a.ended_at desc limit 1) former
             where new.move = 'ASSIGN' and former.assignee not in (new.actor, r.assignee)) told (viewer, kind);
  return null;
end
$$;
