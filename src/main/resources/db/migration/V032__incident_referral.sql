-- Which referral was made of which incident: known to whoever sees both.
create table incident_referral (
  referral    uuid primary key references referral on delete cascade,
  incident    uuid not null references incident on delete cascade,
  referred_by uuid not null,
  referred_at timestamptz not null default now()
);
comment on table incident_referral is 'Referrals that were started from an incident.';
create index incident_referral_by_incident on incident_referral (incident);
alter table incident_referral enable row level security, force row level security;
create policy owner_all on incident_referral to concordat_owner using (true) with check (true);
create policy seen on incident_referral for select to concordat_app using (sees(referral, 'D1') and sees_incident(incident, 'D1'));
create policy made on incident_referral for insert to concordat_app
  with check (referred_by = (select caller_subject()) and drafts(referral) and sees_incident(incident, 'D1'));
grant select, insert on incident_referral to concordat_app;

-- A referral is barred to whoever is excluded from it, and where it is restricted to whoever it does not name. So is what it was made of: the incident
-- holds the same names and the same account.
create function incident_barred(p_incident uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$
  select exists (select from incident_referral l join referral r on r.id = l.referral
                  where l.incident = p_incident
                    and (barred(r.id) or (r.restricted and not exists (select from restriction_name n where n.record = r.id and n.subject = caller_subject()))))
$$;
create policy not_barred on incident as restrictive for select to concordat_app using (not incident_barred(id));

-- What the gate must know of the referrals made of incidents to decide the same: nothing of them but how each stands to the caller.
create function referred_facts(p_incidents uuid[]) returns table (incident uuid, restricted boolean, named boolean, excluded boolean) language sql stable
  security definer set search_path = public, pg_temp as
$$
  select l.incident, r.restricted, exists (select from restriction_name n where n.record = r.id and n.subject = caller_subject()),
         exists (select from exclusion x where x.record = r.id and x.subject = caller_subject() and x.lifted_at is null)
    from incident_referral l join referral r on r.id = l.referral where l.incident = any (p_incidents)
$$;
revoke execute on function incident_barred(uuid), referred_facts(uuid[]) from public;
grant execute on function incident_barred(uuid), referred_facts(uuid[]) to concordat_app;
