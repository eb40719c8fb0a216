-- Acting in one role of several, declaring a conflict of one's own, and what governance may know of a colleague's sight.

alter table staff add column roles text[] not null default '{}';
comment on column staff.roles is 'Every role they could act in when they were last here; empty until then.';

drop function bind_caller(uuid, text, text, text, text[], text[]);

-- Binds the caller to this transaction and registers what the token says of them; the settings end with the transaction.
-- p_roles: every role of the token, the one to begin with first. What cannot be held in their agency is no role of theirs here,
-- so that whoever moves to another agency falls back to one that can.
create function bind_caller(p_subject uuid, p_username text, p_display_name text, p_agency text, p_roles text[], p_teams text[],
                            out o_status text, out o_role text, out o_leads text[], out o_roles text[])
  language plpgsql security definer set search_path = public, pg_temp as
$$
declare
  known staff;
  v_teams text[] := array(select t from unnest(p_teams) t where t ~ '^[a-z0-9-]{1,60}$' order by t);
begin
  o_roles := array(select r.code from unnest(p_roles) with ordinality held (code, place)
                     join staff_role r on r.code = held.code join agency a on a.kind = any (r.kinds)
                    where a.code = p_agency and days(r.valid_from, r.valid_to) @> now() and days(a.valid_from, a.valid_to) @> now()
                    order by held.place);
  select coalesce((select a.role from acting_role a where a.subject = p_subject and a.role = any (o_roles)), o_roles[1]) into o_role;
  if o_role is null then
    o_status := 'UNKNOWN';
    return;
  end if;
  select * into known from staff where subject = p_subject;
  if known.suspended_at is not null then
    o_status := 'SUSPENDED';
    return;
  end if;
  -- Whoever is registering this caller already is this very request, whose refusal is written in a second transaction:
  -- that one must not wait for the first, which waits for it.
  if (known.subject is null or known.username is distinct from p_username
     or known.display_name is distinct from p_display_name or known.agency is distinct from p_agency
     or known.role is distinct from o_role or known.roles is distinct from o_roles or known.teams is distinct from v_teams)
     and pg_try_advisory_xact_lock(hashtextextended(p_subject::text, 0)) then
    insert into staff (subject, username, display_name, agency, role, roles, teams)
    values (p_subject, p_username, p_display_name, p_agency, o_role, o_roles, v_teams)
    on conflict (subject) do update set username = excluded.username, display_name = excluded.display_name,
      agency = excluded.agency, role = excluded.role, roles = excluded.roles, teams = excluded.teams;
  end if;
  o_leads := leads(p_subject, p_agency, v_teams);
  perform set_config('concordat.subject', p_subject::text, true),
          set_config('concordat.agency', p_agency, true),
          set_config('concordat.role', o_role, true),
          set_config('concordat.viewers', array_to_string(viewers(p_subject, p_agency, o_role, v_teams, o_leads), ','), true);
  o_status := 'ACTIVE';
end
$$;

-- The teams that somebody leads today.
create function leads(p_subject uuid, p_agency text, p_teams text[]) returns text[] language sql stable as
$$
  select array(select l.team from team_lead l where l.subject = p_subject and l.agency = p_agency and l.team = any (p_teams)
                  and days(l.valid_from, l.valid_to) @> now() order by l.team)
$$;

-- One acts in a role that one holds, and chooses for oneself.
drop policy own on acting_role;
create policy own on acting_role to concordat_app using (subject = (select caller_subject()))
  with check (subject = (select caller_subject())
              and exists (select from staff s where s.subject = acting_role.subject and acting_role.role = any (s.roles)));

-- The list exclusion-reason as somebody says it of themselves.
insert into code_value (list, code, label, hint, position, valid_from) values
  ('declared-conflict', 'VICTIM', 'I am the person harmed', null, 1, '2026-01-01'),
  ('declared-conflict', 'SUSPECT', 'I am suspected', null, 2, '2026-01-01'),
  ('declared-conflict', 'WITNESS', 'I am a witness', null, 3, '2026-01-01'),
  ('declared-conflict', 'RELATIVE', 'I am a relative of somebody in it', null, 4, '2026-01-01'),
  ('declared-conflict', 'NEIGHBOUR', 'I am a neighbour of somebody in it', null, 5, '2026-01-01'),
  ('declared-conflict', 'COMPLAINT', 'A complaint about me is part of it', null, 6, '2026-01-01'),
  ('declared-conflict', 'OTHER', 'Another way', null, 7, '2026-01-01');

-- A record that somebody could see is found by the names under which they are a viewer.
create index visibility_by_viewer on visibility (viewer);

-- Whether the caller may know that there is such a record.
create function knows(p_record uuid) returns boolean language sql stable as
$$
  select coalesce(bool_or(v.data_classes && '{D1,D1:H}') and not bool_or(v.source = 'exclusion'), false) from visibility v
   where v.record = p_record and v.viewer = any ((select caller_viewers())::text[]) and v.valid @> now()
$$;

-- Whether the caller oversees the sharing of this member of staff.
create function oversees(p_subject uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$
  select caller_role() = 'information-governance'
     and exists (select from staff s where s.subject = p_subject and s.agency = caller_agency())
$$;

-- Records that a member of staff could see today, one row per role they could act in and reason: headers only, and only of records of which
-- the caller may know themselves, so that a restricted record stays with those it names.
create function sight_of(p_subject uuid)
  returns table (record uuid, reference text, type text, state text, from_agency text, to_agency text, role text, source text, until timestamptz,
                 sent timestamptz)
  language sql stable security definer set search_path = public, pg_temp as
$$
  select h.referral, h.reference, h.type, h.state, h.from_agency, h.to_agency, acting.role, seen.source,
         case when not bool_or(upper_inf(v.valid)) then max(upper(v.valid)) end, h.submitted_at
    from staff s
    cross join lateral unnest(case when s.roles = '{}' then array[s.role] else s.roles end) acting (role)
    join visibility v on v.viewer = any (viewers(s.subject, s.agency, acting.role, s.teams, leads(s.subject, s.agency, s.teams)))
                     and v.valid @> now() and v.data_classes && '{D1,D1:H}'
    cross join lateral (
      select case when v.source not in ('sender', 'recipient') then v.source
                  when split_part(v.viewer, '#', 1) like '%/%/%' then 'team' else 'agency' end as source) seen
    join referral_header h on h.referral = v.record
   where s.subject = p_subject and s.suspended_at is null and oversees(p_subject) and knows(v.record)
     and not exists (select from exclusion x where x.record = v.record and x.subject = s.subject and x.lifted_at is null)
   group by h.referral, acting.role, seen.source
$$;

-- Sight that a member of staff was given or took, as long as it lasts. Of a record that the caller may not know, only which agency's it is; of a
-- restricted one or one from which they are excluded, nothing.
create function grants_of(p_subject uuid)
  returns table (reference text, owner_agency text, kind text, role text, data_classes text, valid_from timestamptz, valid_to timestamptz)
  language sql stable security definer set search_path = public, pg_temp as
$$
  select case when knows(r.id) then r.reference end, r.from_agency, g.kind, g.role, array_to_string(g.data_classes, ','), g.valid_from,
         least(g.valid_to, g.revoked_at)
    from access_grant g join referral r on r.id = g.record
   where g.subject = p_subject and oversees(p_subject) and tstzrange(g.valid_from, least(g.valid_to, g.revoked_at)) @> now()
     and (knows(r.id) or not r.restricted)
     and not exists (select from exclusion x where x.record = r.id and x.subject in (g.subject, caller_subject()) and x.lifted_at is null)
   order by g.valid_from
$$;

revoke execute on function bind_caller(uuid, text, text, text, text[], text[]), sight_of(uuid), grants_of(uuid), oversees(uuid) from public;
grant execute on function bind_caller(uuid, text, text, text, text[], text[]), sight_of(uuid), grants_of(uuid) to concordat_app;
