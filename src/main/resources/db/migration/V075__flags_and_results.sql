-- On which strands a case is flagged, for each defendant (domain.md 1.2, 3.1; ADR 44): from what the police submitted, added by a prosecutor who perceives it, taken off with a
-- reason alone. Neither recorded nor prosecuted as hate: a fact of its own.

create table monitoring_flag (
  id          uuid primary key,
  prosecution uuid not null,
  referral    uuid not null,
  agency      text not null references agency,
  defendant   uuid not null,
  strand      text not null check (strand in ('DIS', 'RAC', 'REL', 'SO', 'TG')),
  number      integer not null check (number > 0),
  stands      boolean not null,
  reason      text check (reason ~ '\S'),
  said_by     uuid not null,
  said_role   text not null references staff_role,
  said_at     timestamptz not null,
  unique (defendant, strand, number),
  foreign key (defendant, prosecution, referral) references defendant (id, prosecution, referral) on delete cascade,
  check (stands or reason is not null)
);
comment on table monitoring_flag is 'Changes of the monitoring flags of a defendant, the last of a strand stands: masked D10. Added only. agency: the prosecutors''; number 1 without a reason came with the file.';
create index monitoring_flag_by_referral on monitoring_flag (referral);
alter table monitoring_flag enable row level security, force row level security;
create policy owner_all on monitoring_flag to concordat_owner using (true) with check (true);
create policy seen on monitoring_flag for select to concordat_app using (reads_decision(referral, agency));
create policy changed on monitoring_flag for insert to concordat_app
  with check (said_by = (select caller_subject()) and said_role = (select caller_role()) and agency = (select caller_agency()) and reviews_file(referral)
              and exists (select from defendant d where d.id = monitoring_flag.defendant and d.referral = monitoring_flag.referral and d.state <> 'PREPARING'));
grant select, insert on monitoring_flag to concordat_app;

-- The strands on which somebody is flagged now.
create function standing_flags(p_defendant uuid) returns table (strand text) language sql stable security definer set search_path = public, pg_temp as
$$
  select l.strand from (select distinct on (f.strand) f.strand, f.stands from monitoring_flag f where f.defendant = p_defendant order by f.strand, f.number desc) l
   where l.stands
$$;
revoke execute on function standing_flags(uuid) from public;

-- A change changes something, and is the next one.
create function guard_flag() returns trigger language plpgsql security definer set search_path = public, pg_temp as
$$
begin
  if new.number <> 1 + (select count(*) from monitoring_flag f where f.defendant = new.defendant and f.strand = new.strand)
     or new.stands = (new.strand in (select s.strand from standing_flags(new.defendant) s)) then
    raise insufficient_privilege using message = 'that flag is not changed so';
  end if;
  return new;
end
$$;
revoke execute on function guard_flag() from public;
create trigger guard before insert on monitoring_flag for each row when (current_user = 'concordat_app') execute function guard_flag();

-- What the police submit flags the case: the strands of the referral and those on which a charge is proposed, where nothing was said of them yet.
create function flag_as_submitted() returns trigger language plpgsql security definer set search_path = public, pg_temp as
$$
begin
  insert into monitoring_flag (id, prosecution, referral, agency, defendant, strand, number, stands, said_by, said_role, said_at)
    select gen_random_uuid(), new.prosecution, new.referral, r.to_agency, new.id, x.strand, 1, true, caller_subject(), caller_role(), new.state_since
      from referral r
     cross join lateral (select unnest(string_to_array(r.strands, ',')) union select unnest(c.strands) from charge c where c.defendant = new.id) x (strand)
     where r.id = new.referral and x.strand in ('DIS', 'RAC', 'REL', 'SO', 'TG')
       and not exists (select from monitoring_flag f where f.defendant = new.id and f.strand = x.strand);
  return null;
end
$$;
revoke execute on function flag_as_submitted() from public;
create trigger flag after update of state on defendant for each row when (new.state in ('REFERRED', 'RESUBMITTED') and new.state <> old.state)
  execute function flag_as_submitted();

-- As before, and a decision answers both limbs on every strand that is flagged, and on no other.
create or replace function decision_bears(p_defendant uuid, p_state text) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$
  select exists (
    select from charging_decision c join defendant d on d.id = c.defendant left join code_test t on t.decision = c.id
     where c.defendant = p_defendant and c.decided_by = caller_subject() and c.xact = pg_current_xact_id_if_assigned()
       and case c.kind
         when 'CHARGE_FULL_CODE' then p_state = 'CHARGE_AUTHORISED' and d.state <> p_state and t.test = 'FULL_CODE' and t.evidential_met and t.interest_met
         when 'CHARGE_THRESHOLD' then p_state = 'CHARGE_AUTHORISED' and d.state <> p_state and t.test = 'THRESHOLD' and not t.evidential_met and t.interest_met
                                  and t.conditions @> '{REASONABLE_SUSPICION,FURTHER_EVIDENCE,SERIOUSNESS,BAIL_OBJECTION,PUBLIC_INTEREST}'
         when 'NFA_EVIDENTIAL' then p_state = 'NFA' and t.test = 'FULL_CODE' and not t.evidential_met
         when 'NFA_PUBLIC_INTEREST' then p_state = 'NFA' and t.test = 'FULL_CODE' and t.evidential_met and not t.interest_met
         when 'OUT_OF_COURT_DISPOSAL' then p_state = 'OUT_OF_COURT' and t.test = 'FULL_CODE' and t.evidential_met and t.interest_met is not null
         when 'ADMIN_FINALISED' then p_state = 'ADMIN_FINALISED' and t.decision is null and not exists (select from hostility_test h where h.decision = c.id)
         when 'APPLY_FULL_CODE' then p_state in ('CHARGE_AUTHORISED', 'PROSECUTION') and d.state = p_state and t.test = 'FULL_CODE' and t.evidential_met and t.interest_met
                                 and (select b.kind from charging_decision b where b.defendant = c.defendant and b.number = c.number - 1) = 'CHARGE_THRESHOLD' end
       and not exists (select from prosecuted_strand s where s.decision = c.id
                          and ((select count(*) from hostility_test h where h.decision = c.id and h.strand = s.strand) <> 2
                               or s.provable is distinct from (
                                 select case when bool_and(h.provable) then 'BOTH' when not bool_or(h.provable) then 'NEITHER'
                                             else max(h.limb) filter (where h.provable) end
                                   from hostility_test h where h.decision = c.id and h.strand = s.strand)))
       and (p_state = 'ADMIN_FINALISED'
            or not exists (select from standing_flags(c.defendant) f where not exists (select from prosecuted_strand s where s.decision = c.id and s.strand = f.strand)))
       and not exists (select from prosecuted_strand s where s.decision = c.id and s.strand not in (select f.strand from standing_flags(c.defendant) f))
       and (p_state in ('CHARGE_AUTHORISED', 'PROSECUTION') or not exists (select from authorised_charge a where a.decision = c.id))
       and (p_state not in ('CHARGE_AUTHORISED', 'PROSECUTION')
            or (exists (select from authorised_charge a where a.decision = c.id)
                and not exists (select from authorised_charge a join charge g on g.id = a.charge where a.decision = c.id
                  and (g.defendant <> c.defendant
                       or (g.strands = '{}' and exists (select from aggravation x where x.aggravated = g.offence))
                       or (g.strands <> '{}' and t.no_alternative is null
                           and not exists (select from authorised_charge b join charge y on y.id = b.charge where b.decision = c.id and y.alternative = g.number))
                       or not exists (select from offence o where o.code = g.offence and o.valid_from <= g.first_day and (o.valid_to is null or o.valid_to >= g.last_day)
                            and (o.limit_months is null or c.kind = 'APPLY_FULL_CODE' or (now() at time zone 'Europe/London')::date <= (g.last_day + make_interval(months => o.limit_months))::date)
                            and (o.consent is null or exists (select from attorney_consent k where k.prosecution = c.prosecution and k.status = 'GRANTED')))
                       or exists (select from unnest(g.strands) s where not exists (select from aggravation x where x.aggravated = g.offence and x.strand = s
                                     and x.commenced <= g.first_day and (x.ended is null or x.ended >= g.last_day))
                                   or not exists (select from prosecuted_strand q where q.decision = c.id and q.strand = s and q.provable <> 'NEITHER')))))))
$$;

-- What came of a prosecution goes back along the chain (D16; ADR 44): the police say which file a referral led to, and pass the line on to whoever started it.

create table referral_file (
  referral    uuid not null references referral on delete cascade,
  file        uuid not null references referral on delete cascade,
  agency      text not null references agency,
  linked_by   uuid not null,
  linked_role text not null references staff_role,
  linked_at   timestamptz not null,
  primary key (referral, file),
  check (referral <> file)
);
comment on table referral_file is 'Which referral to prosecutors a referral to the police led to, by the word of that force: its own D5.';
create index referral_file_by_file on referral_file (file);

create table passed_result (
  id          uuid primary key,
  referral    uuid not null references referral on delete cascade,
  agency      text not null references agency,
  number      integer not null check (number > 0),
  outcome     text not null,
  outcome_on  date not null,
  passed_by   uuid not null,
  passed_role text not null references staff_role,
  passed_at   timestamptz not null,
  unique (referral, number)
);
comment on table passed_result is 'The line of what came of the prosecution, passed on to whoever sent the referral and no more: data class D16. Of which file it is, is not here.';

create table result_objection (
  referral  uuid primary key references referral on delete cascade,
  agency    text not null references agency,
  said_by   uuid not null,
  said_role text not null references staff_role,
  said_at   timestamptz not null
);
comment on table result_objection is 'That the person harmed asked that no result goes to whoever started it: the own D4 of the force.';

do $$
declare t text;
begin
  foreach t in array array['referral_file', 'passed_result', 'result_objection'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy owner_all on %I to concordat_owner using (true) with check (true)', t);
    execute format('grant select, insert on %I to concordat_app', t);
  end loop;
end
$$;

-- Whether a result reaches whoever started it: they are there still, and the person harmed did not ask that it should not.
create function result_reaches(p_referral uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$
  select exists (select from referral r join staff s on s.subject = r.owner and s.agency = r.from_agency and s.suspended_at is null where r.id = p_referral)
     and not exists (select from result_objection o where o.referral = p_referral)
$$;

-- Whether an agreement in force lets feedback back to whoever sent it, and that outcome stands on a file to which it led.
create function passes_result(p_referral uuid, p_outcome text) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$
  select result_reaches(r.id)
     and exists (select from agreement g join agreement_class c on c.agreement = g.id
                  where g.active_from <= now() and (g.active_to is null or g.active_to > now()) and c.from_agency = r.to_agency and c.data_class = 'D16'
                    and array[g.party_a, g.party_b] @> array[r.from_agency, r.to_agency] and r.purpose = any (g.purposes))
     and exists (select from referral_file l
                   join lateral (select m.move, f.reason from referral_move m left join referral_feedback f on f.move = m.id
                                  where m.referral = l.file and m.move in ('RECORD_OUTCOME', 'REOPEN') order by m.at desc, m.id desc limit 1) n
                     on n.move = 'RECORD_OUTCOME' and n.reason = p_outcome
                  where l.referral = r.id)
    from referral r where r.id = p_referral
$$;

-- Whether prosecutors authorised a charge in a file to which the referral led; null where there is none that was submitted.
create function charge_authorised(p_referral uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$
  select bool_or(d.state in ('CHARGE_AUTHORISED', 'PROSECUTION', 'FINALISED') and reads_decision(f.id, f.to_agency))
    from referral_file l join referral f on f.id = l.file join prosecution p on p.referral = l.file and p.submitted_at is not null
    join defendant d on d.prosecution = p.id
   where l.referral = p_referral
$$;

create function does_results(p_referral uuid, p_agency text) returns boolean language sql stable as
$$
  select p_agency = caller_agency() and may(p_referral, 'outcome.police.record') and sees_casework(p_referral, p_agency, 'D5')
     and exists (select from referral r where r.id = p_referral and r.to_agency = p_agency
                    and r.state in ('ACCEPTED', 'IN_PROGRESS', 'ON_HOLD', 'OUTCOME_RECORDED', 'CLOSED'))
$$;
create policy seen on referral_file for select to concordat_app using (sees_casework(referral, agency, 'D5') and sees(file, 'D1'));
create policy linked on referral_file for insert to concordat_app
  with check (linked_by = (select caller_subject()) and linked_role = (select caller_role()) and does_results(referral, agency)
              and exists (select from referral f where f.id = referral_file.file and f.from_agency = referral_file.agency and f.type = 'POLICE_TO_CPS_REVIEW'));
create policy seen on passed_result for select to concordat_app
  using (sees_casework(referral, agency, 'D5') or (sees(referral, 'D16') and result_reaches(referral)));
create policy passed on passed_result for insert to concordat_app
  with check (passed_by = (select caller_subject()) and passed_role = (select caller_role()) and does_results(referral, agency) and passes_result(referral, outcome));
create policy seen on result_objection for select to concordat_app using (sees_casework(referral, agency, 'D4'));
create policy said on result_objection for insert to concordat_app
  with check (said_by = (select caller_subject()) and said_role = (select caller_role()) and does_results(referral, agency));
revoke execute on function result_reaches(uuid), passes_result(uuid, text), charge_authorised(uuid), does_results(uuid, text) from public;
grant execute on function result_reaches(uuid), passes_result(uuid, text), charge_authorised(uuid), does_results(uuid, text) to concordat_app;

-- Those who follow the referral where it was sent from are told that there is something to read.
create function tell_of_result() returns trigger language plpgsql security definer set search_path = public, pg_temp as
$$
begin
  insert into notice (viewer, kind, reference, about)
    select viewer, 'REFERRAL_OUTCOME', r.reference, r.id from referral r cross join lateral doers(r.id, 'referral.follow') viewer where r.id = new.referral;
  return null;
end
$$;
revoke execute on function tell_of_result() from public;
create trigger tell after insert on passed_result for each row execute function tell_of_result();
