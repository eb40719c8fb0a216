-- Which bars of a referral hold for the incident behind it: whoever is excluded stays out of both, and a restriction is the holder''s own affair. Whom
-- another agency names on its side of a referral says nothing about who may read what the holder wrote down before.

alter table restriction_name add column agency text references agency;
comment on column restriction_name.agency is 'The agency that named them, when it did.';
update restriction_name n set agency = s.agency from staff s where s.subject = n.set_by;
alter table restriction_name alter column agency set default caller_agency();
create policy by_their_agency on restriction_name as restrictive for insert to concordat_app with check (agency = (select caller_agency()));

create or replace function incident_barred(p_incident uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$
  select exists (
    select from incident_referral l join referral r on r.id = l.referral join incident i on i.id = l.incident
     where l.incident = p_incident
       and (barred(r.id)
            or (r.restricted
                and exists (select from restriction_name n where n.record = r.id and n.agency = i.agency)
                and not exists (select from restriction_name n where n.record = r.id and n.subject = caller_subject()))))
$$;

-- What the gate must know to decide the same: which agencies named people, and how each referral stands to the caller.
drop function referred_facts(uuid[]);
create function referred_facts(p_incidents uuid[]) returns table (incident uuid, restricted_by text[], named boolean, excluded boolean) language sql stable
  security definer set search_path = public, pg_temp as
$$
  select l.incident,
         case when r.restricted
           then array(select distinct n.agency from restriction_name n where n.record = r.id and n.agency is not null) else '{}' end,
         exists (select from restriction_name n where n.record = r.id and n.subject = caller_subject()),
         exists (select from exclusion x where x.record = r.id and x.subject = caller_subject() and x.lifted_at is null)
    from incident_referral l join referral r on r.id = l.referral where l.incident = any (p_incidents)
$$;

-- Whoever must not see one referral of an incident must not see the next one either.
create function carry_to_next_referral() returns trigger language plpgsql security definer set search_path = public, pg_temp as
$$
begin
  insert into exclusion (id, record, subject, reason, set_by)
    select distinct on (x.subject) gen_random_uuid(), new.referral, x.subject, x.reason, x.set_by
      from incident_referral l join exclusion x on x.record = l.referral and x.lifted_at is null join staff s on s.subject = x.subject
     where l.incident = new.incident and l.referral <> new.referral and s.agency = caller_agency()
     order by x.subject, x.set_at
    on conflict (record, subject) where lifted_at is null do nothing;
  return null;
end
$$;
create trigger carry after insert on incident_referral for each row execute function carry_to_next_referral();

-- Names do not go on: while the holder restricts one referral of an incident, there is no next.
create function incident_restricted(p_incident uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$
  select exists (select from incident_referral l join referral r on r.id = l.referral and r.restricted join incident i on i.id = l.incident
                   join restriction_name n on n.record = r.id and n.agency = i.agency
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

revoke execute on function referred_facts(uuid[]), carry_to_next_referral(), incident_restricted(uuid) from public;
grant execute on function referred_facts(uuid[]), incident_restricted(uuid) to concordat_app;
