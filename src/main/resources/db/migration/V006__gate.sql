-- The gate's facts: the role matrix, agreements, exclusions, grants, break-glass and restriction, and how visibility follows from them.
-- The matrix itself is filled from the two files beside uk.concordat.access by the repeatable migration after this one.

create table role_permission (
  role       text not null references staff_role,
  action     text not null,
  scope      text not null,
  valid_from date not null,
  valid_to   date,
  primary key (role, action, scope, valid_from)
);
comment on table role_permission is 'Which role may do what, and how far it reaches (permissions.csv).';

create table role_data_class (
  role       text not null references staff_role,
  data_class text not null,
  drafting   text not null,
  own        text not null,
  sender     text not null,
  recipient  text not null,
  valid_from date not null,
  valid_to   date,
  primary key (role, data_class, valid_from)
);
comment on table role_data_class is 'How much of a data class a role sees by default, by its relation to the record (data-classes.csv).';

alter table staff_role add column kinds text[] not null default '{}';
comment on column staff_role.kinds is 'The kinds of agency in which the role can be held.';
update staff_role set kinds = case code
  when 'police-officer' then '{POLICE}'::text[] when 'hate-crime-officer' then '{POLICE}' when 'cps-prosecutor' then '{CPS}'
  when 'cps-quality-reviewer' then '{CPS}' when 'council-officer' then '{COUNCIL}' when 'nhs-practitioner' then '{NHS}'
  when 'nhs-safeguarding-lead' then '{NHS}' when 'victim-liaison' then '{POLICE,CPS}' when 'third-party-reporter' then '{THIRD_PARTY}'
  when 'board-analyst' then '{BOARD}' else '{POLICE,CPS,COUNCIL,NHS,THIRD_PARTY,BOARD}' end;

alter table agency add column receiving_team text;
comment on column agency.receiving_team is 'The team that referrals arrive at.';
update agency set receiving_team = case kind when 'POLICE' then 'hate-crime-unit' when 'CPS' then 'hate-crime-prosecutors'
  when 'COUNCIL' then 'community-safety' when 'NHS' then 'safeguarding' end;

create table team_lead (
  subject    uuid not null references staff,
  agency     text not null references agency,
  team       text not null,
  valid_from date not null,
  valid_to   date,
  set_by     uuid not null,
  primary key (subject, agency, team, valid_from),
  check (valid_to is null or valid_to >= valid_from)
);
comment on table team_lead is 'Who leads which team of their agency, dated; set by the agency''s administrator.';

create table staff_manager (
  subject    uuid not null references staff,
  manager    uuid not null references staff,
  valid_from date not null,
  valid_to   date,
  set_by     uuid not null,
  primary key (subject, valid_from),
  check (subject <> manager and (valid_to is null or valid_to >= valid_from))
);
comment on table staff_manager is 'Who manages whom, dated; set by the agency''s administrator.';

create table acting_role (
  subject uuid primary key,
  role    text not null references staff_role,
  since   timestamptz not null default now()
);
comment on table acting_role is 'The one role that somebody who holds several acts in.';

alter table referral
  add column from_team     text,
  add column to_team       text,
  add column content_until timestamptz,
  add column restricted    boolean not null default false,
  add column agreed        boolean not null default false;
comment on column referral.from_team is 'Team of whoever started it.';
comment on column referral.to_team is 'Team it arrives at.';
comment on column referral.content_until is 'When the receiver''s sight of the content ends, after a rejection.';
comment on column referral.restricted is 'Only named people see it.';
comment on column referral.agreed is 'The person harmed agreed, or a duty to share without that was recorded.';

create table agreement (
  id            uuid primary key,
  code          text not null check (code ~ '^ISA-[0-9]{3,6}$'),
  version       integer not null check (version > 0),
  title         text not null,
  party_a       text not null references agency,
  party_b       text not null references agency,
  purposes      text[] not null,
  gateways      text not null,
  retention     text not null,
  marking       text not null,
  dpia          text not null,
  contact_a     text not null,
  contact_b     text not null,
  review_date   date not null,
  status        text not null check (status in ('PROPOSED', 'ACTIVE', 'REFUSED', 'WITHDRAWN', 'SUPERSEDED', 'ENDED')),
  proposed_by   uuid,
  proposed_for  text not null references agency,
  proposed_at   timestamptz not null,
  signed_by     uuid,
  active_from   timestamptz,
  active_to     timestamptz,
  unique (code, version),
  check (party_a <> party_b and proposed_for in (party_a, party_b)),
  check (status not in ('ACTIVE', 'SUPERSEDED', 'ENDED') or active_from is not null)
);
comment on table agreement is 'Information-sharing agreements between two agencies, versioned; proposed by one party''s information governance, signed by the other''s.';
create index agreement_by_parties on agreement (party_a, party_b);

create table agreement_class (
  agreement   uuid not null references agreement on delete cascade,
  from_agency text not null references agency,
  data_class  text not null,
  primary key (agreement, from_agency, data_class)
);
comment on table agreement_class is 'Which data classes may flow, by the agency they flow from.';

create table exclusion (
  id        uuid primary key,
  record    uuid not null references referral on delete cascade,
  subject   uuid not null references staff,
  reason    text not null,
  set_by    uuid not null,
  set_at    timestamptz not null default now(),
  lifted_by uuid,
  lifted_at timestamptz
);
comment on table exclusion is 'Who must not see a record, whatever else lets them (conflict of interest).';
create unique index exclusion_in_force on exclusion (record, subject) where lifted_at is null;

create table restriction_name (
  record  uuid not null references referral on delete cascade,
  subject uuid not null references staff,
  set_by  uuid not null,
  set_at  timestamptz not null default now(),
  primary key (record, subject)
);
comment on table restriction_name is 'The people who may see a restricted record, as far as their role lets them.';

create table access_grant (
  id           uuid primary key,
  record       uuid not null references referral on delete cascade,
  subject      uuid not null references staff,
  agency       text not null references agency,
  role         text not null references staff_role,
  kind         text not null check (kind in ('GRANT', 'BREAK_GLASS')),
  data_classes text[] not null,
  purpose      text not null,
  valid_from   timestamptz not null,
  valid_to     timestamptz,
  granted_by   uuid not null,
  revoked_at   timestamptz,
  check (kind = 'GRANT' or valid_to is not null)
);
comment on table access_grant is 'Sight of one record for one person for a time: asked for and approved, or by breaking the glass.';
create index access_grant_by_record on access_grant (record);
create index access_grant_by_subject on access_grant (subject);

-- Masked forms: what may be shown of a class to those who may not see it. Derived when the class is written.
create table referral_masked (
  referral   uuid not null references referral on delete cascade,
  data_class text not null,
  masked     text not null,
  primary key (referral, data_class)
);
comment on table referral_masked is 'Masked forms, such as initials.';

create table referral_header (
  referral     uuid primary key references referral on delete cascade,
  reference    text not null,
  type         text,
  state        text not null,
  from_agency  text not null,
  to_agency    text,
  created_at   timestamptz not null,
  submitted_at timestamptz
);
comment on table referral_header is 'The header that information governance sees: no strand, no person, no footing.';

create table referral_feedback (
  move     uuid primary key references referral_move on delete cascade,
  referral uuid not null references referral on delete cascade,
  reason   text,
  comment  text,
  advice   text
);
comment on table referral_feedback is 'What the receiver says back: data class D16.';
create index referral_feedback_by_referral on referral_feedback (referral);
insert into referral_feedback (move, referral, reason, comment, advice)
  select id, referral, reason, comment, advice from referral_move where reason is not null;
alter table referral_move drop column reason, drop column comment, drop column advice;

create table referral_monitoring (
  referral uuid primary key references referral on delete cascade, version bigint not null, ethnicity text, notes text
);
comment on table referral_monitoring is 'Equality monitoring of the person harmed: data class D3.';
create table referral_suspect (
  referral uuid primary key references referral on delete cascade, version bigint not null,
  name text, date_of_birth date, description text
);
comment on table referral_suspect is 'Who is suspected: data class D6.';
create table referral_antecedents (
  referral uuid primary key references referral on delete cascade, version bigint not null, history text, bail_conditions text
);
comment on table referral_antecedents is 'What is on record about the suspect, and bail: data class D7.';
create table referral_intelligence (
  referral uuid primary key references referral on delete cascade, version bigint not null, report text
);
comment on table referral_intelligence is 'Intelligence: data class D8.';
create table referral_witness (
  referral uuid primary key references referral on delete cascade, version bigint not null, name text, contact text
);
comment on table referral_witness is 'A witness: data class D9.';
create table referral_clinical (
  referral uuid primary key references referral on delete cascade, version bigint not null, detail text
);
comment on table referral_clinical is 'Clinical detail: data class D13.';
create table referral_housing (
  referral uuid primary key references referral on delete cascade, version bigint not null, history text
);
comment on table referral_housing is 'Housing and anti-social behaviour history: data class D14.';
create table referral_safeguarding (
  referral uuid primary key references referral on delete cascade, version bigint not null, concern text
);
comment on table referral_safeguarding is 'Safeguarding concern: data class D15.';

-- Viewers: the names under which the caller may appear in visibility.
--   AGENCY/role           everybody in the role there            AGENCY/role/team   those of a team
--   AGENCY/role/team!lead those who lead it                      …#subject          one person, acting there in that role
--   #subject              one person, whatever they act in (exclusions)
create function viewers(p_subject uuid, p_agency text, p_role text, p_teams text[], p_leads text[]) returns text[]
  language sql immutable as
$$
  select array_agg(name) || array_agg(name || '#' || p_subject) || ('#' || p_subject)
    from (select p_agency || '/' || p_role as name
          union all select p_agency || '/' || p_role || '/' || team from unnest(p_teams) team
          union all select p_agency || '/' || p_role || '/' || team || '!lead' from unnest(p_leads) team where team = any (p_teams)) names
$$;

create function london_day() returns date language sql stable as $$ select (now() at time zone 'Europe/London')::date $$;

-- Both ends of a dated fact as instants: it begins and ends with a day in London.
create function days(p_from date, p_to date) returns tstzrange language sql stable as
$$ select tstzrange(p_from::timestamp at time zone 'Europe/London', (p_to + 1)::timestamp at time zone 'Europe/London') $$;

drop function bind_caller(uuid, text, text, text, text, text);

-- Binds the caller to this transaction and registers what the token says of them; the settings end with the transaction.
-- p_roles: every role of the token that this person could act in, the one to begin with first.
create function bind_caller(p_subject uuid, p_username text, p_display_name text, p_agency text, p_roles text[], p_teams text[],
                            out o_status text, out o_role text, out o_leads text[])
  language plpgsql security definer set search_path = public, pg_temp as
$$
declare
  known staff;
  v_teams text[] := array(select t from unnest(p_teams) t where t ~ '^[a-z0-9-]{1,60}$' order by t);
begin
  select coalesce((select a.role from acting_role a where a.subject = p_subject and a.role = any (p_roles)), p_roles[1]) into o_role;
  if not exists (select from staff_role r join agency a on a.kind = any (r.kinds)
                 where r.code = o_role and a.code = p_agency
                   and days(r.valid_from, r.valid_to) @> now() and days(a.valid_from, a.valid_to) @> now()) then
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
     or known.role is distinct from o_role or known.teams is distinct from v_teams)
     and pg_try_advisory_xact_lock(hashtextextended(p_subject::text, 0)) then
    insert into staff (subject, username, display_name, agency, role, teams)
    values (p_subject, p_username, p_display_name, p_agency, o_role, v_teams)
    on conflict (subject) do update set username = excluded.username, display_name = excluded.display_name,
      agency = excluded.agency, role = excluded.role, teams = excluded.teams;
  end if;
  o_leads := array(select l.team from team_lead l where l.subject = p_subject and l.agency = p_agency and l.team = any (v_teams)
                   and days(l.valid_from, l.valid_to) @> now() order by l.team);
  perform set_config('concordat.subject', p_subject::text, true),
          set_config('concordat.agency', p_agency, true),
          set_config('concordat.role', o_role, true),
          set_config('concordat.viewers', array_to_string(viewers(p_subject, p_agency, o_role, v_teams, o_leads), ','), true);
  o_status := 'ACTIVE';
end
$$;

drop trigger publish on referral;
drop function publish_referral();
drop function who_sees(uuid);
drop function sees(uuid, text), writes(uuid, text) cascade; -- takes the policies that ask them along
drop table visibility;
drop table referral_listing;

create table visibility (
  id           bigint generated always as identity primary key,
  viewer       text not null,
  record       uuid not null,
  data_classes text[] not null default '{}',
  actions      text[] not null default '{}',
  valid        tstzrange not null,
  source       text not null,
  agreement    uuid
);
comment on table visibility is 'Who sees which data classes of which record, may do what to it, why and until when; the one table that other policies ask.';
comment on column visibility.data_classes is 'D2 in full, D2:M masked, D2:H its header.';
create index visibility_by_record on visibility (record, viewer);

create table referral_listing (
  viewer        text not null,
  referral      uuid not null references referral on delete cascade,
  box           text not null check (box in ('DRAFTS', 'INBOX', 'SENT', 'SHARED')),
  open          boolean not null,
  reference     text not null,
  state         text not null,
  type          text,
  from_agency   text not null,
  to_agency     text,
  urgency       text not null,
  strands       text not null,
  person        boolean not null,
  assignee      uuid,
  due_at        timestamptz not null,
  due_step      text,
  clock_started timestamptz,
  changed_at    timestamptz not null,
  excluded      uuid[] not null,
  valid         tstzmultirange not null,
  primary key (viewer, referral)
);
comment on table referral_listing is 'Narrow projection for lists, one row per viewer; due_at is infinity where nothing is due.';
create index referral_listing_due on referral_listing (viewer, box, due_at, referral);
create index referral_listing_changed on referral_listing (viewer, box, changed_at desc, referral desc);

create function sees(p_record uuid, p_class text) returns boolean language sql stable as
$$
  select coalesce(bool_or(p_class = any (v.data_classes)) and not bool_or(v.source = 'exclusion'), false) from visibility v
   where v.record = p_record and v.viewer = any ((select caller_viewers())::text[]) and v.valid @> now()
$$;

-- Whether the caller may do this to the record, which they must see to do anything.
create function may(p_record uuid, p_action text) returns boolean language sql stable as
$$
  select coalesce(bool_or(p_action = any (v.actions)) and bool_or(v.data_classes && '{D1,D1:H}') and not bool_or(v.source = 'exclusion'), false)
    from visibility v
   where v.record = p_record and v.viewer = any ((select caller_viewers())::text[]) and v.valid @> now()
$$;

create function drafts(p_record uuid) returns boolean language sql stable as
$$
  select exists (select from visibility v where v.record = p_record and v.source = 'draft'
                   and v.viewer = any ((select caller_viewers())::text[]) and v.valid @> now())
$$;

-- What a level of the class matrix lets through: the class, its masked form or its header.
create function token(p_class text, p_level text, p_agreed boolean) returns text language sql immutable as
$$
  select case p_level when 'FULL' then p_class when 'AGREED' then case when p_agreed then p_class end
    when 'MASKED' then p_class || ':M' when 'MASKED_ON_REQUEST' then p_class || ':M' when 'HEADER' then p_class || ':H' end
$$;

-- Who could see a record if it were not restricted: one row per viewer, class or action, period and source.
create function entitlement(r referral) returns table (viewer text, token text, action text, valid tstzrange, source text, agreement uuid)
  language sql stable as
$$
  with party (side, agency, kind, team, other) as (
    select 'sender', a.code, a.kind, r.from_team, r.to_agency from agency a where a.code = r.from_agency
    union all
    select 'recipient', a.code, a.kind, r.to_team, r.from_agency from agency a where a.code = r.to_agency and r.state <> 'DRAFT'
  ),
  reach as (
    select p.side, p.agency, p.other, q.role, q.action, q.scope, days(q.valid_from, q.valid_to) * days(s.valid_from, s.valid_to) as valid,
           p.agency || '/' || q.role ||
           case q.scope
             when 'OWN' then '#' || case p.side when 'sender' then r.owner else r.assignee end
             when 'SENDING_TEAM' then case p.side when 'sender' then '/' || p.team end
             when 'RECEIVING_TEAM' then case p.side when 'recipient' then '/' || p.team end
             when 'SENDER' then case p.side when 'sender' then '' end
             when 'RECIPIENT' then case p.side when 'recipient' then '' end
             when 'LEAD' then '/' || p.team || '!lead'
             when 'SENDING_LEAD' then case p.side when 'sender' then '/' || p.team || '!lead' end
             when 'HEADER' then ''
           end as viewer
      from party p join staff_role s on p.kind = any (s.kinds) join role_permission q on q.role = s.code
     where r.state <> 'DRAFT' or (q.scope = 'OWN' and q.action in ('referral.read', 'referral.submit', 'referral.amend'))
  ),
  level as (
    select h.side, h.agency, h.other, h.viewer, c.data_class, h.valid * days(c.valid_from, c.valid_to) as valid,
           case when h.scope = 'OWN' then case h.side when 'sender' then 'owner' else 'assignee' end
                when h.scope = 'HEADER' then 'header' else h.side end as source,
           case when r.state = 'DRAFT' then c.drafting when h.scope = 'OWN' then c.own
                when h.scope = 'HEADER' then case when c.sender = 'HEADER' then c.sender end
                when h.side = 'sender' then c.sender else c.recipient end as level
      from reach h join role_data_class c on c.role = h.role
     where h.action in ('referral.read', 'referral.header') and h.viewer is not null
  ),
  flow as (
    select g.id, c.from_agency, c.data_class, tstzrange(g.active_from, g.active_to) as valid, g.purposes,
           case c.from_agency when g.party_a then g.party_b else g.party_a end as to_agency
      from agreement g join agreement_class c on c.agreement = g.id where g.status in ('ACTIVE', 'SUPERSEDED', 'ENDED')
  ),
  seen as (
    -- one's own agency's side needs no agreement, but for what the other agency says back
    select viewer, token(data_class, level, r.agreed) as token, valid, case when r.state = 'DRAFT' then 'draft' else source end as source, null::uuid as agreement
      from level where side = 'sender' and (data_class <> 'D16' or r.state = 'DRAFT')
    union all
    select l.viewer, token(l.data_class, l.level, r.agreed),
           l.valid * f.valid * case when l.side = 'recipient' and l.data_class not in ('D1', 'D16') then tstzrange(null, r.content_until)
                                    else tstzrange(null, null) end,
           l.source, f.id
      from level l join flow f on f.from_agency = l.other and f.to_agency = l.agency and f.data_class = l.data_class
                              and r.purpose = any (f.purposes)
     where (l.side = 'recipient' or l.data_class = 'D16') and r.state <> 'DRAFT'
    union all
    -- grants: what the role could be given at all, within an agreement where it crosses agencies
    select g.agency || '/' || g.role || '#' || g.subject, token(c.data_class, case when c.recipient in ('ON_REQUEST', 'MASKED_ON_REQUEST', 'AGREED') then 'FULL' else c.recipient end, true),
           tstzrange(g.valid_from, least(g.valid_to, g.revoked_at)) * days(c.valid_from, c.valid_to) * coalesce(f.valid, tstzrange(null, null)),
           case g.kind when 'GRANT' then 'grant' else 'break-glass' end, f.id
      from access_grant g join role_data_class c on c.role = g.role and c.data_class = any (g.data_classes)
      left join flow f on g.kind = 'GRANT' and f.from_agency = r.from_agency and f.to_agency = g.agency and f.data_class = c.data_class and g.purpose = any (f.purposes)
     where g.record = r.id and r.state <> 'DRAFT'
       and case g.kind when 'GRANT' then g.agency = r.from_agency or f.id is not null
                       else not r.restricted and c.data_class not in ('D8', 'D10', 'D12', 'D17') end
       and (g.revoked_at is null or g.revoked_at > g.valid_from)
  )
  select viewer, token, null::text, valid, source, agreement from seen where token is not null and not isempty(valid)
  union all
  select viewer, null, action, valid, case when r.state = 'DRAFT' then 'draft' when scope = 'OWN' then case side when 'sender' then 'owner' else 'assignee' end
                                           when scope = 'HEADER' then 'header' else side end, null
    from reach where viewer is not null and not isempty(valid)
     and action in ('referral.submit', 'referral.acknowledge', 'referral.decide', 'referral.amend', 'referral.assign', 'outcome.police.record',
                    'outcome.cps.record', 'outcome.service.record', 'consent.override', 'timer.manage', 'panel.participate', 'restricted.flag',
                    'exclusion.manage', 'access.decide', 'export.case')
$$;

-- Who sees a record, as it is to be stored: entitlements narrowed to the named where it is restricted, and exclusions.
create function audience(r referral) returns table (viewer text, data_classes text[], actions text[], valid tstzrange, source text, agreement uuid)
  language sql stable as
$$
  select who.viewer, coalesce(array_agg(distinct e.token) filter (where e.token is not null), '{}'),
         coalesce(array_agg(distinct e.action) filter (where e.action is not null), '{}'), e.valid, e.source, e.agreement
    from entitlement(r) e
    cross join lateral (
      select e.viewer where not r.restricted
      union
      select case when e.viewer like '%#%' then e.viewer else e.viewer || '#' || n.subject end from restriction_name n
       where r.restricted and n.record = r.id and (e.viewer not like '%#%' or e.viewer like '%#' || n.subject)) who
   group by who.viewer, e.valid, e.source, e.agreement
  union all
  select '#' || x.subject, '{}', '{}', tstzrange(null, null), 'exclusion', null from exclusion x where x.record = r.id and x.lifted_at is null
$$;

-- Stores who sees a record, from everything that decides it. Called in the transaction of the change.
create function publish(p_record uuid) returns void language plpgsql security definer set search_path = public, pg_temp as
$$
declare
  r referral;
begin
  select * into r from referral where id = p_record;
  if not found then
    return;
  end if;
  delete from visibility where record = r.id;
  insert into visibility (viewer, record, data_classes, actions, valid, source, agreement)
    select a.viewer, r.id, a.data_classes, a.actions, a.valid, a.source, a.agreement from audience(r) a;
  delete from referral_listing where referral = r.id;
  insert into referral_listing (viewer, referral, box, open, reference, state, type, from_agency, to_agency, urgency, strands, person,
                                assignee, due_at, due_step, clock_started, changed_at, excluded, valid)
    select v.viewer, r.id,
           case when r.state = 'DRAFT' then 'DRAFTS' when bool_or(v.source in ('recipient', 'assignee')) then 'INBOX'
                when bool_or(v.source in ('sender', 'owner')) then 'SENT' else 'SHARED' end,
           r.state <> 'REJECTED', r.reference, r.state, r.type, r.from_agency, r.to_agency, r.urgency, r.strands,
           coalesce(r.person_known, true), r.assignee, coalesce(r.due_at, 'infinity'), r.due_step, r.clock_started, r.changed_at,
           array(select subject from exclusion where record = r.id and lifted_at is null), range_agg(v.valid)
      from visibility v where v.record = r.id and 'D1' = any (v.data_classes) group by v.viewer;
  insert into referral_header (referral, reference, type, state, from_agency, to_agency, created_at, submitted_at)
    values (r.id, r.reference, r.type, r.state, r.from_agency, r.to_agency, r.created_at, r.submitted_at)
    on conflict (referral) do update set type = excluded.type, state = excluded.state, to_agency = excluded.to_agency,
      submitted_at = excluded.submitted_at;
end
$$;

-- What is stored of visibility and does not follow from its sources, or follows from them and is not stored. Must be empty.
create function visibility_differences() returns table (record uuid, difference text, viewer text, source text) language sql stable as
$$
  with stored as (select v.record, v.viewer, v.data_classes, v.actions, v.valid, v.source, v.agreement from visibility v),
       derived as (select r.id, a.viewer, a.data_classes, a.actions, a.valid, a.source, a.agreement from referral r cross join lateral audience(r) a)
  select d.record, 'stored only', d.viewer, d.source from (table stored except all table derived) d
  union all
  select d.id, 'derived only', d.viewer, d.source from (table derived except all table stored) d
$$;

create function publish_referral() returns trigger language plpgsql security definer set search_path = public, pg_temp as
$$ begin perform publish(new.id); return null; end $$;
create trigger publish after insert or update on referral for each row execute function publish_referral();

create function publish_record() returns trigger language plpgsql security definer set search_path = public, pg_temp as
$$ begin perform publish(case tg_op when 'DELETE' then old.record else new.record end); return null; end $$;
create trigger publish after insert or update on exclusion for each row execute function publish_record();
create trigger publish after insert or update on access_grant for each row execute function publish_record();
create trigger publish after insert or delete on restriction_name for each row execute function publish_record();

create function publish_agreement() returns trigger language plpgsql security definer set search_path = public, pg_temp as
$$
begin
  perform publish(r.id) from referral r
    where r.state <> 'DRAFT'
      and ((r.from_agency = new.party_a and r.to_agency = new.party_b) or (r.from_agency = new.party_b and r.to_agency = new.party_a)
           or exists (select from access_grant g where g.record = r.id and new.party_a in (r.from_agency, g.agency) and new.party_b in (r.from_agency, g.agency)));
  return null;
end
$$;
create trigger publish after update of status, active_from, active_to on agreement for each row execute function publish_agreement();

-- The database's own answer to who may move a referral: it does not trust the application to have asked.
create function guard_referral() returns trigger language plpgsql set search_path = public, pg_temp as
$$
declare
  v_action text := case when new.state = old.state and new.restricted <> old.restricted then 'restricted.flag'
    when old.state = 'DRAFT' and new.state = 'DRAFT' then 'referral.amend'
    when old.state = 'DRAFT' and new.state = 'SUBMITTED' then 'referral.submit'
    when old.state = 'SUBMITTED' and new.state = 'RECEIVED' then 'referral.acknowledge'
    when old.state = 'RECEIVED' and new.state in ('ACCEPTED', 'REJECTED') then 'referral.decide' end;
begin
  if current_user = 'concordat_app' and (v_action is null
      or (new.id, new.reference, new.from_agency, new.owner, new.owner_role, new.created_at)
         is distinct from (old.id, old.reference, old.from_agency, old.owner, old.owner_role, old.created_at)
      or not (may(old.id, v_action) or (v_action = 'referral.amend' and caller_subject() = old.owner and sees(old.id, 'D1')))) then
    raise insufficient_privilege using message = 'this change of a referral is not the caller''s to make';
  end if;
  return new;
end
$$;
create trigger guard before update on referral for each row execute function guard_referral();

-- Masked forms.
create function initials(p_name text) returns text language sql immutable as
$$ select string_agg(upper(left(word, 1)), ' ') from regexp_split_to_table(trim(p_name), '\s+') word where word <> '' $$;

create function mask() returns trigger language plpgsql security definer set search_path = public, pg_temp as
$$
declare
  v_class text := tg_argv[0];
  v_masked text := case v_class
    when 'D2' then initials(to_jsonb(new) ->> 'name')
    when 'D3' then split_part(to_jsonb(new) ->> 'ethnicity', '_', 1)
    when 'D6' then initials(to_jsonb(new) ->> 'name')
    when 'D7' then to_jsonb(new) ->> 'bail_conditions'
    when 'D9' then initials(to_jsonb(new) ->> 'name')
    when 'D15' then case when to_jsonb(new) ->> 'concern' is not null then 'YES' end end;
begin
  delete from referral_masked where referral = new.referral and data_class = v_class;
  if coalesce(v_masked, '') <> '' then
    insert into referral_masked values (new.referral, v_class, v_masked);
  end if;
  return null;
end
$$;
create trigger mask after insert or update on referral_identity for each row execute function mask('D2');
create trigger mask after insert or update on referral_monitoring for each row execute function mask('D3');
create trigger mask after insert or update on referral_suspect for each row execute function mask('D6');
create trigger mask after insert or update on referral_antecedents for each row execute function mask('D7');
create trigger mask after insert or update on referral_witness for each row execute function mask('D9');
create trigger mask after insert or update on referral_safeguarding for each row execute function mask('D15');

-- Who else sees a record, for "Who can see this, and why": audiences, and colleagues by name; only for those who see it themselves.
create function who_sees(p_record uuid) returns table (audience text, person text, source text, classes text, until timestamptz, agreement text)
  language sql stable security definer set search_path = public, pg_temp as
$$
  select split_part(v.viewer, '#', 1), s.display_name, v.source, string_agg(distinct c, ','), max(upper(v.valid)),
         string_agg(distinct g.code || ' v' || g.version, ', ')
    from visibility v
    cross join lateral unnest(v.data_classes) c
    left join agreement g on g.id = v.agreement
    left join staff s on s.subject = nullif(split_part(v.viewer, '#', 2), '')::uuid and s.agency = caller_agency()
   where v.record = p_record and v.viewer like '%/%' and v.valid @> now() and sees(p_record, 'D1')
   group by v.viewer, s.display_name, v.source order by v.source desc, v.viewer
$$;

do $$
declare
  t text;
  c text;
begin
  foreach t in array array['role_permission', 'role_data_class', 'team_lead', 'staff_manager', 'acting_role', 'agreement', 'agreement_class',
      'exclusion', 'restriction_name', 'access_grant', 'referral_masked', 'referral_header', 'referral_feedback', 'visibility', 'referral_listing',
      'referral_monitoring', 'referral_suspect', 'referral_antecedents', 'referral_intelligence', 'referral_witness', 'referral_clinical',
      'referral_housing', 'referral_safeguarding'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy owner_all on %I to concordat_owner using (true) with check (true)', t);
  end loop;
  -- Compartments: seen by those who see the class, written in a draft by whoever may.
  foreach t in array array['referral_identity/D2', 'referral_monitoring/D3', 'referral_needs/D4', 'referral_incident/D5', 'referral_suspect/D6',
      'referral_antecedents/D7', 'referral_intelligence/D8', 'referral_witness/D9', 'referral_clinical/D13', 'referral_housing/D14',
      'referral_safeguarding/D15'] loop
    c := split_part(t, '/', 2);
    t := split_part(t, '/', 1);
    execute format('drop policy if exists seen on %I', t);
    execute format('drop policy if exists written on %I', t);
    execute format('drop policy if exists rewritten on %I', t);
    execute format('create policy seen on %I for select to concordat_app using (sees(referral, %L))', t, c);
    execute format('create policy written on %I for insert to concordat_app with check (sees(referral, %L) and drafts(referral))', t, c);
    execute format('create policy rewritten on %I for update to concordat_app using (sees(referral, %L) and drafts(referral))', t, c);
    execute format('grant select, insert, update on %I to concordat_app', t);
  end loop;
end
$$;

create policy own_rows on visibility for select to concordat_app using (viewer = any ((select caller_viewers())::text[]));
-- Worded so that a list's own question decides the plan, and the planner does not take a period for a rare thing: the walk along
-- the index then ends with the page (InboxPlanIT).
create policy own_rows on referral_listing for select to concordat_app
  using (array_position((select caller_viewers())::text[], viewer) is not null
         and case when valid @> now() and not ((select caller_subject()) = any (excluded)) then true end);

create policy seen on referral for select to concordat_app using (sees(id, 'D1'));
create policy moved on referral for update to concordat_app using (sees(id, 'D1'));
create policy seen on referral_header for select to concordat_app using (sees(referral, 'D1') or sees(referral, 'D1:H'));
create policy seen on referral_masked for select to concordat_app
  using (sees(referral, data_class) or sees(referral, data_class || ':M'));
create policy seen on referral_move for select to concordat_app using (sees(referral, 'D1'));
create policy made on referral_move for insert to concordat_app
  with check (actor = (select caller_subject()) and agency = (select caller_agency()) and role = (select caller_role())
              and sees(referral, 'D1'));
create policy seen on referral_feedback for select to concordat_app using (sees(referral, 'D16'));
create policy given on referral_feedback for insert to concordat_app
  with check (may(referral, 'referral.decide') and exists (select from referral_move m where m.id = referral_feedback.move and m.referral = referral_feedback.referral
              and m.actor = (select caller_subject())));
create policy seen on disclosure for select to concordat_app using (sees(referral, 'D1'));
create policy made on disclosure for insert to concordat_app
  with check (from_agency = (select caller_agency()) and sees(referral, 'D1'));

-- The matrix and the agreements are no secret among those who work under them.
create policy bound_caller on role_permission for select to concordat_app using ((select caller_subject()) is not null);
create policy bound_caller on role_data_class for select to concordat_app using ((select caller_subject()) is not null);
create policy bound_caller on agreement for select to concordat_app
  using ((select caller_subject()) is not null and (status in ('ACTIVE', 'SUPERSEDED', 'ENDED') or (select caller_agency()) in (party_a, party_b)));
create policy bound_caller on agreement_class for select to concordat_app
  using (exists (select from agreement g where g.id = agreement_class.agreement));

create policy own_agency on team_lead for select to concordat_app using (agency = (select caller_agency()));
create policy own_agency on staff_manager for select to concordat_app
  using (exists (select from staff s where s.subject = staff_manager.subject));
create policy own on acting_role to concordat_app
  using (subject = (select caller_subject())) with check (subject = (select caller_subject()));

create policy concerned on exclusion for select to concordat_app
  using (subject = (select caller_subject()) or may(record, 'exclusion.manage'));
create policy declared on exclusion for insert to concordat_app
  with check (set_by = (select caller_subject()) and lifted_at is null
              and (may(record, 'exclusion.manage') or (subject = (select caller_subject()) and sees(record, 'D1'))));
create policy lifted on exclusion for update to concordat_app
  using (may(record, 'exclusion.manage')) with check (lifted_by = (select caller_subject()));
create policy concerned on restriction_name for select to concordat_app
  using (sees(record, 'D1') or may(record, 'restricted.flag'));
create policy named on restriction_name for insert to concordat_app
  with check (set_by = (select caller_subject()) and may(record, 'restricted.flag'));
create policy unnamed on restriction_name for delete to concordat_app using (may(record, 'restricted.flag'));
create policy concerned on access_grant for select to concordat_app
  using (subject = (select caller_subject()) or may(record, 'access.decide'));
create policy given on access_grant for insert to concordat_app
  with check (kind = 'GRANT' and granted_by = (select caller_subject()) and subject <> granted_by and may(record, 'access.decide'));
create policy revoked on access_grant for update to concordat_app using (may(record, 'access.decide'));

grant select on visibility, referral_listing, referral_header, referral_masked, role_permission, role_data_class, agreement, agreement_class,
  team_lead, staff_manager to concordat_app;
grant select, insert, update on acting_role, exclusion, access_grant to concordat_app;
revoke update on exclusion, access_grant from concordat_app;
grant update (lifted_by, lifted_at) on exclusion to concordat_app;
grant update (revoked_at) on access_grant to concordat_app;
grant select, insert, delete on restriction_name to concordat_app;
grant select, insert on referral_feedback to concordat_app;
revoke execute on function bind_caller(uuid, text, text, text, text[], text[]), publish(uuid), publish_referral(), publish_record(),
  publish_agreement(), mask(), who_sees(uuid), entitlement(referral), audience(referral), visibility_differences() from public;
grant execute on function bind_caller(uuid, text, text, text, text[], text[]), who_sees(uuid) to concordat_app;

-- Demo agreements, synthetic, for every pair of agencies that may refer to each other; a real installation ends them and signs its own.
insert into agreement (id, code, version, title, party_a, party_b, purposes, gateways, retention, marking, dpia, contact_a, contact_b, review_date,
                       status, proposed_for, proposed_at, active_from)
  select gen_random_uuid(), 'ISA-' || lpad((100 + row_number() over (order by a.code, b.code))::text, 3, '0'), 1,
         a.name || ' and ' || b.name || ': hate crime (synthetic)', a.code, b.code,
         '{PREVENT_DETECT,PROSECUTION,VICTIM_SUPPORT,SAFEGUARDING,PUBLIC_SAFETY}',
         case when 'CPS' in (a.kind, b.kind) then 'DPA 2018 Part 3; common law policing purposes'
              else 'Crime and Disorder Act 1998 s.115; common law' end,
         'As each agency''s schedule says', 'OFFICIAL_SENSITIVE', 'DPIA-' || (100 + row_number() over (order by a.code, b.code)),
         'Information governance', 'Information governance', '2027-03-31', 'ACTIVE', a.code, '2026-01-01', '2026-01-01'
    from agency a join agency b on a.code < b.code
   where (case when a.kind < b.kind then a.kind || ' ' || b.kind else b.kind || ' ' || a.kind end)
         in ('COUNCIL POLICE', 'COUNCIL COUNCIL', 'NHS POLICE', 'COUNCIL NHS', 'POLICE THIRD_PARTY', 'CPS POLICE', 'POLICE POLICE');
insert into agreement_class (agreement, from_agency, data_class)
  select g.id, giver.code, c from agreement g
    cross join lateral (values (g.party_a, g.party_b), (g.party_b, g.party_a)) as way (giver, taker)
    join agency giver on giver.code = way.giver join agency taker on taker.code = way.taker
    cross join lateral unnest('{D1,D2,D4,D5,D11,D16}'::text[] || case taker.kind
      when 'POLICE' then '{D3,D6,D9,D14,D15}'::text[] when 'CPS' then '{D3,D6,D7,D8,D9,D10,D13,D14,D15}'
      when 'COUNCIL' then '{D6,D7}' when 'NHS' then '{D6,D7,D14}' else '{}' end) c
   where taker.kind <> 'THIRD_PARTY' or c in ('D1', 'D16');

update referral r set from_team = (select s.teams[1] from staff s where s.subject = r.owner),
                      to_team = (select a.receiving_team from agency a where a.code = r.to_agency),
                      content_until = case when r.state = 'REJECTED' then r.changed_at + interval '28 days' end,
                      agreed = exists (select from referral_needs n where n.referral = r.id
                                         and (n.wish = 'AGREES' or n.override_reason is not null));
update referral_identity set version = version;
