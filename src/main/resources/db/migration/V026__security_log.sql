-- The security log: who signed in and out, who was refused and why, administration, and the system itself. No names and no addresses.

alter table security_event add column role text, add column occurrences integer not null default 1 check (occurrences > 0);
comment on column security_event.detail is 'Ids, codes and sizes only.';
comment on column security_event.occurrences is 'How many such events it stands for: of what anybody can set off there is one a minute at most.';
create index security_event_by_agency on security_event (agency, at desc, id desc);
create index security_event_by_actor on security_event (actor, at desc, id desc);

-- Everybody their own; governance what its people did; the board's also what was nobody's: refused tokens and the system.
create policy own_events on security_event for select to concordat_app using (actor = (select caller_subject()));
create policy governed on security_event for select to concordat_app
  using ((select caller_role()) = 'information-governance'
         and (agency = (select caller_agency()) or (agency is null and (select caller_agency()) = 'BOARD')));
grant select on security_event to concordat_app;

-- Whoever adds an event does so in their own name; without a bound caller nobody does.
drop policy append on security_event;
create policy own_acts on security_event for insert to concordat_app
  with check (actor = (select caller_subject()) and agency = (select caller_agency()));

-- The database's own events and those without a bound caller: whoever is refused at the door has not been bound, and the system never is.
create policy owner_adds on security_event for insert to concordat_owner with check (true);
create function note_security_event(p_kind text, p_actor uuid, p_agency text, p_detail text, p_occurrences integer) returns void
  language sql security definer set search_path = public, pg_temp as
$$
  insert into security_event (kind, actor, agency, detail, occurrences)
    select p_kind, p_actor, (select a.code from agency a where a.code = p_agency), left(p_detail, 200), p_occurrences
     where p_kind in ('SIGNED_IN', 'SIGNED_OUT', 'SIGN_IN_REFUSED', 'SESSION_EXPIRED', 'TOKEN_REFUSED', 'SEQUENCER_STOPPED', 'READINESS_LOST',
                      'READINESS_REGAINED', 'INTROSPECTION_FAILED')
       and (p_actor is null or p_kind in ('SIGNED_IN', 'SIGNED_OUT', 'SIGN_IN_REFUSED', 'SESSION_EXPIRED'))
       and (caller_subject() is null or p_actor = caller_subject()) -- whoever is bound speaks for nobody else
$$;

-- A portal began to work: on which schema, and with which key it signs. A key that has not signed before is an event of its own.
create function note_start(p_key text) returns void language plpgsql security definer set search_path = public, pg_temp as
$$
begin
  insert into security_event (kind, detail)
    select 'PORTAL_STARTED', 'schema ' || coalesce(max(h.version) filter (where h.installed_rank = newest.rank), '?')
      from flyway_schema_history h cross join (select max(installed_rank) as rank from flyway_schema_history where success and version is not null) newest;
  if p_key is distinct from (select e.detail from security_event e where e.kind = 'LEDGER_KEY_CHANGED' order by e.id desc limit 1) then
    insert into security_event (kind, detail) values ('LEDGER_KEY_CHANGED', p_key);
  end if;
end
$$;

-- As before, and the fifth wrong reference is in the security log.
create or replace function guessed() returns void language plpgsql security definer set search_path = public, pg_temp as
$$
begin
  insert into reference_attempt (subject, opened) values (caller_subject(), false);
  if (select count(*) = 5 from reference_attempt where subject = caller_subject() and not opened and at > now() - interval '1 hour') then
    insert into notice (viewer, kind, about) values (caller_agency() || '/information-governance', 'REFERENCES_GUESSED', caller_subject());
    insert into security_event (kind, actor, agency, role) values ('REFERENCES_GUESSED', caller_subject(), caller_agency(), caller_role());
  end if;
end
$$;

revoke execute on function note_security_event(text, uuid, text, text, integer), note_start(text) from public;
grant execute on function note_security_event(text, uuid, text, text, integer), note_start(text) to concordat_app;
