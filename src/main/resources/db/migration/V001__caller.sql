-- Who acts. Every policy below asks these functions; without a bound caller they answer null, so every policy fails closed.

create function caller_subject() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('concordat.subject', true), '')::uuid $$;

create function caller_agency() returns text language sql stable parallel safe as
$$ select nullif(current_setting('concordat.agency', true), '') $$;

create function caller_role() returns text language sql stable parallel safe as
$$ select nullif(current_setting('concordat.role', true), '') $$;

-- The names under which this caller is a viewer in table visibility.
create function caller_viewers() returns text[] language sql stable parallel safe as
$$ select string_to_array(nullif(current_setting('concordat.viewers', true), ''), ',') $$;

create table agency (
  code       text primary key check (code ~ '^[A-Z0-9-]{3,40}$'),
  name       text not null,
  kind       text not null check (kind in ('POLICE', 'CPS', 'COUNCIL', 'NHS', 'THIRD_PARTY', 'BOARD')),
  regime     text not null check (regime in ('DPA_PART_3', 'UK_GDPR')),
  unit       text not null,
  valid_from date not null,
  valid_to   date,
  check (valid_to is null or valid_to >= valid_from)
);
comment on table agency is 'Agencies that take part. regime: the data-protection regime its processing here normally falls under.';
comment on column agency.unit is 'The unit that receives referrals, as readers know it.';

create table staff_role (
  code       text primary key,
  name       text not null,
  casework   boolean not null,
  valid_from date not null,
  valid_to   date
);
comment on table staff_role is 'Realm roles. casework: may be a viewer of casework records at all.';

create table staff (
  subject      uuid primary key,
  username     text not null unique,
  display_name text not null,
  agency       text not null references agency,
  role         text not null references staff_role,
  teams        text[] not null default '{}',
  suspended_at timestamptz,
  first_seen   timestamptz not null default now()
);
comment on table staff is 'Staff as known here, keyed by the subject of their token. Names are refreshed from the token.';
create index staff_by_agency on staff (agency, role);

-- Binds the caller to this transaction and registers what the token says of them; the settings end with the transaction.
create function bind_caller(p_subject uuid, p_username text, p_display_name text, p_agency text, p_role text, p_teams text)
  returns text language plpgsql security definer set search_path = public, pg_temp as
$$
declare
  known staff;
  reads_casework boolean;
begin
  select casework into reads_casework from staff_role
    where code = p_role and valid_from <= current_date and (valid_to is null or valid_to >= current_date);
  if reads_casework is null
     or not exists (select from agency where code = p_agency and valid_from <= current_date
                    and (valid_to is null or valid_to >= current_date)) then
    return 'UNKNOWN';
  end if;
  select * into known from staff where subject = p_subject;
  if known.suspended_at is not null then
    return 'SUSPENDED';
  end if;
  if known.subject is null or known.username is distinct from p_username
     or known.display_name is distinct from p_display_name or known.agency is distinct from p_agency
     or known.role is distinct from p_role or array_to_string(known.teams, ',') is distinct from p_teams then
    insert into staff (subject, username, display_name, agency, role, teams)
    values (p_subject, p_username, p_display_name, p_agency, p_role, string_to_array(p_teams, ','))
    on conflict (subject) do update set username = excluded.username, display_name = excluded.display_name,
      agency = excluded.agency, role = excluded.role, teams = excluded.teams;
  end if;
  perform set_config('concordat.subject', p_subject::text, true),
          set_config('concordat.agency', p_agency, true),
          set_config('concordat.role', p_role, true),
          set_config('concordat.viewers',
            case when reads_casework then 'staff/' || p_subject || ',' || p_agency || '/' || p_role else '' end, true);
  return 'ACTIVE';
end
$$;

alter table agency enable row level security, force row level security;
alter table staff_role enable row level security, force row level security;
alter table staff enable row level security, force row level security;
-- The owner's own functions (security definer) work on the tables; nobody signs in as the owner at run time.
create policy owner_all on agency to concordat_owner using (true) with check (true);
create policy owner_all on staff_role to concordat_owner using (true) with check (true);
create policy owner_all on staff to concordat_owner using (true) with check (true);
create policy bound_caller on agency for select to concordat_app using ((select caller_subject()) is not null);
create policy bound_caller on staff_role for select to concordat_app using ((select caller_subject()) is not null);
create policy own_agency on staff for select to concordat_app using (agency = (select caller_agency()));
grant usage on schema public to concordat_app;
grant select on agency, staff_role, staff to concordat_app;
revoke execute on function bind_caller(uuid, text, text, text, text, text) from public;
grant execute on function bind_caller(uuid, text, text, text, text, text) to concordat_app;

insert into staff_role (code, name, casework, valid_from) values
  ('police-officer', 'Police officer', true, '2026-01-01'),
  ('hate-crime-officer', 'Hate crime officer', true, '2026-01-01'),
  ('cps-prosecutor', 'Prosecutor', true, '2026-01-01'),
  ('cps-quality-reviewer', 'Quality reviewer', true, '2026-01-01'),
  ('council-officer', 'Council officer', true, '2026-01-01'),
  ('nhs-practitioner', 'NHS practitioner', true, '2026-01-01'),
  ('nhs-safeguarding-lead', 'Safeguarding lead', true, '2026-01-01'),
  ('victim-liaison', 'Victim liaison officer', true, '2026-01-01'),
  ('third-party-reporter', 'Third-party reporter', true, '2026-01-01'),
  ('information-governance', 'Information governance officer', false, '2026-01-01'),
  ('agency-admin', 'Agency administrator', false, '2026-01-01'),
  ('board-analyst', 'Board analyst', false, '2026-01-01');

insert into agency (code, name, kind, regime, unit, valid_from) values
  ('HERTS-POLICE', 'Hertfordshire Constabulary', 'POLICE', 'DPA_PART_3', 'Hate crime unit', '2026-01-01'),
  ('BTP', 'British Transport Police', 'POLICE', 'DPA_PART_3', 'Hate crime unit', '2026-01-01'),
  ('CPS-THAMES-CHILTERN', 'CPS Thames and Chiltern', 'CPS', 'DPA_PART_3', 'Hate crime prosecutors', '2026-01-01'),
  ('WELHAT-COUNCIL', 'Welwyn Hatfield council', 'COUNCIL', 'UK_GDPR', 'Community safety', '2026-01-01'),
  ('STEVENAGE-COUNCIL', 'Stevenage council', 'COUNCIL', 'UK_GDPR', 'Community safety', '2026-01-01'),
  ('NORTH-LEA-NHS', 'North Lea NHS Trust', 'NHS', 'UK_GDPR', 'Safeguarding team', '2026-01-01'),
  ('COLNE-VALLEY-NHS', 'Colne Valley NHS Trust', 'NHS', 'UK_GDPR', 'Safeguarding team', '2026-01-01'),
  ('HAH-CENTRE-1', 'Herts Against Hate centre 1', 'THIRD_PARTY', 'UK_GDPR', 'Reporting centre', '2026-01-01'),
  ('BOARD', 'Hate Crime Partnership Board', 'BOARD', 'UK_GDPR', 'Board office', '2026-01-01');
