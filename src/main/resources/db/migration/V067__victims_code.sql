-- What the person harmed has to be told, by whom and by when (the Victims' Code, domain.md 3.5; ADR 38). What they were told is in referral_contact.

create table victim_rule (
  code       text not null check (code ~ '^[A-Z][A-Z_]{0,39}$'),
  label      text not null,
  event      text not null,
  standard   integer not null check (standard > 0),
  enhanced   integer not null check (enhanced > 0),
  unit       text not null check (unit in ('HOURS', 'WORKING_DAYS', 'WEEKS', 'MONTHS')),
  holder     text not null default 'AGENCY' check (holder in ('AGENCY', 'HARMED')),
  owed_by    text not null check (owed_by in ('POLICE', 'CPS', 'WITNESS_CARE', 'ANY')),
  told_by    text[] not null,
  repeats    boolean not null default true,
  position   integer not null,
  valid_from date not null,
  valid_to   date,
  primary key (code, valid_from)
);
comment on table victim_rule is 'What the Victims'' Code asks after an event, dated: the rule of the day of the event counts. told_by: kinds of contact that discharge it. repeats: each event opens one, else the first of a record does.';
insert into victim_rule (code, label, event, standard, enhanced, unit, owed_by, told_by, repeats, position, valid_from) values
  ('SUPPORT', 'Referral to support', 'REPORTED', 2, 2, 'WORKING_DAYS', 'POLICE', '{SUPPORT}', false, 1, '2021-04-01'),
  ('ACKNOWLEDGE', 'Acknowledgement in writing, and what happens next', 'REPORTED', 5, 5, 'WORKING_DAYS', 'POLICE', '{ACKNOWLEDGEMENT}', false, 2, '2021-04-01'),
  ('NOT_PURSUED', 'That the police take no further action, and why', 'NOT_PURSUED', 5, 1, 'WORKING_DAYS', 'POLICE', '{DECISION,OUTCOME}', true, 3, '2021-04-01'),
  ('ARREST', 'That a suspect was arrested', 'SUSPECT_ARRESTED', 5, 1, 'WORKING_DAYS', 'POLICE', '{UPDATE}', true, 4, '2021-04-01'),
  ('INTERVIEW', 'That a suspect was interviewed', 'SUSPECT_INTERVIEWED', 5, 1, 'WORKING_DAYS', 'POLICE', '{UPDATE}', true, 5, '2021-04-01'),
  ('RELEASE', 'That a suspect was released', 'SUSPECT_RELEASED', 5, 1, 'WORKING_DAYS', 'POLICE', '{UPDATE}', true, 6, '2021-04-01'),
  ('BAIL', 'That a suspect was bailed, and on what conditions', 'SUSPECT_BAILED', 5, 1, 'WORKING_DAYS', 'POLICE', '{UPDATE}', true, 7, '2021-04-01'),
  ('BAIL_CHANGE', 'That bail was changed', 'BAIL_CHANGED', 5, 1, 'WORKING_DAYS', 'POLICE', '{UPDATE}', true, 8, '2021-04-01'),
  ('BAIL_BREACH', 'That bail was breached', 'BAIL_BREACHED', 5, 1, 'WORKING_DAYS', 'POLICE', '{UPDATE}', true, 9, '2021-04-01'),
  ('CHARGE', 'That a suspect was charged', 'SUSPECT_CHARGED', 5, 1, 'WORKING_DAYS', 'POLICE', '{DECISION,OUTCOME}', true, 10, '2021-04-01'),
  ('OUT_OF_COURT', 'That it was dealt with out of court, and how', 'OUT_OF_COURT', 5, 1, 'WORKING_DAYS', 'POLICE', '{DECISION,OUTCOME}', true, 11, '2021-04-01'),
  ('NOT_CHARGED', 'That the CPS does not charge, and why', 'CPS_NOT_CHARGED', 5, 1, 'WORKING_DAYS', 'CPS', '{DECISION,OUTCOME}', true, 12, '2021-04-01'),
  ('STOPPED', 'That the CPS stopped the case, and why', 'CPS_STOPPED', 5, 1, 'WORKING_DAYS', 'CPS', '{DECISION,OUTCOME}', true, 13, '2021-04-01'),
  ('ALTERED', 'That the CPS changed a charge, and why', 'CPS_ALTERED', 5, 1, 'WORKING_DAYS', 'CPS', '{DECISION}', true, 14, '2021-04-01'),
  ('HEARING', 'When and where the hearing is', 'HEARING_SET', 1, 1, 'WORKING_DAYS', 'WITNESS_CARE', '{UPDATE}', true, 15, '2021-04-01'),
  ('HEARING_RESULT', 'What came of the hearing', 'HEARING_HELD', 1, 1, 'WORKING_DAYS', 'WITNESS_CARE', '{UPDATE,OUTCOME}', true, 16, '2021-04-01'),
  ('COURT_BAIL', 'That the court gave bail, and on what conditions', 'COURT_BAILED', 1, 1, 'WORKING_DAYS', 'WITNESS_CARE', '{UPDATE}', true, 17, '2021-04-01'),
  ('VERDICT', 'What the verdict is', 'VERDICT', 1, 1, 'WORKING_DAYS', 'WITNESS_CARE', '{OUTCOME}', true, 18, '2021-04-01'),
  ('SENTENCE', 'What the sentence is, and what it means', 'SENTENCE', 1, 1, 'WORKING_DAYS', 'WITNESS_CARE', '{OUTCOME}', true, 19, '2021-04-01'),
  ('APPEAL', 'That an appeal was lodged', 'APPEAL_LODGED', 1, 1, 'WORKING_DAYS', 'WITNESS_CARE', '{UPDATE}', true, 20, '2021-04-01'),
  ('APPEAL_LISTED', 'When and where the appeal is heard', 'APPEAL_LISTED', 1, 1, 'WORKING_DAYS', 'WITNESS_CARE', '{UPDATE}', true, 21, '2021-04-01'),
  ('APPEAL_RESULT', 'What came of the appeal', 'APPEAL_DECIDED', 1, 1, 'WORKING_DAYS', 'WITNESS_CARE', '{OUTCOME}', true, 22, '2021-04-01'),
  ('COMPLAINT', 'That their complaint was received', 'COMPLAINED', 10, 10, 'WORKING_DAYS', 'ANY', '{ACKNOWLEDGEMENT}', true, 23, '2021-04-01');
-- The right to review (ADR 39): until when they may ask, and are heard all the same; by when it is looked at; by when they are told what came of it.
insert into victim_rule (code, label, event, standard, enhanced, unit, holder, owed_by, told_by, repeats, position, valid_from) values
  ('REVIEW_ASK', 'That they may ask for a review, and by when', 'REVIEW_OFFERED', 10, 10, 'WORKING_DAYS', 'HARMED', 'ANY', '{}', true, 24, '2021-04-01'),
  ('REVIEW_LATEST', 'Until when a request for a review is accepted', 'REVIEW_OFFERED', 3, 3, 'MONTHS', 'HARMED', 'ANY', '{}', true, 25, '2021-04-01'),
  ('REVIEW_LOCAL', 'Review of the decision they asked about', 'REVIEW_ASKED', 10, 10, 'WORKING_DAYS', 'AGENCY', 'ANY', '{}', true, 26, '2021-04-01'),
  ('REVIEW_INDEPENDENT', 'Independent review of the decision', 'REVIEW_WENT_ON', 6, 6, 'WEEKS', 'AGENCY', 'ANY', '{}', true, 27, '2021-04-01'),
  ('REVIEW_RESULT', 'What came of the review, and why', 'REVIEW_DECIDED', 5, 1, 'WORKING_DAYS', 'AGENCY', 'ANY', '{DECISION,OUTCOME}', true, 28, '2021-04-01');

create table victim_outcome_event (
  outcome    text not null,
  event      text not null,
  reviewable boolean not null default false,
  valid_from date not null,
  valid_to   date,
  primary key (outcome, event, valid_from)
);
comment on table victim_outcome_event is 'Which outcome (list record-outcome-reason) is which event of the Victims'' Code, dated. An authorised charge is none: the police tell of it once it is made. reviewable: the person harmed may ask that it is reviewed (ADR 39).';
insert into victim_outcome_event (outcome, event, reviewable, valid_from)
  select o, e.event, o = any ('{POLICE_10,POLICE_12,POLICE_15,POLICE_17,POLICE_21,CPS_NFA_EVIDENTIAL,CPS_NFA_PUBLIC_INTEREST,CPS_DROPPED}'), '2026-01-01'
    from (values ('{POLICE_1,POLICE_1A}'::text[], 'SUSPECT_CHARGED'),
                 ('{POLICE_2,POLICE_2A,POLICE_3,POLICE_3A,POLICE_6,POLICE_8,POLICE_22}', 'OUT_OF_COURT'),
                 ('{POLICE_5,POLICE_9,POLICE_10,POLICE_11,POLICE_12,POLICE_13,POLICE_14,POLICE_15,POLICE_16,POLICE_17,POLICE_18,POLICE_20,POLICE_21}', 'NOT_PURSUED'),
                 ('{CPS_NFA_EVIDENTIAL,CPS_NFA_PUBLIC_INTEREST}', 'CPS_NOT_CHARGED'),
                 ('{CPS_DROPPED}', 'CPS_STOPPED'),
                 ('{CPS_GUILTY_PLEA,CPS_CONVICTED,CPS_PROVED_IN_ABSENCE,CPS_DISMISSED,CPS_ACQUITTED}', 'VERDICT'),
                 ('{CPS_ADMINISTRATIVE}', 'HEARING_HELD')) as e (outcomes, event)
    cross join lateral unnest(e.outcomes) o;

create table victim_obligation (
  id           uuid primary key,
  referral     uuid not null references referral on delete cascade,
  agency       text not null references agency,
  rule         text not null,
  event        text not null,
  event_at     timestamptz not null,
  entitlement  text not null default 'ENHANCED' check (entitlement in ('STANDARD', 'ENHANCED')),
  due_at       timestamptz not null check (due_at > event_at),
  opened_at    timestamptz not null default now(),
  calendar     bigint not null default 0,
  contact      uuid references referral_contact on delete cascade,
  done_at      timestamptz,
  escalated_at timestamptz,
  check (contact is null or done_at is not null)
);
comment on table victim_obligation is 'What an agency has to tell the person harmed: its own D4. Discharged by a contact, which says how and by whom, or why not; a review of a decision by what came of it, without one (ADR 39). Written by functions alone.';
comment on column victim_obligation.event_at is 'When it happened, as the agency recorded it; the beginning of the day in London where only that is known.';
comment on column victim_obligation.calendar is 'The version of the bank holidays by which it was reckoned.';
comment on column victim_obligation.escalated_at is 'When it was told that it is overdue; empty again where the calendar set it anew.';
create unique index victim_obligation_once on victim_obligation (referral, agency, rule, event_at);
create index victim_obligation_open on victim_obligation (agency, due_at, id) where done_at is null;
create index victim_obligation_late on victim_obligation (due_at) where done_at is null and escalated_at is null;
create index victim_obligation_reckoned on victim_obligation (calendar) where done_at is null;

create table victim_obligation_change (
  obligation uuid not null references victim_obligation on delete cascade,
  referral   uuid not null,
  agency     text not null,
  at         timestamptz not null default now(),
  was_due    timestamptz not null,
  due_at     timestamptz not null,
  why        text not null default 'CALENDAR' check (why in ('CALENDAR', 'DAY')),
  primary key (obligation, at)
);
comment on table victim_obligation_change is 'That something has to be told by another day than before, because the bank holidays or the day of what happened were corrected: the agency''s own D4. Added by functions alone.';
create index victim_obligation_change_by_referral on victim_obligation_change (referral, at);

create table calendar_version (
  only_row boolean primary key default true check (only_row),
  version  bigint not null
);
comment on table calendar_version is 'How often the bank holidays changed: what is open and was reckoned by an earlier version is reckoned again.';
insert into calendar_version (version) values (1);
create function calendar_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp as
$$
begin
  update calendar_version set version = version + 1;
  return null;
end
$$;
create trigger calendar_changed after insert or update or delete or truncate on bank_holiday for each statement execute function calendar_changed();

-- The version of the bank holidays; to be read before they are, so that a change in between is reckoned twice and not missed.
create function calendar_now() returns bigint language sql stable security definer set search_path = public, pg_temp as
$$
  select version from calendar_version
$$;

-- Whether the caller sees what an agency has to tell: their own agency's only, in a role that sees the needs (D4); of what their agency received that is
-- its own work, of what it sent its own sight.
create function sees_obligation(p_referral uuid, p_agency text) returns boolean language sql stable as
$$
  select sees_casework(p_referral, p_agency, 'D4')
      or (p_agency = caller_agency() and sees(p_referral, 'D4')
          and exists (select from referral r where r.id = p_referral and r.from_agency = p_agency and r.state <> 'DRAFT'))
$$;

-- Whether there was such an event, as far as the database keeps it. A room that brings events of its own adds to it.
create function victim_event_stands(p_referral uuid, p_agency text, p_event text) returns boolean
  language sql stable security definer set search_path = public, pg_temp as
$$
  select case
    when p_event = 'REPORTED'
      then exists (select from referral_move m join referral r on r.id = m.referral where m.referral = p_referral and m.move = 'ACCEPT' and r.to_agency = p_agency)
        or exists (select from crime c where c.referral = p_referral and c.agency = p_agency)
    else exists (select from referral_move m join referral_feedback f on f.move = m.id join referral r on r.id = m.referral
                   join victim_outcome_event e on e.outcome = f.reason and days(e.valid_from, e.valid_to) @> m.at
                  where m.referral = p_referral and m.move = 'RECORD_OUTCOME' and e.event = p_event and r.to_agency = p_agency) end
$$;

-- Opens an obligation of the caller's agency, where the rule of the day asks for it and it is not open or done already; discharged at once where the person
-- harmed was told of it before it was written down. Whether it did.
create function open_obligation(p_id uuid, p_referral uuid, p_rule text, p_event text, p_event_at timestamptz, p_entitlement text, p_due timestamptz,
                                p_calendar bigint) returns boolean language plpgsql security definer set search_path = public, pg_temp as
$$
declare
  v_agency  text := caller_agency();
  v_rule    victim_rule;
  v_contact uuid;
  v_done    timestamptz;
begin
  select v.* into v_rule from victim_rule v where v.code = p_rule and v.event = p_event and days(v.valid_from, v.valid_to) @> p_event_at;
  if v_rule is null or not sees(p_referral, 'D1') or not moves(p_referral)
     or not exists (select from referral r join agency a on a.code = v_agency
                     where r.id = p_referral and v_agency in (r.from_agency, r.to_agency) and not r.recalled
                       and case v_rule.owed_by when 'ANY' then true when 'WITNESS_CARE' then a.kind in ('POLICE', 'CPS') else a.kind = v_rule.owed_by end)
     or not victim_event_stands(p_referral, v_agency, p_event) then
    return false;
  end if;
  perform from referral where id = p_referral for no key update; -- one after the other: what does not repeat is opened once
  if not v_rule.repeats and exists (select from victim_obligation o where o.referral = p_referral and o.agency = v_agency and o.rule = p_rule) then
    return false;
  end if;
  select c.id, c.at into v_contact, v_done from referral_contact c
   where c.referral = p_referral and c.agency = v_agency and c.kind = any (v_rule.told_by) and c.result in ('TOLD', 'EXEMPT')
     and c.at >= date_trunc('minute', p_event_at)
   order by c.at, c.id limit 1;
  insert into victim_obligation (id, referral, agency, rule, event, event_at, entitlement, due_at, calendar, contact, done_at)
    values (p_id, p_referral, v_agency, p_rule, p_event, p_event_at, p_entitlement, p_due, least(p_calendar, calendar_now()), v_contact, v_done)
    on conflict (referral, agency, rule, event_at) do nothing;
  return found;
end
$$;

-- A contact discharges what its agency had to tell by a contact of its kind, of what had happened by then: told, or not to be told and why.
create function discharge_obligations() returns trigger language plpgsql security definer set search_path = public, pg_temp as
$$
begin
  perform from referral where id = new.referral for no key update; -- after whoever opens one now, who would not see this contact yet
  update victim_obligation o set contact = new.id, done_at = new.at
    from victim_rule v
   where o.referral = new.referral and o.agency = new.agency and o.done_at is null and new.result in ('TOLD', 'EXEMPT')
     and v.code = o.rule and days(v.valid_from, v.valid_to) @> o.event_at and new.kind = any (v.told_by)
     and date_trunc('minute', o.event_at) <= new.at;
  return null;
end
$$;
create trigger discharge_obligations after insert on referral_contact for each row execute function discharge_obligations();

-- What is open and was reckoned before the calendar changed, for the product itself; with the rule of its day.
create function obligations_to_reckon(p_limit integer)
  returns table (id uuid, event_at timestamptz, entitlement text, standard integer, enhanced integer, unit text, holder text)
  language sql stable security definer set search_path = public, pg_temp as
$$
  select o.id, o.event_at, o.entitlement, v.standard, v.enhanced, v.unit, v.holder
    from victim_obligation o join victim_rule v on v.code = o.rule and days(v.valid_from, v.valid_to) @> o.event_at
   where caller_role() = 'system' and o.done_at is null and o.calendar < calendar_now()
   order by o.calendar limit p_limit
$$;

-- Sets anew when it is due; what it was is kept. Nothing where another node was faster, or it was discharged meanwhile.
create function reckon_obligation(p_id uuid, p_due timestamptz, p_calendar bigint) returns void language plpgsql security definer set search_path = public, pg_temp as
$$
declare
  o victim_obligation;
begin
  select * into o from victim_obligation where id = p_id for update;
  if caller_role() is distinct from 'system' or o.id is null or o.done_at is not null or o.calendar >= p_calendar then
    return;
  end if;
  if o.due_at <> p_due then
    insert into victim_obligation_change (obligation, referral, agency, was_due, due_at) values (o.id, o.referral, o.agency, o.due_at, p_due);
  end if;
  update victim_obligation set due_at = p_due, calendar = least(p_calendar, calendar_now()), escalated_at = case when due_at = p_due then escalated_at end
   where id = p_id;
end
$$;

do $$
declare t text;
begin
  foreach t in array array['victim_rule', 'victim_outcome_event', 'victim_obligation', 'victim_obligation_change', 'calendar_version'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy owner_all on %I to concordat_owner using (true) with check (true)', t);
  end loop;
end
$$;
create policy bound_caller on victim_rule for select to concordat_app using ((select caller_subject()) is not null);
create policy bound_caller on victim_outcome_event for select to concordat_app using ((select caller_subject()) is not null);
create policy seen on victim_obligation for select to concordat_app using (sees_obligation(referral, agency));
create policy seen on victim_obligation_change for select to concordat_app using (sees_obligation(referral, agency));
grant select on victim_rule, victim_outcome_event, victim_obligation, victim_obligation_change to concordat_app;
revoke execute on function calendar_changed(), calendar_now(), victim_event_stands(uuid, text, text), discharge_obligations(), obligations_to_reckon(integer),
  open_obligation(uuid, uuid, text, text, timestamptz, text, timestamptz, bigint), reckon_obligation(uuid, timestamptz, bigint) from public;
grant execute on function calendar_now(), obligations_to_reckon(integer), open_obligation(uuid, uuid, text, text, timestamptz, text, timestamptz, bigint),
  reckon_obligation(uuid, timestamptz, bigint) to concordat_app;
