-- What happens to a file has to be told to the person harmed too (ADR 40): the CPS that it does not charge, the police that they charged, or disposed of it out of court.

-- Whether the caller says of that referral when the police did what was decided: whoever may amend it, also after it was closed.
create function carries_out(p_referral uuid) returns boolean language sql stable as
$$
  select exists (select from referral r where r.id = p_referral and r.type = 'POLICE_TO_CPS_REVIEW' and r.from_agency = caller_agency() and not r.recalled
                    and r.state in ('ACCEPTED', 'IN_PROGRESS', 'OUTCOME_RECORDED', 'CLOSED') and may(r.id, 'referral.amend'))
     and exists (select from role_permission p where p.role = caller_role() and p.action = 'file.prepare' and days(p.valid_from, p.valid_to) @> now())
$$;

create table decision_carried_out (
  defendant   uuid primary key,
  prosecution uuid not null,
  referral    uuid not null,
  agency      text not null references agency,
  kind        text not null check (kind in ('SUSPECT_CHARGED', 'OUT_OF_COURT')),
  on_day      date not null,
  said_by     uuid not null,
  said_at     timestamptz not null,
  foreign key (defendant, prosecution, referral) references defendant (id, prosecution, referral) on delete cascade
);
comment on table decision_carried_out is 'On which day the police did what prosecutors decided, as they recorded it: data class D1, as the state of the review. Added only. kind: the event of the Victims'' Code that it is.';
alter table decision_carried_out enable row level security, force row level security;
create policy owner_all on decision_carried_out to concordat_owner using (true) with check (true);
create policy seen on decision_carried_out for select to concordat_app
  using (sees(referral, 'D1') and exists (select from prosecution p where p.id = decision_carried_out.prosecution));
create policy said on decision_carried_out for insert to concordat_app
  with check (said_by = (select caller_subject()) and agency = (select caller_agency()) and carries_out(referral)
              and on_day <= (now() at time zone 'Europe/London')::date
              and exists (select from defendant d where d.id = decision_carried_out.defendant and on_day >= (d.state_since at time zone 'Europe/London')::date
                             and d.state = case kind when 'SUSPECT_CHARGED' then 'CHARGE_AUTHORISED' else 'OUT_OF_COURT' end));
grant select, insert on decision_carried_out to concordat_app;

create table decision_carried_out_version (
  defendant      uuid not null references decision_carried_out on delete cascade,
  number         integer not null check (number > 0),
  prosecution    uuid not null,
  referral       uuid not null,
  agency         text not null references agency,
  was_day        date not null,
  reason         text not null check (reason ~ '\S'),
  corrected_by   uuid not null,
  corrected_role text not null references staff_role,
  corrected_at   timestamptz not null,
  primary key (defendant, number),
  foreign key (defendant, prosecution, referral) references defendant (id, prosecution, referral) on delete cascade
);
comment on table decision_carried_out_version is 'Which day the police had said before they corrected it, and what was wrong: the force''s own, data class D5: why may name somebody. Added by function correct_carried_out alone; never changed.';
alter table decision_carried_out_version enable row level security, force row level security;
create policy owner_all on decision_carried_out_version to concordat_owner using (true) with check (true);
create policy seen on decision_carried_out_version for select to concordat_app
  using (agency = caller_agency() and sees(referral, 'D5') and exists (select from prosecution p where p.id = decision_carried_out_version.prosecution));
grant select on decision_carried_out_version to concordat_app;

-- Corrects the day, and keeps which it was. False where it is not the caller's to correct, is not as they saw it, or is no such day.
create function correct_carried_out(p_defendant uuid, p_was date, p_on date, p_reason text, p_at timestamptz) returns boolean language plpgsql
  security definer set search_path = public, pg_temp as
$$
declare
  c decision_carried_out;
begin
  select * into c from decision_carried_out where defendant = p_defendant for update;
  if c.defendant is null or c.agency is distinct from caller_agency() or not sees(c.referral, 'D1') or not carries_out(c.referral)
     or c.on_day is distinct from p_was or p_on is null or p_on = p_was or p_on > (now() at time zone 'Europe/London')::date or coalesce(p_reason, '') !~ '\S'
     or not exists (select from charging_decision x where x.defendant = c.defendant and p_on >= (x.decided_at at time zone 'Europe/London')::date) then
    return false;
  end if;
  insert into decision_carried_out_version (defendant, number, prosecution, referral, agency, was_day, reason, corrected_by, corrected_role, corrected_at)
    select c.defendant, 1 + count(*), c.prosecution, c.referral, c.agency, c.on_day, p_reason, caller_subject(), caller_role(), p_at
      from decision_carried_out_version v where v.defendant = c.defendant;
  update decision_carried_out set on_day = p_on where defendant = c.defendant;
  return true;
end
$$;

-- Moves what has to be told to the day on which it did happen, as long as nobody was told; of two for the same day one is left. What was told after that day
-- stands as it is. False where one has to be opened for that day: there was none, somebody else's stands for the day before, or what was told was told too early.
create function correct_obligation(p_referral uuid, p_rule text, p_event text, p_was timestamptz, p_at timestamptz, p_due timestamptz, p_calendar bigint)
  returns boolean language plpgsql security definer set search_path = public, pg_temp as
$$
declare
  o victim_obligation;
begin
  if not sees(p_referral, 'D1') or not moves(p_referral) or not victim_event_stands(p_referral, caller_agency(), p_event) then
    return false;
  end if;
  perform from referral where id = p_referral for no key update;
  select * into o from victim_obligation
   where referral = p_referral and agency = caller_agency() and rule = p_rule and event = p_event and event_at = p_was for update;
  if o.id is null
     or exists (select from decision_carried_out c where c.referral = p_referral and c.agency = o.agency and c.kind = p_event
                   and c.on_day::timestamp at time zone 'Europe/London' = p_was) then
    return false;
  end if;
  if o.contact is not null then
    return o.done_at >= p_at;
  end if;
  if exists (select from victim_obligation x where x.referral = p_referral and x.agency = o.agency and x.rule = p_rule and x.event_at = p_at) then
    delete from victim_obligation where id = o.id;
    return true;
  end if;
  insert into victim_obligation_change (obligation, referral, agency, was_due, due_at, why)
    select o.id, o.referral, o.agency, o.due_at, p_due, 'DAY' where o.due_at <> p_due;
  update victim_obligation set event_at = p_at, due_at = p_due, calendar = least(p_calendar, calendar_now()), escalated_at = null where id = o.id;
  return true;
end
$$;
revoke execute on function correct_carried_out(uuid, date, date, text, timestamptz),
  correct_obligation(uuid, text, text, timestamptz, timestamptz, timestamptz, bigint) from public;
grant execute on function correct_carried_out(uuid, date, date, text, timestamptz),
  correct_obligation(uuid, text, text, timestamptz, timestamptz, timestamptz, bigint) to concordat_app;

-- As before, and what is decided on a file and done about it; and what the court makes of it.
create or replace function victim_event_stands(p_referral uuid, p_agency text, p_event text) returns boolean
  language sql stable security definer set search_path = public, pg_temp as
$$
  select case
    when p_event = 'REPORTED'
      then exists (select from referral_move m join referral r on r.id = m.referral where m.referral = p_referral and m.move = 'ACCEPT' and r.to_agency = p_agency)
        or exists (select from crime c where c.referral = p_referral and c.agency = p_agency)
    else exists (select from referral_move m join referral_feedback f on f.move = m.id join referral r on r.id = m.referral
                   join victim_outcome_event e on e.outcome = f.reason and days(e.valid_from, e.valid_to) @> m.at
                  where m.referral = p_referral and m.move = 'RECORD_OUTCOME' and e.event = p_event and r.to_agency = p_agency)
      or (p_event = 'CPS_NOT_CHARGED'
          and exists (select from charging_decision c join defendant d on d.id = c.defendant
                       where c.referral = p_referral and c.agency = p_agency and c.kind in ('NFA_EVIDENTIAL', 'NFA_PUBLIC_INTEREST') and d.state = 'NFA'))
      or exists (select from decision_carried_out c where c.referral = p_referral and c.agency = p_agency and c.kind = p_event)
      or (p_event = 'HEARING_SET' and exists (select from hearing h where h.referral = p_referral and h.agency = p_agency))
      or (p_event = 'HEARING_HELD' and exists (select from hearing h where h.referral = p_referral and h.agency = p_agency and h.outcome is not null))
      or (p_event = 'VERDICT' and exists (select from court_finding f where f.referral = p_referral and f.agency = p_agency and f.finding in ('GUILTY', 'NOT_GUILTY')))
      or exists (select from court_result c where c.referral = p_referral and c.agency = p_agency
                    and case p_event when 'SENTENCE' then c.sentence is not null when 'CPS_STOPPED' then c.finalisation in ('DISCONTINUED', 'WITHDRAWN', 'NO_EVIDENCE_OFFERED')
                                     when 'CPS_ALTERED' then c.basis = 'ACCEPTED' and not c.basis_hostility end)
      or (p_event = 'CPS_ALTERED' and exists (select from charging_decision c where c.referral = p_referral and c.agency = p_agency and c.kind = 'APPLY_FULL_CODE')) end
$$;

-- As before, but the lock that is taken does not collide with the share that the reference of another contact holds: two contacts that are logged at
-- once waited for each other.
create or replace function contact_ends_limit(p_contact uuid) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as
$$
declare
  c     referral_contact;
  r     referral;
  v_due timestamptz;
begin
  select * into c from referral_contact
   where id = p_contact and actor = caller_subject() and agency = caller_agency() and result in ('TOLD', 'EXEMPT') and due_step is null
     and exists (select from code_value v where v.list = 'contact-kind' and v.code = kind and v.applies_to = 'CLOCK'
                    and days(v.valid_from, v.valid_to) @> now());
  select * into r from referral where id = c.referral and to_agency = c.agency and not recalled for no key update;
  if r.state = 'OUTCOME_RECORDED' and c.kind = 'OUTCOME' and r.due_at is not null and not outcome_owed(r.id) then
    update referral_contact set due_step = r.due_step, due_at = r.due_at where id = c.id and date_trunc('minute', r.clock_started) <= c.at;
    update referral set due_step = null, clock_started = null, due_at = null, version = version + 1 where id = r.id;
    return true;
  end if;
  select (((c.at at time zone 'Europe/London')::date + l.amount)::timestamp + time '17:00') at time zone 'Europe/London' into v_due
    from service_level l where l.step = 'UPDATE' and l.urgency = r.urgency and l.unit = 'DAYS' and days(l.valid_from, l.valid_to) @> now();
  if v_due is null then
    return false;
  end if;
  if r.due_step in ('FIRST_CONTACT', 'UPDATE') and date_trunc('minute', r.clock_started) <= c.at then
    update referral_contact set due_step = r.due_step, due_at = r.due_at where id = c.id;
    update referral set due_step = 'UPDATE', clock_started = c.at, due_at = v_due, version = version + 1 where id = r.id;
    return true;
  elsif r.paused_step in ('FIRST_CONTACT', 'UPDATE') and date_trunc('minute', r.paused_started) <= c.at then
    update referral_contact set due_step = r.paused_step, due_at = r.paused_due where id = c.id;
    update referral set paused_step = 'UPDATE', paused_started = c.at, paused_due = v_due, paused_at = greatest(paused_at, c.at), version = version + 1
     where id = r.id;
    return true;
  end if;
  return false;
end
$$;
