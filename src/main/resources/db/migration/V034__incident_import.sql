-- A backlog of incidents from a file: read and checked as a whole, kept aside until its reader commits it, and then logged all at once or not at all.

create table incident_import (
  id           uuid primary key,
  owner        uuid not null,
  owner_role   text not null references staff_role,
  agency       text not null references agency,
  team         text,
  state        text not null check (state in ('READING', 'READY', 'REFUSED', 'COMMITTED')),
  row_count    integer not null default 0,
  wrong        integer not null default 0,
  created_at   timestamptz not null,
  committed_at timestamptz
);
comment on table incident_import is 'A file of incidents; READING is never seen by anybody else, for it ends with the transaction.';
create index incident_import_by_owner on incident_import (owner, created_at desc);

create table incident_import_row (
  id             uuid primary key,
  import         uuid not null references incident_import on delete cascade,
  row            integer not null,
  strands        text not null,
  others         text not null,
  category       text not null,
  narrative      text not null,
  from_date      date not null,
  from_time      time,
  to_date        date,
  to_time        time,
  location_type  text not null,
  address        text,
  postcode       text,
  uprn           text,
  ward           text,
  platform       text,
  perceived_by   text not null,
  repeat         boolean,
  escalation     boolean,
  person_known   boolean not null,
  name           text,
  date_of_birth  date,
  person_address text,
  unique (import, row)
);
comment on table incident_import_row is 'What was read of a file without a fault, until it is committed or discarded.';

create table incident_import_error (
  import uuid not null references incident_import on delete cascade,
  row    integer not null,
  field  text not null,
  code   text not null,
  primary key (import, row, field, code)
);
comment on table incident_import_error is 'What is wrong with a file, by row and column; never what stood there.';

alter table incident add column import uuid references incident_import;
comment on column incident.import is 'The file it came with, where it did: the ledger knows it by this.';

-- The modulus-23 letter of the kernel''s references.
create function check_letter(p_number bigint) returns text language sql immutable as
$$ select substr('ZABCDEFGHJKLMNPQRTUVWXY', (p_number % 23)::integer + 1, 1) $$;

-- Logs everything that was read, at once. How many; null where it is not the caller''s to commit, or not ready.
create function commit_import(p_import uuid, p_year integer, p_at timestamptz) returns integer language plpgsql
  security definer set search_path = public, pg_temp as
$$
declare
  m incident_import;
  v_first bigint;
begin
  select * into m from incident_import
   where id = p_import and owner = caller_subject() and owner_role = caller_role() and agency = caller_agency() and state = 'READY' for update;
  if m.id is null or not exists (select from role_permission q where q.role = caller_role() and q.action = 'incident.import'
                                   and days(q.valid_from, q.valid_to) @> now()) then
    return null;
  end if;
  insert into incident (id, reference, version, state, agency, team, origin_agency, owner, owner_role, strands, others, person_known, harmed,
                        created_at, changed_at, logged_at, import)
    select n.id, 'HCI-' || p_year || '-' || lpad(n.serial::text, 6, '0') || '-' || check_letter(p_year * 1000000::bigint + n.serial), 1, 'LOGGED',
           m.agency, m.team, m.agency, m.owner, m.owner_role, n.strands, n.others, n.person_known, gen_random_uuid(), p_at, p_at, p_at, m.id
      from (select r.*, nextval('incident_serial_' || p_year) as serial
              from (select * from incident_import_row where import = m.id order by row) r) n;
  insert into incident_account (incident, version, category, narrative, from_date, from_time, to_date, to_time, location_type, address, postcode, uprn,
                                ward, platform, perceived_by, repeat, escalation)
    select id, 1, category, narrative, from_date, from_time, to_date, to_time, location_type, address, postcode, uprn, ward, platform, perceived_by,
           repeat, escalation from incident_import_row where import = m.id;
  insert into incident_identity (incident, version, name, date_of_birth, address)
    select id, 1, name, date_of_birth, person_address from incident_import_row where import = m.id;
  delete from incident_import_row where import = m.id;
  update incident_import set state = 'COMMITTED', committed_at = p_at where id = m.id;
  return m.row_count;
end
$$;

do $$
declare t text;
begin
  foreach t in array array['incident_import', 'incident_import_row', 'incident_import_error'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy owner_all on %I to concordat_owner using (true) with check (true)', t);
  end loop;
end
$$;
create policy own on incident_import for select to concordat_app using (owner = (select caller_subject()) and agency = (select caller_agency()));
create policy begun on incident_import for insert to concordat_app
  with check (owner = (select caller_subject()) and agency = (select caller_agency()) and owner_role = (select caller_role()) and state = 'READING'
              and exists (select from role_permission q where q.role = (select caller_role()) and q.action = 'incident.import'
                            and days(q.valid_from, q.valid_to) @> now()));
create policy ended on incident_import for update to concordat_app
  using (owner = (select caller_subject()) and agency = (select caller_agency()) and state = 'READING')
  with check (state in ('READY', 'REFUSED'));
create policy discarded on incident_import for delete to concordat_app
  using (owner = (select caller_subject()) and agency = (select caller_agency()) and state in ('READY', 'REFUSED'));
create policy own on incident_import_row for select to concordat_app using (exists (select from incident_import m where m.id = import));
create policy read on incident_import_row for insert to concordat_app
  with check (exists (select from incident_import m where m.id = import and m.state = 'READING'));
create policy dropped on incident_import_row for delete to concordat_app
  using (exists (select from incident_import m where m.id = import and m.state = 'READING'));
create policy own on incident_import_error for select to concordat_app using (exists (select from incident_import m where m.id = import));
create policy read on incident_import_error for insert to concordat_app
  with check (exists (select from incident_import m where m.id = import and m.state = 'READING'));
grant select, insert, delete on incident_import, incident_import_row to concordat_app;
grant update (state, row_count, wrong) on incident_import to concordat_app;
grant select, insert on incident_import_error to concordat_app;
revoke execute on function commit_import(uuid, integer, timestamptz) from public;
grant execute on function commit_import(uuid, integer, timestamptz) to concordat_app;
