-- Whom one may name as seeing a record or give it to, and what information governance does to a record of which it sees the header only.

drop function who_sees(uuid);

-- Who sees a record, for "Who can see this, and why": audiences, and colleagues by name and identity; for those who know of it themselves.
-- Whoever is excluded sees nothing, whatever else would let them, and is not named.
create function who_sees(p_record uuid)
  returns table (audience text, person text, subject uuid, source text, classes text, until timestamptz, agreement text)
  language sql stable security definer set search_path = public, pg_temp as
$$
  select split_part(v.viewer, '#', 1), s.display_name, s.subject, v.source, string_agg(distinct c, ','), max(upper(v.valid)),
         string_agg(distinct g.code || ' v' || g.version, ', ')
    from visibility v
    cross join lateral unnest(v.data_classes) c
    left join agreement g on g.id = v.agreement
    left join staff s on s.subject = nullif(split_part(v.viewer, '#', 2), '')::uuid and s.agency = caller_agency()
   where v.record = p_record and v.viewer like '%/%' and v.valid @> now() and knows(p_record)
     and not exists (select from exclusion x where x.record = v.record and x.lifted_at is null
                       and x.subject = nullif(split_part(v.viewer, '#', 2), '')::uuid)
   group by v.viewer, s.display_name, s.subject, v.source order by v.source desc, v.viewer
$$;

-- Colleagues to whom the caller may give a record to work on. Who is excluded from it, and whom a restriction does not name, would not find it;
-- whoever decides on it need not be one who may read why.
create function assignable(p_record uuid) returns setof uuid language sql stable security definer set search_path = public, pg_temp as
$$
  select s.subject from staff s join referral r on r.id = p_record
   where s.agency = caller_agency() and s.suspended_at is null and may(r.id, 'referral.decide')
     and not exists (select from exclusion x where x.record = r.id and x.subject = s.subject and x.lifted_at is null)
     and (not r.restricted or exists (select from restriction_name n where n.record = r.id and n.subject = s.subject))
$$;

-- The database's own answer to whom a record is given.
create function guard_assignee() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
  if current_user = 'concordat_app' and not exists (select from assignable(new.id) who where who = new.assignee) then
    raise insufficient_privilege using message = 'this record is not to be given to them';
  end if;
  return new;
end
$$;
create trigger guard_assignee before update on referral for each row
  when (new.assignee is not null and new.assignee is distinct from old.assignee) execute function guard_assignee();

-- What the gate asks of a record that the caller knows by its header: who takes part in it. None of it is content, and only the header is shown.
create function header_of(p_reference text)
  returns table (id uuid, reference text, version bigint, state text, type text, from_agency text, to_agency text, from_team text, to_team text,
                 owner uuid, assignee uuid, purpose text, agreed boolean, content_until timestamptz, restricted boolean, submitted_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp as
$$
  select r.id, r.reference, r.version, r.state, r.type, r.from_agency, r.to_agency, r.from_team, r.to_team, r.owner, r.assignee, r.purpose,
         r.agreed, r.content_until, r.restricted, r.submitted_at
    from referral r where r.reference = p_reference and knows(r.id)
$$;

-- Restricts a record or lifts that, for somebody who may and need not read it; false where it is not theirs to do.
create function restrict_record(p_record uuid, p_restricted boolean) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as
$$
begin
  if not may(p_record, 'restricted.flag') then
    return false;
  end if;
  update referral set restricted = p_restricted, version = version + 1 where id = p_record;
  return true;
end
$$;

revoke execute on function who_sees(uuid), assignable(uuid), guard_assignee(), header_of(text), restrict_record(uuid, boolean) from public;
grant execute on function who_sees(uuid), assignable(uuid), header_of(text), restrict_record(uuid, boolean) to concordat_app;
