-- Work queues: each is a walk along an index that begins with the viewer; and word to open lists that something in them has changed.

alter table referral_listing
  add column holder uuid,
  add column team   text,
  add column turn   text check (turn in ('OURS', 'THEIRS'));
comment on column referral_listing.holder is 'Who has it on the viewer''s side: whoever works on it, or whoever sent it; all zeros where nobody does (an index keeps no order behind a null); null in drafts and what is shared.';
comment on column referral_listing.team is 'The viewer''s side''s team: the one it arrived at, or the one that sent it.';
comment on column referral_listing.turn is 'Whose turn it is, seen from the viewer''s side, while it is open; null for drafts, what is shared and what has ended.';

create index referral_listing_holder on referral_listing (viewer, holder, due_at, referral) where turn is not null;
create index referral_listing_team on referral_listing (viewer, team, due_at, referral) where turn is not null;
create index referral_listing_turn on referral_listing (viewer, turn, due_at, referral) where turn is not null;
create index referral_listing_latest on referral_listing (viewer, changed_at desc, referral desc) where state <> 'DRAFT';

-- The teams in which the caller acts now.
create function caller_teams() returns text[] language sql stable parallel safe as
$$ select array(select distinct split_part(name, '/', 3) from unnest(caller_viewers()) name where name ~ '^[^#!]+/[^#!]+/[^#!]+$') $$;

-- When the day in London ends.
create function end_of_day() returns timestamptz language sql stable as
$$ select (london_day() + 1)::timestamp at time zone 'Europe/London' $$;

-- Tells the nodes under which viewers a referral looks otherwise now, and who is barred from it. A notification holds less than 8,000 bytes: where
-- more are barred than go into one, it names the record instead, and who is barred is asked when it is heard.
create function tell_viewers(p_record uuid, p_viewers text[], p_without uuid[]) returns void language sql as
$$
  select pg_notify('lists', case when octet_length(line) < 8000 then line else jsonb_build_object('viewers', viewers, 'record', p_record)::text end)
    from (select jsonb_agg(viewer) as viewers, jsonb_build_object('viewers', jsonb_agg(viewer), 'without', p_without)::text as line
            from (select viewer, row_number() over (order by viewer) / 30 as number from unnest(p_viewers) viewer) part group by number) one
$$;

-- Tells them where rows look otherwise. Whoever's rows are as they were is not told, so that nobody hears of what happens to what they do not see.
create function tell_lists(p_before referral_listing[], p_after referral_listing[]) returns void language sql as
$$
  with former as (select b.viewer, b.referral, b.excluded, b.valid, to_jsonb(b) - 'excluded' as line from unnest(p_before) b where b.box <> 'DRAFTS'),
       latter as (select a.viewer, a.referral, a.excluded, a.valid, to_jsonb(a) - 'excluded' as line from unnest(p_after) a where a.box <> 'DRAFTS'),
       told as (
         select viewer, referral, excluded from latter where valid @> now() and line not in (select line from former)
         union
         select viewer, referral, excluded from former where valid @> now() and line not in (select line from latter))
  select tell_viewers(referral, array_agg(viewer), excluded) from told group by referral, excluded
$$;

-- The name stands in lists too, but not in their rows: whoever sees it is told when it is amended.
create function tell_name() returns trigger language plpgsql security definer set search_path = public, pg_temp as
$$
begin
  perform tell_viewers(new.referral, array_agg(v.viewer), array(select x.subject from exclusion x where x.record = new.referral and x.lifted_at is null))
     from referral r
     join (select distinct viewer from visibility where record = new.referral and 'D2' = any (data_classes) and valid @> now()) v on r.state <> 'DRAFT'
    where r.id = new.referral
   having count(*) > 0;
  return null;
end
$$;
create trigger tell_name after update of name on referral_identity
  for each row when (new.name is distinct from old.name) execute function tell_name();

-- Of these people, those whose lists a change is in: by the names under which they see now, as their last request told of their roles and teams, and
-- not if they are suspended or barred. Without a change: whoever holds a post. For the product alone: whoever is bound asks for nobody else.
create function whose_lists(p_subjects uuid[], p_changes jsonb) returns setof uuid
  language plpgsql stable security definer set search_path = public, pg_temp as
$$
begin
  return query
    with person as materialized (
           select one.subject, p.o_viewers as names from unnest(p_subjects) one (subject) cross join lateral post_of(one.subject) p
            where caller_subject() is null),
         change as materialized (
           select distinct c -> 'viewers' as viewers, c -> 'without' as without, (c ->> 'record')::uuid as record from jsonb_array_elements(p_changes) c)
    select p.subject from person p
     where p_changes is null or exists (
       select from change c
        where c.viewers ?| p.names and not coalesce(c.without ? p.subject::text, false)
          and not exists (select from exclusion x where x.record = c.record and x.subject = p.subject and x.lifted_at is null));
end
$$;

-- As before, and what the queues ask for; and whoever's list it changes is told.
create or replace function publish(p_record uuid) returns void language plpgsql security definer set search_path = public, pg_temp as
$$
declare
  r referral;
  v_before referral_listing[];
begin
  select * into r from referral where id = p_record for no key update;
  if not found then
    return;
  end if;
  delete from visibility where record = r.id;
  insert into visibility (viewer, record, data_classes, actions, valid, source, agreement)
    select a.viewer, r.id, a.data_classes, a.actions, a.valid, a.source, a.agreement from audience(r) a;
  v_before := array(select l from referral_listing l where l.referral = r.id);
  delete from referral_listing where referral = r.id;
  insert into referral_listing (viewer, referral, box, open, reference, state, type, from_agency, to_agency, urgency, strands, person,
                                assignee, due_at, due_step, clock_started, changed_at, excluded, valid, holder, team, turn)
    select v.viewer, r.id, v.box, is_open(r.state), r.reference, r.state, r.type, r.from_agency, r.to_agency, r.urgency, r.strands,
           coalesce(r.person_known, true), r.assignee, coalesce(r.due_at, 'infinity'), r.due_step, r.clock_started, r.changed_at,
           array(select subject from exclusion where record = r.id and lifted_at is null order by subject), v.valid,
           case v.box when 'INBOX' then coalesce(r.assignee, '00000000-0000-0000-0000-000000000000') when 'SENT' then r.owner end,
           case v.box when 'INBOX' then r.to_team when 'SENT' then r.from_team end,
           case when not is_open(r.state) or r.recalled and v.box = 'INBOX' then null
                when v.box = 'INBOX' then case when r.state in ('INFO_REQUESTED', 'ON_HOLD') then 'THEIRS' else 'OURS' end
                when v.box = 'SENT' then case when r.state = 'INFO_REQUESTED' and not r.recalled then 'OURS' else 'THEIRS' end end
      from (select viewer,
                   case when r.state = 'DRAFT' then 'DRAFTS' when bool_or(source in ('recipient', 'assignee')) then 'INBOX'
                        when bool_or(source in ('sender', 'owner')) then 'SENT' else 'SHARED' end as box, range_agg(valid) as valid
              from visibility where record = r.id and 'D1' = any (data_classes) group by viewer) v;
  perform tell_lists(v_before, array(select l from referral_listing l where l.referral = r.id));
  insert into referral_header (referral, reference, type, state, from_agency, to_agency, created_at, submitted_at)
    values (r.id, r.reference, r.type, r.state, r.from_agency, r.to_agency, r.created_at, r.submitted_at)
    on conflict (referral) do update set type = excluded.type, state = excluded.state, to_agency = excluded.to_agency,
      submitted_at = excluded.submitted_at;
end
$$;

alter function publish(uuid) set plan_cache_mode = force_generic_plan; -- see V015; replacing the function forgot it

do $$ begin perform publish(r.id) from referral r where r.state <> 'DRAFT'; end $$;

revoke execute on function tell_viewers(uuid, text[], uuid[]), tell_lists(referral_listing[], referral_listing[]), tell_name(), whose_lists(uuid[], jsonb) from public;
grant execute on function whose_lists(uuid[], jsonb) to concordat_app;
