-- Which bars of a referral hold for the incident behind it: whoever is excluded stays out of both, and a restriction is the holder''s own affair. Whom
-- another agency names on its side of a referral says nothing about who may read what the holder wrote down before.

create table restriction (
  record uuid not null references referral on delete cascade,
  agency text not null references agency,
  set_at timestamptz not null default now(),
  primary key (record, agency)
);
comment on table restriction is 'Which agencies restrict a referral to named people; it is restricted while one of them does.';
insert into restriction (record, agency)
  select distinct r.id, coalesce(s.agency, r.from_agency)
    from referral r left join restriction_name n on n.record = r.id left join staff s on s.subject = n.set_by where r.restricted;

-- As before, for the caller's own agency: what another agency restricts stays restricted, to the same people, until that agency lifts it.
create or replace function restrict_record(p_record uuid, p_restricted boolean) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as
$$
declare
  v_stays boolean;
begin
  if not may(p_record, 'restricted.flag') then
    return false;
  end if;
  perform from referral where id = p_record for update;
  if p_restricted then
    insert into restriction (record, agency) values (p_record, caller_agency()) on conflict do nothing;
  else
    delete from restriction where record = p_record and agency = caller_agency();
  end if;
  v_stays := exists (select from restriction s where s.record = p_record);
  update referral set restricted = v_stays, version = version + 1 where id = p_record;
  if not v_stays then
    delete from restriction_name where record = p_record;
  end if;
  return true;
end
$$;

-- Nobody restricts or opens a referral past that function.
create function guard_restricted() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
  if current_user = 'concordat_app' then
    raise insufficient_privilege using message = 'a referral is restricted by an agency, and lifted by it';
  end if;
  return new;
end
$$;
create trigger guard_restricted before update of restricted on referral for each row when (new.restricted is distinct from old.restricted)
  execute function guard_restricted();

create or replace function incident_barred(p_incident uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$
  select exists (
    select from incident_referral l join referral r on r.id = l.referral join incident i on i.id = l.incident
     where l.incident = p_incident
       and (barred(r.id)
            or (exists (select from restriction s where s.record = r.id and s.agency = i.agency)
                and not exists (select from restriction_name n where n.record = r.id and n.subject = caller_subject()))))
$$;

-- What the gate must know to decide the same: which agencies restrict each referral, and how it stands to the caller.
drop function referred_facts(uuid[]);
create function referred_facts(p_incidents uuid[]) returns table (incident uuid, restricted_by text[], named boolean, excluded boolean) language sql stable
  security definer set search_path = public, pg_temp as
$$
  select l.incident, array(select s.agency from restriction s where s.record = r.id),
         exists (select from restriction_name n where n.record = r.id and n.subject = caller_subject()),
         exists (select from exclusion x where x.record = r.id and x.subject = caller_subject() and x.lifted_at is null)
    from incident_referral l join referral r on r.id = l.referral where l.incident = any (p_incidents)
$$;

-- Whoever must not see one referral of an incident must not see another one either, whichever was first, and whosever staff they are.
create function carry_to_next_referral() returns trigger language plpgsql security definer set search_path = public, pg_temp as
$$
begin
  insert into exclusion (id, record, subject, reason, set_by)
    select distinct on (x.subject) gen_random_uuid(), new.referral, x.subject, x.reason, x.set_by
      from incident_referral l join exclusion x on x.record = l.referral and x.lifted_at is null
     where l.incident = new.incident and l.referral <> new.referral
     order by x.subject, x.set_at
    on conflict (record, subject) where lifted_at is null do nothing;
  return null;
end
$$;
create trigger carry after insert on incident_referral for each row execute function carry_to_next_referral();

create function carry_to_other_referrals() returns trigger language plpgsql security definer set search_path = public, pg_temp as
$$
begin
  insert into exclusion (id, record, subject, reason, set_by)
    select gen_random_uuid(), o.referral, new.subject, new.reason, new.set_by
      from incident_referral l join incident_referral o on o.incident = l.incident and o.referral <> l.referral
     where l.referral = new.record
    on conflict (record, subject) where lifted_at is null do nothing;
  return null;
end
$$;
create trigger carry after insert on exclusion for each row when (new.lifted_at is null) execute function carry_to_other_referrals();

-- Whether somebody is excluded from a draft of the caller's, which is for the ledger to know and not for them.
create function carried_exclusions(p_record uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$
  select exists (select from exclusion x join referral r on r.id = x.record
                  where x.record = p_record and x.lifted_at is null and r.state = 'DRAFT' and r.owner = caller_subject())
$$;

-- Names do not go on: while the holder restricts one referral of an incident, there is no next.
create function incident_restricted(p_incident uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$
  select exists (select from incident_referral l join incident i on i.id = l.incident
                   join restriction s on s.record = l.referral and s.agency = i.agency
                  where l.incident = p_incident)
$$;
drop policy made on incident_referral;
create policy made on incident_referral for insert to concordat_app
  with check (referred_by = (select caller_subject()) and drafts(referral) and sees_incident(incident, 'D1') and not incident_restricted(incident));

-- Whom an incident stands for in the ledger is the database''s to say.
alter table incident alter column harmed set default gen_random_uuid();
revoke insert on incident from concordat_app;
grant insert (id, reference, version, state, agency, team, origin_agency, owner, owner_role, strands, others, person_known, created_at, changed_at,
              logged_at) on incident to concordat_app;

-- What the force is told of a match says less than it did: at most one notice a day for each agency, however often somebody opens it, so that nobody
-- finds out name by name what another agency holds by logging guesses and asking whether a notice came.
create or replace function tell_of_match(p_incident uuid) returns void language sql security definer set search_path = public, pg_temp as
$$
  insert into notice (viewer, kind, agency)
  select a.force || '/hate-crime-officer', 'INCIDENTS_MATCH', a.code
    from incident i join agency a on a.code = i.agency
   where i.id = p_incident and i.agency <> a.force
     and not exists (select from notice n where n.viewer = a.force || '/hate-crime-officer' and n.kind = 'INCIDENTS_MATCH' and n.agency = a.code
                       and (n.at > now() - interval '1 day' or not exists (select from notice_seen s where s.notice = n.id)))
     and exists (
       select from incident_candidates(p_incident) c join incident o on o.id = c.incident and o.state = 'LOGGED' and o.agency <> i.agency
         join agency b on b.code = o.agency and coalesce(b.force, b.code) = a.force
        where c.ground = 'PLACE'
           or (c.ground = 'PERSON' and exists (select from incident_identity x join incident_identity y on y.date_of_birth = x.date_of_birth
                                                where x.incident = i.id and y.incident = o.id)))
$$;

alter table restriction enable row level security, force row level security;
create policy owner_all on restriction to concordat_owner using (true) with check (true);
create policy concerned on restriction for select to concordat_app using (sees(record, 'D1') or may(record, 'restricted.flag'));
grant select on restriction to concordat_app;
revoke execute on function referred_facts(uuid[]), carry_to_next_referral(), carry_to_other_referrals(), carried_exclusions(uuid), guard_restricted(),
  incident_restricted(uuid) from public;
grant execute on function referred_facts(uuid[]), incident_restricted(uuid), carried_exclusions(uuid) to concordat_app;
