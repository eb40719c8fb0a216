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
  earlier       uuid not null references incident on delete cascade,
  later         uuid not null references incident on delete cascade,
  ground        text not null check (ground in ('PERSON', 'PLACE', 'SUSPECT')),
  verdict       text not null check (verdict in ('CONFIRMED', 'DISMISSED')),
  reason        text not null,
  decided_by    uuid not null,
  decided_role  text not null references staff_role,
  decided_at    timestamptz not null,
  superseded_at timestamptz,
  primary key (earlier, later, ground, decided_at),
  check (earlier < later)
);
comment on table incident_link is 'What somebody decided on two incidents that could belong together, logged earlier and later; the one that nothing supersedes stands.';
create unique index incident_link_standing on incident_link (earlier, later, ground) where superseded_at is null;
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

-- Whether it happened after another that somebody linked with it by the person or the place, among what the caller sees. What was reported is another fact.
create function repeat_linked(p_incident uuid) returns boolean language sql stable as
$$
  select exists (
    select from incident_link l join incident_account x on x.incident = case when l.earlier = p_incident then l.later else l.earlier end
      join incident_account me on me.incident = p_incident
     where p_incident in (l.earlier, l.later) and l.superseded_at is null and l.verdict = 'CONFIRMED' and l.ground in ('PERSON', 'PLACE')
       and (x.from_date, x.incident) < (me.from_date, me.incident))
$$;

-- Decides whether two incidents belong together. Null where somebody has decided since p_seen, when the decision was made that the caller saw (null: none);
-- false where they are not both the caller's to link, or have nothing in common that the caller may see. That somebody is the same person is for whoever
-- links persons to say, and what a third-party centre was told without a name is for them and whoever leads (domain.md 5.3, 7.4).
create function link_incidents(p_one uuid, p_other uuid, p_ground text, p_verdict text, p_reason text, p_seen timestamptz, p_at timestamptz) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as
$$
declare
  v_class text := case p_ground when 'PERSON' then 'D2' when 'PLACE' then 'D5' when 'SUSPECT' then 'D6' end;
  v_earlier uuid := least(p_one, p_other);
  v_later uuid := greatest(p_one, p_other);
  v_persons boolean := incident_action_scopes('person.link') <> '{}';
begin
  if (select count(*) from incident i join agency o on o.code = i.origin_agency where i.id in (p_one, p_other) and i.state = 'LOGGED' and not incident_barred(i.id)
        and incident_reached(incident_scopes('D1'), i.state, i.agency, i.team, i.owner)
        and incident_reached(incident_scopes(v_class), i.state, i.agency, i.team, i.owner)
        and incident_reached(incident_action_scopes('incident.link'), i.state, i.agency, i.team, i.owner)
        and (v_persons or (p_ground <> 'PERSON' and (o.kind <> 'THIRD_PARTY' or i.person_known or coalesce(
               i.agency || '/' || caller_role() || '/' || i.team || '!lead' = any (caller_viewers()), false))))) <> 2
     or not exists (select from incident_candidates(p_one) c where c.incident = p_other and c.ground = p_ground) then
    return false;
  end if;
  if p_seen is not null then
    update incident_link set superseded_at = p_at
     where earlier = v_earlier and later = v_later and ground = p_ground and superseded_at is null and decided_at = p_seen;
  end if;
  insert into incident_link (earlier, later, ground, verdict, reason, decided_by, decided_role, decided_at) values
      (v_earlier, v_later, p_ground, p_verdict, p_reason, caller_subject(), caller_role(), p_at)
    on conflict (earlier, later, ground) where superseded_at is null do nothing;
  return case when found then true end;
end
$$;

-- Tells the force of the area that an incident may belong to one of another agency; which, it does not say. Only what is hard to mistake counts: a name
-- with its date of birth, a property, an address. What the force logs itself tells it nothing: it would ask by it what others hold. As long as nobody has
-- opened the last one of an agency, another would not say more.
create function tell_of_match(p_incident uuid) returns void language sql security definer set search_path = public, pg_temp as
$$
  insert into notice (viewer, kind, agency)
  select a.force || '/hate-crime-officer', 'INCIDENTS_MATCH', a.code
    from incident i join agency a on a.code = i.agency
   where i.id = p_incident and i.agency <> a.force
     and not exists (select from notice n where n.viewer = a.force || '/hate-crime-officer' and n.kind = 'INCIDENTS_MATCH' and n.agency = a.code
                       and not exists (select from notice_seen s where s.notice = n.id))
     and exists (
       select from incident_candidates(p_incident) c join incident o on o.id = c.incident and o.state = 'LOGGED' and o.agency <> i.agency
         join agency b on b.code = o.agency and coalesce(b.force, b.code) = a.force
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
revoke execute on function link_incidents(uuid, uuid, text, text, text, timestamptz, timestamptz), tell_of_match(uuid), tell_of_logged() from public;
grant execute on function link_incidents(uuid, uuid, text, text, text, timestamptz, timestamptz) to concordat_app;
