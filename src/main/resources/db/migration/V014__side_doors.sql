-- What is told and reviewed about a record is no way around its gate: an exclusion and a restriction count there too.

-- Whether an exclusion bars the caller from the record.
create function barred(p_record uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select exists (select from exclusion x where x.record = p_record and x.subject = caller_subject() and x.lifted_at is null) $$;

-- Whether a notice may still be read by those to whom it is addressed: one to a whole role names a record, and must go with the sight of it.
create function tells(p_viewer text, p_kind text, p_about uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$
  select case
    when p_kind = 'GLASS_BROKEN' then exists (select from break_glass b where b.id = p_about and not barred(b.record)
      and (p_viewer like '#%' or p_viewer like '%/information-governance' or may(b.record, 'access.decide')))
    when p_kind like 'ACCESS\_%' and p_viewer not like '#%' then exists (select from access_request q where q.id = p_about and may(q.record, 'access.decide'))
    else true end
$$;

drop policy own on notice;
create policy own on notice for select to concordat_app
  using (viewer = any ((select caller_viewers())::text[]) and tells(viewer, kind, about));

-- Nobody reviews an emergency about a record that they must not see.
drop policy concerned on break_glass;
create policy concerned on break_glass for select to concordat_app
  using (subject = (select caller_subject())
         or ((select caller_role()) = 'information-governance' and (select caller_agency()) in (agency, owner_agency) and not barred(record)));
drop policy reviewed on break_glass;
create policy reviewed on break_glass for update to concordat_app
  using (subject <> (select caller_subject()) and (select caller_role()) = 'information-governance'
         and (select caller_agency()) in (agency, owner_agency) and not barred(record))
  with check (reviewed_by = (select caller_subject()));

-- The same for what was shown meanwhile.
create or replace function glass_shown(p_id uuid) returns table (at timestamptz, action text, classes text) language sql stable
  security definer set search_path = public, pg_temp as
$$
  select e.at, e.action, array_to_string(e.data_classes, ',') from break_glass b join ledger_entry e
      on e.actor = b.subject and b.record = any (e.record_ids) and e.permitted
     and e.at between b.opened_at and coalesce(b.closed_at, b.expires_at)
   where b.id = p_id and caller_role() = 'information-governance' and caller_agency() in (b.agency, b.owner_agency) and not barred(b.record)
   order by e.at
$$;

revoke execute on function barred(uuid), tells(text, text, uuid) from public;
grant execute on function barred(uuid), tells(text, text, uuid) to concordat_app;
