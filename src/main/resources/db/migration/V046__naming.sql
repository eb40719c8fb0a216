-- A report without a name whose person later says who they are: one member of staff proposes the name with a reason, and whoever leads the team that holds
-- the incident confirms it (domain.md 5.3, 8.4 case 10). No matching ever does it.

create table incident_naming (
  id             uuid primary key,
  incident       uuid not null references incident on delete cascade,
  name           text,
  date_of_birth  date,
  address        text,
  reason         text not null,
  proposed_by    uuid not null,
  proposed_role  text not null references staff_role,
  proposed_at    timestamptz not null,
  verdict        text check (verdict in ('CONFIRMED', 'DECLINED')),
  decided_reason text,
  decided_by     uuid,
  decided_role   text references staff_role,
  decided_at     timestamptz,
  check ((verdict is null) = (decided_by is null)),
  check (verdict is null or name is null)
);
comment on table incident_naming is 'Who somebody says was harmed in an incident of which nobody was named: data class D2. Once it is decided, the name is with the incident or nowhere.';
create unique index incident_naming_open on incident_naming (incident) where verdict is null;
create index incident_naming_by_incident on incident_naming (incident, proposed_at);

-- Whether the caller may say who was harmed in an incident of which nobody is named.
create function names_incident(p_incident uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$
  select exists (select from incident i
    where i.id = p_incident and i.state = 'LOGGED' and i.person_known is false and not incident_barred(i.id)
      and incident_reached(incident_scopes('D2'), i.state, i.agency, i.team, i.owner)
      and incident_reached(incident_action_scopes('incident.name'), i.state, i.agency, i.team, i.owner))
$$;

-- Proposes a name, and tells those who lead the team. False where it is not the caller's to propose, or another proposal waits.
create function propose_name(p_id uuid, p_incident uuid, p_name text, p_born date, p_address text, p_reason text, p_at timestamptz) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as
$$
begin
  if not names_incident(p_incident) then
    return false;
  end if;
  insert into incident_naming (id, incident, name, date_of_birth, address, reason, proposed_by, proposed_role, proposed_at)
    values (p_id, p_incident, p_name, p_born, p_address, p_reason, caller_subject(), caller_role(), p_at)
    on conflict (incident) where verdict is null do nothing;
  if not found then
    return false;
  end if;
  insert into notice (viewer, kind, reference, about)
    select distinct i.agency || '/' || q.role || '/' || i.team || '!lead', 'NAMING_WAITS', i.reference, i.id
      from incident i join role_permission q on q.action = 'incident.name' and days(q.valid_from, q.valid_to) @> now()
     where i.id = p_incident and i.team is not null;
  return true;
end
$$;

-- Decides on the proposal that waits: confirmed, the incident has a person; declined, the name is nowhere. Whoever proposed it is told, and where it is
-- confirmed whoever answers for a referral that was made of the incident, for what was sent stays as it was sent. False where it is not the caller's to
-- decide: whoever leads the team does, and never what they proposed themselves.
create function decide_name(p_naming uuid, p_version bigint, p_confirmed boolean, p_reason text, p_at timestamptz) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as
$$
declare
  n incident_naming;
  i incident;
begin
  select * into n from incident_naming where id = p_naming and verdict is null for update;
  if n.id is null or not names_incident(n.incident) or n.proposed_by = caller_subject() then
    return false;
  end if;
  select * into i from incident where id = n.incident and version = p_version for update;
  if i.id is null or not coalesce(i.agency || '/' || caller_role() || '/' || i.team || '!lead' = any (caller_viewers()), false) then
    return false;
  end if;
  update incident_naming set verdict = case when p_confirmed then 'CONFIRMED' else 'DECLINED' end, decided_reason = p_reason, decided_by = caller_subject(),
                             decided_role = caller_role(), decided_at = p_at, name = null, date_of_birth = null, address = null
   where id = n.id;
  insert into notice (viewer, kind, reference, about) select '#' || n.proposed_by, 'NAMING_DECIDED', i.reference, i.id;
  if p_confirmed then
    update incident set person_known = true, version = version + 1, changed_at = p_at where id = i.id;
    update incident_identity set name = n.name, date_of_birth = n.date_of_birth, address = n.address, version = version + 1 where incident = i.id;
    insert into notice (viewer, kind, reference, about)
      select distinct told.viewer, 'REFERRAL_PERSON_KNOWN', r.reference, r.id
        from incident_referral l join referral r on r.id = l.referral and r.from_agency = i.agency
       cross join lateral (select doers(r.id, 'referral.follow') union select '#' || r.owner where r.state = 'DRAFT') told (viewer)
       where l.incident = i.id;
  end if;
  return true;
end
$$;

do $$
declare v_kinds text := (select pg_get_expr(conbin, conrelid) from pg_constraint where conname = 'notice_kind_check');
begin
  alter table notice drop constraint notice_kind_check;
  execute 'alter table notice add constraint notice_kind_check check (kind in (''NAMING_WAITS'', ''NAMING_DECIDED'', ''REFERRAL_PERSON_KNOWN'') or ' || v_kinds || ')';
end
$$;

alter table incident_naming enable row level security, force row level security;
create policy owner_all on incident_naming to concordat_owner using (true) with check (true);
create policy seen on incident_naming for select to concordat_app using (sees_incident(incident, 'D2'));
grant select on incident_naming to concordat_app;
revoke execute on function names_incident(uuid), propose_name(uuid, uuid, text, date, text, text, timestamptz),
  decide_name(uuid, bigint, boolean, text, timestamptz) from public;
grant execute on function names_incident(uuid), propose_name(uuid, uuid, text, date, text, text, timestamptz),
  decide_name(uuid, bigint, boolean, text, timestamptz) to concordat_app;
