-- Incidents that belong together: the same person harmed, the same place, the same suspect. The system proposes among what the caller sees; a
-- person confirms or dismisses. Across agencies only the force of the area is told, and nothing but that there is something.

alter table incident_identity add column name_key text generated always as
  (nullif(lower(regexp_replace(btrim(name), '\s+', ' ', 'g')), '')) stored;
alter table incident_suspect add column name_key text generated always as
  (nullif(lower(regexp_replace(btrim(name), '\s+', ' ', 'g')), '')) stored;
alter table incident_account add column address_key text generated always as
  (case when postcode is not null and btrim(address) <> '' then lower(regexp_replace(btrim(address), '\s+', ' ', 'g')) || '|' || postcode end) stored;
comment on column incident_identity.name_key is 'The name however it was typed; compared, never shown.';
create index incident_identity_by_name on incident_identity (name_key);
create index incident_suspect_by_name on incident_suspect (name_key);
create index incident_account_by_address on incident_account (address_key);
create index incident_account_by_uprn on incident_account (uprn);

create table incident_link (
  earlier      uuid not null references incident on delete cascade,
  later        uuid not null references incident on delete cascade,
  ground       text not null check (ground in ('PERSON', 'PLACE', 'SUSPECT')),
  verdict      text not null check (verdict in ('CONFIRMED', 'DISMISSED')),
  reason       text not null,
  decided_by   uuid not null,
  decided_role text not null references staff_role,
  decided_at   timestamptz not null,
  primary key (earlier, later, ground),
  check (earlier < later)
);
comment on table incident_link is 'What somebody decided on two incidents that could belong together; earlier and later by their age.';
create index incident_link_by_later on incident_link (later);

-- What one incident has in common with others that the caller sees. A date of birth that both have must agree.
create function incident_candidates(p_incident uuid) returns table (incident uuid, ground text) language sql stable as
$$
  select x.incident, 'PERSON' from incident_identity me join incident_identity x on x.name_key = me.name_key
   where me.incident = p_incident and x.incident <> p_incident and coalesce(x.date_of_birth = me.date_of_birth, true)
  union
  select x.incident, 'PLACE' from incident_account me join incident_account x on x.uprn = me.uprn
   where me.incident = p_incident and x.incident <> p_incident
  union
  select x.incident, 'PLACE' from incident_account me join incident_account x on x.address_key = me.address_key
   where me.incident = p_incident and x.incident <> p_incident
  union
  select x.incident, 'SUSPECT' from incident_suspect me join incident_suspect x on x.name_key = me.name_key
   where me.incident = p_incident and x.incident <> p_incident and coalesce(x.date_of_birth = me.date_of_birth, true)
$$;

-- Decides whether two incidents belong together; what happened before is then a repeat. False where they are not both the caller's to link, or have
-- nothing in common that the caller may see.
create function link_incidents(p_one uuid, p_other uuid, p_ground text, p_verdict text, p_reason text, p_at timestamptz) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as
$$
declare
  v_class text := case p_ground when 'PERSON' then 'D2' when 'PLACE' then 'D5' when 'SUSPECT' then 'D6' end;
  v_later uuid := greatest(p_one, p_other);
begin
  if (select count(*) from incident i where i.id in (p_one, p_other) and i.state = 'LOGGED'
        and incident_reached(incident_scopes('D1'), i.state, i.agency, i.team, i.owner)
        and incident_reached(incident_scopes(v_class), i.state, i.agency, i.team, i.owner)
        and incident_reached(incident_action_scopes('incident.link'), i.state, i.agency, i.team, i.owner)) <> 2
     or not exists (select from incident_candidates(p_one) c where c.incident = p_other and c.ground = p_ground) then
    return false;
  end if;
  insert into incident_link values
      (least(p_one, p_other), v_later, p_ground, p_verdict, p_reason, caller_subject(), caller_role(), p_at)
    on conflict (earlier, later, ground) do update set verdict = excluded.verdict, reason = excluded.reason,
      decided_by = excluded.decided_by, decided_role = excluded.decided_role, decided_at = excluded.decided_at;
  if p_verdict = 'CONFIRMED' then
    update incident_account set repeat = true, version = version + 1 where incident = v_later and repeat is distinct from true;
  end if;
  return true;
end
$$;

-- Tells the force of the area that an incident may belong to one of another agency; which, it does not say. Only what is hard to mistake counts: a name
-- with its date of birth, a property, an address. Once a day for each agency: more would not say more.
create function tell_of_match(p_incident uuid) returns void language sql security definer set search_path = public, pg_temp as
$$
  insert into notice (viewer, kind, agency)
  select coalesce(a.force, a.code) || '/hate-crime-officer', 'INCIDENTS_MATCH', a.code
    from incident i join agency a on a.code = i.agency
   where i.id = p_incident and (a.force is not null or a.kind = 'POLICE')
     and not exists (select from notice n where n.viewer = coalesce(a.force, a.code) || '/hate-crime-officer' and n.kind = 'INCIDENTS_MATCH'
                       and n.agency = a.code and n.at > now() - interval '1 day')
     and exists (
       select from incident_candidates(p_incident) c join incident o on o.id = c.incident and o.state = 'LOGGED' and o.agency <> i.agency
         join agency b on b.code = o.agency and coalesce(b.force, b.code) = coalesce(a.force, a.code)
        where c.ground = 'PLACE'
           or (c.ground = 'PERSON' and exists (select from incident_identity x join incident_identity y on y.date_of_birth = x.date_of_birth
                                                where x.incident = i.id and y.incident = o.id)))
$$;

create function tell_of_logged() returns trigger language plpgsql security definer set search_path = public, pg_temp as
$$ begin perform tell_of_match(new.id); return null; end $$;
create trigger tell_of_match after update on incident for each row when (old.state = 'DRAFT' and new.state = 'LOGGED') execute function tell_of_logged();

do $$
declare v_kinds text := (select pg_get_expr(conbin, conrelid) from pg_constraint where conname = 'notice_kind_check');
begin
  alter table notice drop constraint notice_kind_check;
  execute 'alter table notice add constraint notice_kind_check check (kind = ''INCIDENTS_MATCH'' or ' || v_kinds || ')';
end
$$;

alter table incident_link enable row level security, force row level security;
create policy owner_all on incident_link to concordat_owner using (true) with check (true);
create policy seen on incident_link for select to concordat_app using (sees_incident(earlier, 'D1') and sees_incident(later, 'D1'));
grant select on incident_link to concordat_app;
revoke execute on function link_incidents(uuid, uuid, text, text, text, timestamptz), tell_of_match(uuid), tell_of_logged() from public;
grant execute on function link_incidents(uuid, uuid, text, text, text, timestamptz) to concordat_app;
