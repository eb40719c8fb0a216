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
  linked_by uuid not null,
  linked_at timestamptz not null default now(),
  primary key (referral, other, kind),
  check (referral <> other)
);
comment on table referral_link is 'A referral that is a duplicate of another one, or went on to another agency as another one: data class D1 of both.';
create index referral_link_by_other on referral_link (other);
alter table referral_link enable row level security, force row level security;
create policy owner_all on referral_link to concordat_owner using (true) with check (true);
create policy seen on referral_link for select to concordat_app using (sees(referral, 'D1') and sees(other, 'D1'));
create policy made on referral_link for insert to concordat_app
  with check (linked_by = (select caller_subject()) and may(referral, 'referral.decide') and sees(other, 'D1'));
grant select, insert on referral_link to concordat_app;

-- Whoever must not see a referral must not see what it goes on as either.
create function carry_exclusions() returns trigger language plpgsql security definer set search_path = public, pg_temp as
$$
begin
  insert into exclusion (id, record, subject, reason, set_by)
    select gen_random_uuid(), new.other, x.subject, x.reason, x.set_by from exclusion x where x.record = new.referral and x.lifted_at is null
    on conflict (record, subject) where lifted_at is null do nothing;
  return null;
end
$$;
create trigger carry after insert on referral_link for each row when (new.kind = 'REDIRECTED_AS') execute function carry_exclusions();
revoke execute on function carry_exclusions() from public;

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
      union select doers(r.id, 'referral.follow'), 'REFERRAL_OUTCOME' where new.move = 'RECORD_OUTCOME'
      union select '#' || r.assignee, 'REFERRAL_GIVEN' where new.move in ('ACCEPT', 'ASSIGN') and r.assignee <> new.actor
      union select '#' || former.assignee, 'REFERRAL_GIVEN_AWAY' from (
              select a.assignee from referral_assignment a where a.referral = r.id and a.ended_at is not null order by a.ended_at desc limit 1) former
             where new.move = 'ASSIGN' and former.assignee not in (new.actor, r.assignee)) told (viewer, kind);
  return null;
end
$$;
