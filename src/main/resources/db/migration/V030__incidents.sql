-- Community incidents: the record of the agency that holds them, apart from any referral. Nobody receives an incident, so what may be seen follows
-- from its header and the role matrix alone (ADR 17); the policies of its other tables ask the header.

alter table agency add column force text references agency;
comment on column agency.force is 'The police force for its area; null for a force itself and for who has none.';
update agency set force = 'HERTS-POLICE' where kind in ('COUNCIL', 'NHS', 'THIRD_PARTY');
alter table agency add check (kind <> 'THIRD_PARTY' or force is not null);

create table report_footing (
  purpose      text not null,
  lawful_basis text not null,
  valid_from   date not null primary key,
  valid_to     date
);
comment on table report_footing is 'On which footing what a third-party centre is told goes to the force of its area, dated; codes of the lists.';
insert into report_footing (purpose, lawful_basis, valid_from) values ('PREVENT_DETECT', 'UK_GDPR_6_1_E', '2026-01-01');

insert into code_value (list, code, label, hint, position, valid_from) values
  ('category', 'OTHER', 'Something else', null, 18, '2026-01-01'),
  ('characteristic', 'AGE', 'Age', null, 1, '2026-01-01'),
  ('characteristic', 'SEX', 'Sex', null, 2, '2026-01-01'),
  ('characteristic', 'SUBCULTURE', 'Alternative subculture', 'How somebody dresses, or the music they love', 3, '2026-01-01'),
  ('characteristic', 'HOMELESSNESS', 'Being homeless', null, 4, '2026-01-01'),
  ('characteristic', 'SEX_WORK', 'Sex work', null, 5, '2026-01-01'),
  ('ward', 'MILL_GREEN', 'Mill Green', null, 1, '2026-01-01'),
  ('ward', 'KINGSWAY', 'Kingsway', null, 2, '2026-01-01'),
  ('ward', 'OXLEASE', 'Oxlease', null, 3, '2026-01-01'),
  ('ward', 'PRIORY_FIELDS', 'Priory Fields', null, 4, '2026-01-01'),
  ('ward', 'STATION_QUARTER', 'Station Quarter', null, 5, '2026-01-01'),
  ('ward', 'RIVERBANK', 'Riverbank', null, 6, '2026-01-01'),
  ('ward', 'OLD_FORGE', 'Old Forge', null, 7, '2026-01-01'),
  ('ward', 'BEACON_HILL', 'Beacon Hill', null, 8, '2026-01-01'),
  ('ward', 'CANAL_SIDE', 'Canal Side', null, 9, '2026-01-01'),
  ('ward', 'MARKET_CROSS', 'Market Cross', null, 10, '2026-01-01');

create table incident (
  id            uuid primary key,
  reference     text not null unique check (reference ~ '^HCI-[0-9]{4}-[0-9]{6}-[A-Z]$'),
  version       bigint not null,
  state         text not null check (state in ('DRAFT', 'LOGGED')),
  agency        text not null references agency,
  team          text,
  origin_agency text not null references agency,
  owner         uuid not null,
  owner_role    text not null references staff_role,
  strands       text not null default '',
  others        text not null default '',
  person_known  boolean,
  harmed        uuid not null unique,
  created_at    timestamptz not null,
  changed_at    timestamptz not null,
  logged_at     timestamptz,
  check ((state = 'LOGGED') = (logged_at is not null))
);
comment on table incident is 'Header of a community incident: data class D1.';
comment on column incident.agency is 'The agency that holds it; for what a third-party centre logs, the force of its area.';
comment on column incident.origin_agency is 'The agency in which it was logged.';
comment on column incident.others is 'Non-monitored characteristics, where the strands have OTH.';
comment on column incident.harmed is 'Stands in the ledger for whoever was harmed; names nobody.';
create index incident_by_agency on incident (agency, state, id);
create index incident_by_team on incident (agency, team, state, id);
create index incident_by_owner on incident (owner, state, id);

create table incident_account (
  incident      uuid primary key references incident on delete cascade,
  version       bigint not null,
  category      text,
  narrative     text,
  from_date     date,
  from_time     time,
  to_date       date,
  to_time       time,
  location_type text,
  address       text,
  postcode      text,
  uprn          text check (uprn ~ '^[1-9][0-9]{0,11}$'),
  ward          text,
  platform      text,
  perceived_by  text not null default '',
  repeat        boolean,
  escalation    boolean
);
comment on table incident_account is 'What happened, where and when: data class D5.';

create table incident_identity (
  incident      uuid primary key references incident on delete cascade,
  version       bigint not null,
  name          text,
  date_of_birth date,
  address       text
);
comment on table incident_identity is 'Who was harmed: data class D2.';

-- How far the caller's role reaches in full into a data class of incidents: DRAFT for what they draft themselves, and scopes of incident.read.
create function incident_scopes(p_class text) returns text[] language sql stable as
$$
  select coalesce(array_agg(distinct case when q.action = 'incident.create' then 'DRAFT' else q.scope end), '{}')
    from role_permission q join role_data_class c on c.role = q.role and c.data_class = p_class
   where q.role = caller_role() and days(q.valid_from, q.valid_to) @> now() and days(c.valid_from, c.valid_to) @> now()
     and case q.action when 'incident.create' then c.drafting = 'FULL'
           when 'incident.read' then case q.scope when 'OWN' then c.own = 'FULL' else c.sender = 'FULL' end else false end
$$;

-- Whether such a reach covers an incident: a draft is its author's alone.
create function incident_reached(p_scopes text[], p_state text, p_agency text, p_team text, p_owner uuid) returns boolean language sql stable as
$$
  select coalesce(p_agency = caller_agency() and case
    when p_state = 'DRAFT' then 'DRAFT' = any (p_scopes) and p_owner = caller_subject()
    else 'SENDER' = any (p_scopes)
      or ('OWN' = any (p_scopes) and p_owner = caller_subject())
      or ('SENDING_TEAM' = any (p_scopes) and p_agency || '/' || caller_role() || '/' || p_team = any (caller_viewers()))
      or (p_scopes && '{LEAD,SENDING_LEAD}' and p_agency || '/' || caller_role() || '/' || p_team || '!lead' = any (caller_viewers())) end, false)
$$;

create function sees_incident(p_incident uuid, p_class text) returns boolean language sql stable as
$$
  select exists (select from incident i
    where i.id = p_incident and incident_reached(incident_scopes(p_class), i.state, i.agency, i.team, i.owner))
$$;

create function drafts_incident(p_incident uuid) returns boolean language sql stable as
$$ select exists (select from incident i where i.id = p_incident and i.state = 'DRAFT' and i.owner = (select caller_subject())) $$;

-- Who holds what is logged there: a third-party centre passes on what it is told.
create function incident_holder(p_agency text) returns text language sql stable as
$$ select case when a.kind = 'THIRD_PARTY' then a.force else a.code end from agency a where a.code = p_agency $$;

-- What no agreement in force lets go from one agency to another for a purpose.
create function not_covered(p_from text, p_to text, p_purpose text, p_classes text[]) returns text[] language sql stable
  security definer set search_path = public, pg_temp as
$$
  select coalesce(array_agg(c), '{}') from unnest(p_classes) c
   where p_from <> p_to and not exists (
     select from agreement g join agreement_class k on k.agreement = g.id and k.from_agency = p_from and k.data_class = c
      where p_from in (g.party_a, g.party_b) and p_to in (g.party_a, g.party_b) and p_purpose = any (g.purposes)
        and g.active_from <= now() and (g.active_to is null or g.active_to > now()))
$$;

-- Ends a draft of the caller's own: from here on the agency that holds it reads it, as far as its roles do. False where it is not theirs to log, is
-- not complete, has changed since that version, or has no agreement to reach its holder.
create function log_incident(p_incident uuid, p_version bigint, p_at timestamptz) returns boolean language plpgsql
  security definer set search_path = public, pg_temp as
$$
begin
  update incident i
     set state = 'LOGGED', logged_at = p_at, changed_at = p_at, version = i.version + 1, agency = h.code,
         team = case when h.code = i.agency then i.team else h.receiving_team end
    from agency h, incident_account a
   where i.id = p_incident and i.version = p_version and i.state = 'DRAFT' and i.owner = caller_subject() and i.agency = caller_agency()
     and 'DRAFT' = any (incident_scopes('D1')) and h.code = incident_holder(i.agency)
     and a.incident = i.id and a.category is not null and a.narrative is not null and a.from_date is not null and a.location_type is not null
     and i.strands <> '' and i.person_known is not null
     and not_covered(i.agency, h.code, (select f.purpose from report_footing f where days(f.valid_from, f.valid_to) @> now()), case when i.person_known then '{D1,D2,D5}'::text[] else '{D1,D5}' end) = '{}';
  return found;
end
$$;

create function next_incident_serial(p_year integer) returns bigint language plpgsql security definer set search_path = public, pg_temp as
$$ begin return nextval('incident_serial_' || p_year); end $$;
do $$ begin for y in 2026..2060 loop execute 'create sequence incident_serial_' || y || ' maxvalue 999999'; end loop; end $$;

create or replace function subjects_of(p_records uuid[]) returns table (record uuid, harmed uuid, suspect uuid, witness uuid)
  language sql stable security definer set search_path = public, pg_temp as
$$
  select r.id, r.harmed, r.suspect, r.witness from referral r where r.id = any (p_records) and caller_subject() is not null
  union all
  select i.id, i.harmed, null, null from incident i where i.id = any (p_records) and caller_subject() is not null
$$;

do $$
declare t text;
begin
  foreach t in array array['incident', 'incident_account', 'incident_identity', 'report_footing'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy owner_all on %I to concordat_owner using (true) with check (true)', t);
  end loop;
  foreach t in array array['incident_account/D5', 'incident_identity/D2'] loop
    execute format('create policy seen on %I for select to concordat_app using (sees_incident(incident, %L))', split_part(t, '/', 1), split_part(t, '/', 2));
    execute format('create policy written on %I for insert to concordat_app with check (sees_incident(incident, %L) and drafts_incident(incident))',
      split_part(t, '/', 1), split_part(t, '/', 2));
    execute format('create policy rewritten on %I for update to concordat_app using (sees_incident(incident, %L) and drafts_incident(incident))',
      split_part(t, '/', 1), split_part(t, '/', 2));
    execute format('grant select, insert, update on %I to concordat_app', split_part(t, '/', 1));
  end loop;
end
$$;
create policy seen on incident for select to concordat_app
  using (incident_reached((select incident_scopes('D1')), state, agency, team, owner));
create policy drafted on incident for insert to concordat_app
  with check (state = 'DRAFT' and owner = (select caller_subject()) and owner_role = (select caller_role())
              and agency = (select caller_agency()) and origin_agency = agency
              and (team is null or agency || '/' || owner_role || '/' || team = any ((select caller_viewers())::text[])) and 'DRAFT' = any ((select incident_scopes('D1'))::text[]));
create policy redrafted on incident for update to concordat_app
  using (state = 'DRAFT' and owner = (select caller_subject())) with check (state = 'DRAFT' and owner = (select caller_subject()));
create policy bound_caller on report_footing for select to concordat_app using ((select caller_subject()) is not null);
grant select on incident, report_footing to concordat_app;
-- Nobody writes whom it stands for, or what came of it: those are the database's to set.
grant insert (id, reference, version, state, agency, team, origin_agency, owner, owner_role, strands, others, person_known, harmed, created_at, changed_at,
              logged_at) on incident to concordat_app;
grant update (version, strands, others, person_known, changed_at) on incident to concordat_app;
revoke execute on function log_incident(uuid, bigint, timestamptz), next_incident_serial(integer), not_covered(text, text, text, text[]) from public;
grant execute on function log_incident(uuid, bigint, timestamptz), next_incident_serial(integer) to concordat_app;
