-- A report without a name whose person later says who they are: one member of staff proposes the name with a reason, and whoever leads the team that holds
-- the incident confirms it (domain.md 5.3, 8.4 case 10). No matching ever does it.

create table incident_naming (
  id             uuid primary key,
  incident       uuid not null references incident on delete cascade,
  name           text,
  date_of_birth  date,
  address        text,
  reason         text,
  proposed_by    uuid not null,
  proposed_role  text not null references staff_role,
  proposed_at    timestamptz not null,
  verdict        text check (verdict in ('CONFIRMED', 'DECLINED')),
  decided_reason text,
  decided_by     uuid,
  decided_role   text references staff_role,
  decided_at     timestamptz,
  check ((verdict is null) = (decided_by is null)),
  check (verdict is null or name is null),
  check ((verdict is not distinct from 'DECLINED') = (reason is null))
);
comment on table incident_naming is 'Who somebody says was harmed in an incident of which nobody was named: data class D2. Once it is decided, the name is with the incident or nowhere; the reason that names them goes with a declined one.';
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

-- Whether somebody else than the caller leads the team that holds it, and may decide.
create function naming_confirmable(p_incident uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$
  select exists (select from incident i join team_lead l on l.agency = i.agency and l.team = i.team and l.subject <> caller_subject()
                   join staff s on s.subject = l.subject and s.agency = i.agency and s.suspended_at is null
                  where i.id = p_incident
                    and (now() at time zone 'Europe/London')::date between l.valid_from and coalesce(l.valid_to, 'infinity'))
$$;

-- Proposes a name, and tells those who lead the team. False where it is not the caller's to propose, nobody could decide, or another proposal waits.
create function propose_name(p_id uuid, p_incident uuid, p_name text, p_born date, p_address text, p_reason text, p_at timestamptz) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as
$$
begin
  if not names_incident(p_incident) or not naming_confirmable(p_incident) then
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
                             decided_role = caller_role(), decided_at = p_at, name = null, date_of_birth = null, address = null,
                             reason = case when p_confirmed then reason end
   where id = n.id;
  insert into notice (viewer, kind, reference, about) select '#' || n.proposed_by, 'NAMING_DECIDED', i.reference, i.id;
  if p_confirmed then
    update incident set person_known = true, version = version + 1, changed_at = p_at where id = i.id;
    update incident_identity set name = n.name, date_of_birth = n.date_of_birth, address = n.address, version = version + 1 where incident = i.id;
    perform tell_of_match(i.id);
    insert into notice (viewer, kind, reference, about)
      select distinct told.viewer, 'REFERRAL_PERSON_KNOWN', r.reference, r.id
        from incident_referral l join referral r on r.id = l.referral and r.from_agency = i.agency
       cross join lateral (select doers(r.id, 'referral.follow') union select '#' || r.owner where r.state = 'DRAFT') told (viewer)
       where l.incident = i.id;
  end if;
  return true;
end
$$;

-- Takes back what the caller proposed: it is nowhere then. False where it is not theirs, or decided.
create function withdraw_name(p_naming uuid) returns boolean language plpgsql security definer set search_path = public, pg_temp as
$$
begin
  delete from incident_naming n where n.id = p_naming and n.verdict is null and n.proposed_by = caller_subject() and names_incident(n.incident);
  return found;
end
$$;

-- As before, and a name that waits for a decision.
create or replace function stale_incidents() returns table (record uuid, record_type text, agency text, version bigint) language sql stable
  security definer set search_path = public, pg_temp as
$$
  (select i.id, 'incident', i.agency, i.version from incident i
    where i.state = 'DRAFT' and i.changed_at <= now() - interval '30 days' and caller_role() = 'system' order by i.changed_at limit 100)
  union all
  (select m.id, 'incident-import', m.agency, null from incident_import m
    where m.state <> 'COMMITTED' and m.created_at <= now() - interval '30 days' and caller_role() = 'system' order by m.created_at limit 100)
  union all
  (select i.id, 'incident-naming', i.agency, i.version from incident_naming n join incident i on i.id = n.incident
    where n.verdict is null and n.proposed_at <= now() - interval '30 days' and caller_role() = 'system' order by n.proposed_at limit 100)
$$;

create or replace function erase_stale_incident(p_record uuid) returns boolean language plpgsql security definer set search_path = public, pg_temp as
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
  if found then
    return true;
  end if;
  delete from incident_naming n using incident i
   where i.id = n.incident and i.id = p_record and n.verdict is null and n.proposed_at <= now() - interval '30 days' and i.agency = caller_agency();
  return found;
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
-- What is told of a naming is there for whoever sees the incident today.
create policy naming on notice as restrictive for select to concordat_app
  using (kind not like 'NAMING\_%' or exists (select from incident i where i.id = about));
revoke execute on function names_incident(uuid), propose_name(uuid, uuid, text, date, text, text, timestamptz),
  decide_name(uuid, bigint, boolean, text, timestamptz), naming_confirmable(uuid), withdraw_name(uuid) from public;
grant execute on function names_incident(uuid), propose_name(uuid, uuid, text, date, text, text, timestamptz),
  decide_name(uuid, bigint, boolean, text, timestamptz), naming_confirmable(uuid), withdraw_name(uuid) to concordat_app;
