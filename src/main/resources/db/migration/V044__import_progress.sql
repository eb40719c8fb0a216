-- How far a file has come, told while it is read or logged; and what nobody finishes is erased after thirty days.

create table incident_import_progress (
  import uuid primary key references incident_import on delete cascade,
  step   text not null check (step in ('READING', 'LOGGING')),
  done   integer not null,
  at     timestamptz not null,
  failed boolean not null default false
);
comment on table incident_import_progress is 'How many incidents of a file were read or logged when somebody last said so: kept in transactions of its own, so that it outlives the work. failed: it could not be done, and nobody works on it any more.';
create index incident_by_import on incident (import) where import is not null;
comment on table incident_import is 'A file of incidents. READING whose progress has stopped was cut short: nothing of it was kept.';

-- Logs the next of what was read, in the order of the file: how many. The last call, which finds none left, says that all of it is logged. Null where
-- it is not the caller''s to commit, or not ready. All calls of one commit belong to one transaction, and it ends only with as many as were read.
drop function commit_import(uuid, integer, timestamptz);
create function commit_import(p_import uuid, p_year integer, p_at timestamptz, p_most integer) returns integer language plpgsql
  security definer set search_path = public, pg_temp as
$$
declare
  m incident_import;
  v_rows integer;
  v_ids uuid[];
begin
  select * into m from incident_import
   where id = p_import and owner = caller_subject() and owner_role = caller_role() and agency = caller_agency() and state = 'READY' for no key update;
  if m.id is null or not exists (select from role_permission q where q.role = caller_role() and q.action = 'incident.import'
                                   and days(q.valid_from, q.valid_to) @> now()) then
    return null;
  end if;
  if p_most is null or p_most < 1 then
    raise invalid_parameter_value using message = 'at least one at a time';
  end if;
  select array_agg(id order by row) into v_ids
    from (select id, row from incident_import_row where import = m.id order by row limit p_most) n;
  v_rows := coalesce(cardinality(v_ids), 0);
  if v_rows = 0 then
    if (select count(*) from incident n where n.import = m.id) <> m.row_count then
      raise check_violation using message = 'what was logged is not what was read';
    end if;
    update incident_import set state = 'COMMITTED', committed_at = p_at where id = m.id;
    return 0;
  end if;
  insert into incident (id, reference, version, state, agency, team, origin_agency, owner, owner_role, strands, others, person_known, harmed,
                        created_at, changed_at, logged_at, import)
    select n.id, 'HCI-' || p_year || '-' || lpad(n.serial::text, 6, '0') || '-' || check_letter(p_year * 1000000::bigint + n.serial), 1, 'LOGGED',
           m.agency, m.team, m.agency, m.owner, m.owner_role, n.strands, n.others, n.person_known, gen_random_uuid(), p_at, p_at, p_at, m.id
      from (select r.*, nextval('incident_serial_' || p_year) as serial
              from (select * from incident_import_row where id = any (v_ids) order by row) r) n;
  insert into incident_account (incident, version, category, narrative, from_date, from_time, to_date, to_time, location_type, address, postcode, uprn,
                                ward, platform, perceived_by, repeat, escalation)
    select id, 1, category, narrative, from_date, from_time, to_date, to_time, location_type, address, postcode, uprn, ward, platform, perceived_by,
           repeat, escalation from incident_import_row where id = any (v_ids);
  insert into incident_identity (incident, version, name, date_of_birth, address)
    select id, 1, name, date_of_birth, person_address from incident_import_row where id = any (v_ids);
  delete from incident_import_row where id = any (v_ids);
  return v_rows;
end
$$;

alter table incident_import_progress enable row level security, force row level security;
create policy owner_all on incident_import_progress to concordat_owner using (true) with check (true);
create policy own on incident_import_progress for select to concordat_app using (exists (select from incident_import m where m.id = import));
create policy told on incident_import_progress for insert to concordat_app with check (exists (select from incident_import m where m.id = import));
create policy went_on on incident_import_progress for update to concordat_app using (exists (select from incident_import m where m.id = import));
grant select, insert, update (step, done, at, failed) on incident_import_progress to concordat_app;
drop policy discarded on incident_import;
create policy discarded on incident_import for delete to concordat_app
  using (owner = (select caller_subject()) and agency = (select caller_agency()) and state <> 'COMMITTED');

-- What is erased because nobody has touched it for thirty days: drafts of incidents, and files that were never logged. Only the product itself asks.
create index incident_drafts on incident (changed_at) where state = 'DRAFT';
create index incident_import_unlogged on incident_import (created_at) where state <> 'COMMITTED';
create function stale_incidents() returns table (record uuid, record_type text, agency text, version bigint) language sql stable
  security definer set search_path = public, pg_temp as
$$
  (select i.id, 'incident', i.agency, i.version from incident i
    where i.state = 'DRAFT' and i.changed_at <= now() - interval '30 days' and caller_role() = 'system' order by i.changed_at limit 100)
  union all
  (select m.id, 'incident-import', m.agency, null from incident_import m
    where m.state <> 'COMMITTED' and m.created_at <= now() - interval '30 days' and caller_role() = 'system' order by m.created_at limit 100)
$$;

-- Erases one; false where somebody was faster.
create function erase_stale_incident(p_record uuid) returns boolean language plpgsql security definer set search_path = public, pg_temp as
$$
begin
  if caller_role() <> 'system' then
    return false;
  end if;
  delete from incident where id = p_record and state = 'DRAFT' and changed_at <= now() - interval '30 days' and agency = caller_agency();
  if found then
    return true;
  end if;
  delete from incident_import where id = p_record and state <> 'COMMITTED' and created_at <= now() - interval '30 days' and agency = caller_agency();
  return found;
end
$$;

revoke execute on function commit_import(uuid, integer, timestamptz, integer), stale_incidents(), erase_stale_incident(uuid) from public;
grant execute on function commit_import(uuid, integer, timestamptz, integer), stale_incidents(), erase_stale_incident(uuid) to concordat_app;
