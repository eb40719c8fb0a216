-- Using the ledger for the four purposes of DPA 2018 s.62(4): readings of it that are worth a look, and who has seen a record.

create table reading_limit (
  code       text not null check (code in ('PEOPLE_AT_ONCE', 'RECORDS_WITHIN_AN_HOUR')),
  amount     integer not null check (amount > 0),
  valid_from date not null,
  valid_to   date,
  primary key (code, valid_from)
);
comment on table reading_limit is 'From how many on a read counts as a bulk read: people shown by one operation, records that one person opened within an hour.';
-- A page of the inbox holds twenty.
insert into reading_limit (code, amount, valid_from) values ('PEOPLE_AT_ONCE', 25, '2026-01-01'), ('RECORDS_WITHIN_AN_HOUR', 50, '2026-01-01');

create table usual_hours (
  kind          text not null check (kind in ('POLICE', 'CPS', 'COUNCIL', 'NHS', 'THIRD_PARTY', 'BOARD')),
  role          text not null default '*',
  weekday       smallint not null check (weekday between 1 and 7),
  opens         time not null,
  closes        time not null check (closes > opens),
  bank_holidays boolean not null default false,
  valid_from    date not null,
  valid_to      date,
  primary key (kind, role, weekday, opens, valid_from)
);
comment on table usual_hours is 'When people of a kind of agency work, in London time: 1 is Monday. A role with rows of its own goes by those, every other by those of *.';
insert into usual_hours (kind, weekday, opens, closes, valid_from)
  select kind, weekday, '07:00', '19:00', '2026-01-01'
    from unnest(array['POLICE', 'CPS', 'COUNCIL', 'NHS', 'THIRD_PARTY', 'BOARD']) kind cross join generate_series(1, 5) weekday;
-- Response officers and practitioners on wards work round the clock; the time of day says nothing of their reading.
insert into usual_hours (kind, role, weekday, opens, closes, bank_holidays, valid_from)
  select kind, role, weekday, '00:00', '24:00', true, '2026-01-01'
    from (values ('POLICE', 'police-officer'), ('NHS', 'nhs-practitioner')) shifts (kind, role) cross join generate_series(1, 7) weekday;

alter table reading_limit enable row level security, force row level security;
alter table usual_hours enable row level security, force row level security;
create policy owner_all on reading_limit to concordat_owner using (true) with check (true);
create policy owner_all on usual_hours to concordat_owner using (true) with check (true);
create policy bound_caller on reading_limit for select to concordat_app using ((select caller_subject()) is not null);
create policy bound_caller on usual_hours for select to concordat_app using ((select caller_subject()) is not null);
grant select on reading_limit, usual_hours to concordat_app;

create function limit_at(p_code text, p_at timestamptz) returns integer language sql stable as
$$ select l.amount from reading_limit l where l.code = p_code and days(l.valid_from, l.valid_to) @> p_at order by l.valid_from desc limit 1 $$;

create function out_of_hours(p_at timestamptz, p_agency text, p_role text) returns boolean language sql stable as
$$
  select not exists (
    select from agency a
      join usual_hours h on h.kind = a.kind and days(h.valid_from, h.valid_to) @> p_at
       and h.role = case when exists (select from usual_hours own where own.kind = a.kind and own.role = p_role
                                        and days(own.valid_from, own.valid_to) @> p_at) then p_role else '*' end
      cross join lateral (select p_at at time zone 'Europe/London' as clock) there
     where a.code = p_agency and h.weekday = extract(isodow from there.clock)
       and there.clock::time >= h.opens and there.clock::time < h.closes
       and (h.bank_holidays or not exists (select from bank_holiday b where b.day = there.clock::date)))
$$;

-- The last word of a name and what hyphens part it into, without case, accents and apostrophes: what a family name is compared by.
create function family_names(p_name text) returns text[] language sql immutable as
$$
  select array(select distinct part
                 from (select (regexp_match(
                                replace(lower(translate(regexp_replace(normalize(coalesce(p_name, ''), NFKD), '[\u0300-\u036f''\u2019.]', '', 'g'),
                                                        'ŁłØøĐđÐðÞþ', 'LlOoDdDdTt')), 'ß', 'ss'),
                                '(\S+)\s*$'))[1] as word) last
                cross join lateral unnest(string_to_array(word, '-') || replace(word, '-', '')) part
                where length(part) > 1)
$$;

-- Whether the caller governs an entry: that of their people, or of what their agency was sent; the board's governance governs all.
create function governs(e ledger_entry) returns boolean language sql stable as
$$
  select caller_role() = 'information-governance'
     and (caller_agency() in ('BOARD', e.actor_agency) or e.recipients @> array[caller_agency()])
$$;

-- Whether an entry is one of those that are worth a look. The ledger holds no name: the family names of whoever looked and of whoever was
-- harmed are compared here, and no more than yes or no comes out: where the name was shown, and of records that the caller's agency knows.
create function ledger_marked(p_mark text, p_at timestamptz, p_ordinal bigint) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp as
$$
declare
  e ledger_entry;
begin
  select * into e from ledger_entry l where l.at = p_at and l.ordinal = p_ordinal;
  if e.id is null or not governs(e) then
    return false;
  end if;
  -- One question each: what is not asked must not be made ready for every entry.
  if p_mark = 'REFUSED' then
    return not e.permitted;
  elsif p_mark = 'OUT_OF_HOURS' then
    return out_of_hours(e.at, e.actor_agency, e.actor_role);
  elsif p_mark = 'GLASS' then
    if e.action = 'breakglass.use' then
      return not e.permitted or not e.data_classes <@ '{D1}';
    end if;
    return e.record_type = 'referral'
      and exists (select from break_glass b where b.subject = e.actor and b.record = any (e.record_ids) and not barred(b.record)
                    and e.at between b.opened_at and coalesce(b.closed_at, b.expires_at));
  elsif not e.permitted or e.record_type <> 'referral' then
    return false;
  elsif p_mark = 'BULK' then
    if greatest(cardinality(e.subject_ids), case when 'D2' = any (e.data_classes) then cardinality(e.record_ids) end) >= limit_at('PEOPLE_AT_ONCE', e.at) then
      return true;
    elsif e.verb <> 'CONSULT' or cardinality(e.record_ids) <> 1 then
      return false;
    end if;
    return coalesce((select count(distinct b.record_ids) from ledger_entry b
                      where b.actor = e.actor and b.at > e.at - interval '1 hour' and b.at <= e.at and b.permitted and b.verb = 'CONSULT'
                        and b.record_type = 'referral' and cardinality(b.record_ids) = 1) >= limit_at('RECORDS_WITHIN_AN_HOUR', e.at), false);
  elsif p_mark = 'SAME_NAME' and 'D2' = any (e.data_classes) then
    return exists (select from staff s join referral_identity i on i.referral = any (e.record_ids) join referral r on r.id = i.referral
                    where s.subject = e.actor and (e.subject_ids = '{}' or r.harmed = any (e.subject_ids))
                      and family_names(s.display_name) && family_names(i.name) and knows(r.id));
  end if;
  return false;
end
$$;

-- Which entries name a record, of those that the caller may read: an index that the row policy would keep the planner from.
create function ledger_about(p_record uuid) returns table (at timestamptz, ordinal bigint)
  language sql stable security definer set search_path = public, pg_temp as
$$ select e.at, e.ordinal from ledger_entry e where e.record_ids @> array[p_record] and (e.actor = caller_subject() or governs(e)) $$;

-- The same by person, and by the agency that something was sent to, since when and until when.
create index ledger_entry_by_recipient on ledger_entry using gin (recipients) where recipients <> '{}';
create index ledger_entry_refused on ledger_entry (at, ordinal) where not permitted;

create function ledger_about_person(p_subject uuid) returns table (at timestamptz, ordinal bigint)
  language sql stable security definer set search_path = public, pg_temp as
$$
  select e.at, e.ordinal from ledger_entry e
   where e.subject_ids @> array[p_subject] and e.subject_ids <> '{}' and (e.actor = caller_subject() or governs(e))
$$;

create function ledger_sent_to(p_agency text, p_since timestamptz, p_until timestamptz) returns table (at timestamptz, ordinal bigint)
  language sql stable security definer set search_path = public, pg_temp as
$$
  select e.at, e.ordinal from ledger_entry e
   where e.recipients @> array[p_agency] and e.recipients <> '{}' and e.at >= coalesce(p_since, '-infinity') and e.at < coalesce(p_until, 'infinity')
     and (e.actor = caller_subject() or governs(e))
$$;

-- A record by the number under which governance finds it where it may not know the reference: the last twelve digits of its identity.
create index referral_by_number on referral (right(id::text, 12));
create function record_numbered(p_number text) returns uuid language sql stable security definer set search_path = public, pg_temp as
$$ select r.id from referral r where right(r.id::text, 12) = p_number and caller_role() = 'information-governance' limit 1 $$;

-- A commitment tells nothing without its key: with it anybody can see that the leaf in the tree is the one of their entry.
grant select (commitment) on ledger_entry to concordat_app;

-- Whether the caller answers for a record, so that who has seen it is theirs to know.
create function answers_for(p_record uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$
  select knows(p_record) and exists (
    select from referral r join role_permission p on p.role = caller_role() and p.action = 'referral.trail' and days(p.valid_from, p.valid_to) @> now()
     where r.id = p_record and case p.scope
       when 'HEADER' then true
       when 'OWN' then (r.owner = caller_subject() and r.from_agency = caller_agency())
                    or (r.assignee = caller_subject() and r.to_agency = caller_agency())
       when 'LEAD' then array[r.from_agency || '/' || caller_role() || '/' || r.from_team || '!lead',
                              r.to_agency || '/' || caller_role() || '/' || r.to_team || '!lead'] && caller_viewers()
       else false end)
$$;

-- Who has seen a record or done something to it, newest first, for those who answer for it. Of another agency's people the role only, and
-- nothing from before the record was sent. Parts of a record that nobody on the reader's side may know of are left out, with the entries
-- that are about nothing else; so is the reading of the ledger, which is for governance, and what would name whom an exclusion or
-- a restriction concerns. Refusals are for the governance of whoever was refused.
create function record_trail(p_record uuid, p_at timestamptz, p_ordinal bigint, p_limit integer)
  returns table (ordinal bigint, id uuid, leaf bigint, at timestamptz, verb text, action text, permitted boolean, reason text, actor uuid, name text,
                 agency text, role text, classes text, recipients text, agreement text, purpose text)
  language sql stable security definer set search_path = public, pg_temp as
$$
  with reader as (
    select r.id, r.submitted_at, caller_role() = 'information-governance' as governs,
           array(select distinct split_part(c, ':', 1) from visibility v cross join lateral unnest(v.data_classes) c
                  where v.record = r.id and v.valid @> now() and c not like 'D17%'
                    and case when caller_role() = 'information-governance' then v.viewer like caller_agency() || '/%'
                             else v.viewer = any (caller_viewers()) end) as known
      from referral r where r.id = p_record and answers_for(r.id)
  )
  select e.ordinal, e.id, l.leaf, e.at, e.verb, e.action, e.permitted, e.reason, e.actor, s.display_name, e.actor_agency, e.actor_role,
         array_to_string(shown.classes, ','), array_to_string(e.recipients, ','), e.agreement, e.purpose
    from reader
    join ledger_entry e on e.record_ids @> array[reader.id] and e.record_type = 'referral'
    cross join lateral (select e.actor_agency = caller_agency() as own) of_ours
    cross join lateral (select case when of_ours.own and reader.governs then e.data_classes
                                    else array(select c from unnest(e.data_classes) c where c = any (reader.known)) end as classes) shown
    left join ledger_leaf l on l.ordinal = e.ordinal
    left join staff s on s.subject = e.actor and s.agency = caller_agency()
   where (e.permitted or (of_ours.own and reader.governs))
     and (of_ours.own or e.at >= reader.submitted_at)
     and (e.action not in ('exclusion.declare', 'exclusion.manage', 'restricted.flag', 'breakglass.review') or (of_ours.own and reader.governs))
     and (e.data_classes = '{}' or cardinality(shown.classes) > 0)
     and (p_at is null or (e.at, e.ordinal) < (p_at, p_ordinal))
   order by e.at desc, e.ordinal desc limit p_limit
$$;

revoke execute on function limit_at(text, timestamptz), out_of_hours(timestamptz, text, text), family_names(text), governs(ledger_entry),
  ledger_marked(text, timestamptz, bigint), ledger_about(uuid), ledger_about_person(uuid), ledger_sent_to(text, timestamptz, timestamptz),
  record_numbered(text), answers_for(uuid),
  record_trail(uuid, timestamptz, bigint, integer) from public;
grant execute on function ledger_marked(text, timestamptz, bigint), ledger_about(uuid), ledger_about_person(uuid),
  ledger_sent_to(text, timestamptz, timestamptz), record_numbered(text),
  record_trail(uuid, timestamptz, bigint, integer) to concordat_app;
