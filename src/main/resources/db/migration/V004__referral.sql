-- A referral and its compartments: one table per data class with an audience of its own, each with its own policy.

create table visibility (
  viewer       text not null,
  record       uuid not null,
  data_classes text[] not null,
  writable     boolean not null default false,
  valid_from   timestamptz not null default now(),
  valid_to     timestamptz,
  source       text not null,
  primary key (viewer, record, source)
);
comment on table visibility is 'Who sees which data classes of which record, why and until when; the one table that other policies ask.';
create index visibility_by_record on visibility (record, viewer);

create function sees(p_record uuid, p_class text) returns boolean language sql stable as
$$
  select exists (select from visibility v
    where v.record = p_record and v.viewer = any ((select caller_viewers())::text[]) and p_class = any (v.data_classes)
      and v.valid_from <= now() and (v.valid_to is null or v.valid_to > now()))
$$;

create function writes(p_record uuid, p_class text) returns boolean language sql stable as
$$
  select exists (select from visibility v
    where v.record = p_record and v.viewer = any ((select caller_viewers())::text[]) and p_class = any (v.data_classes)
      and v.writable and v.valid_from <= now() and (v.valid_to is null or v.valid_to > now()))
$$;

create table referral (
  id              uuid primary key,
  reference       text not null unique check (reference ~ '^HCR-[0-9]{4}-[0-9]{6}-[A-Z]$'),
  version         bigint not null,
  type            text,
  from_agency     text not null references agency,
  to_agency       text references agency,
  state           text not null check (state in ('DRAFT', 'SUBMITTED', 'RECEIVED', 'ACCEPTED', 'REJECTED')),
  urgency         text not null default 'STANDARD' check (urgency in ('URGENT', 'HIGH', 'STANDARD')),
  strands         text not null default '',
  marking         text not null default 'OFFICIAL_SENSITIVE',
  person_known    boolean,
  purpose         text,
  lawful_basis    text,
  condition       text,
  owner           uuid not null,
  owner_role      text not null references staff_role,
  submitter       uuid,
  assignee        uuid,
  created_at      timestamptz not null,
  changed_at      timestamptz not null,
  submitted_at    timestamptz,
  clock_started   timestamptz,
  due_at          timestamptz,
  due_step        text check (due_step in ('ACKNOWLEDGE', 'DECIDE', 'FIRST_CONTACT')),
  check (state = 'DRAFT' or (to_agency is not null and type is not null and submitted_at is not null and submitter is not null))
);
comment on table referral is 'Header of a referral: data class D1.';

create table referral_identity (
  referral      uuid primary key references referral on delete cascade,
  version       bigint not null,
  name          text,
  date_of_birth date,
  address       text
);
comment on table referral_identity is 'Who was harmed: data class D2.';

create table referral_needs (
  referral         uuid primary key references referral on delete cascade,
  version          bigint not null,
  contact_method   text,
  contact_detail   text,
  contact_safety   text,
  communication    text,
  wish             text,
  override_reason  text,
  told             boolean,
  not_told_reason  text
);
comment on table referral_needs is 'Safe contact, needs and the wish of the person harmed: data class D4.';

create table referral_incident (
  referral      uuid primary key references referral on delete cascade,
  version       bigint not null,
  category      text,
  narrative     text,
  from_date     date,
  from_time     time,
  to_date       date,
  to_time       time,
  location_type text,
  place         text,
  postcode      text,
  perceived_by  text not null default ''
);
comment on table referral_incident is 'What happened: data class D5.';

create table referral_move (
  id          uuid primary key,
  referral    uuid not null references referral on delete cascade,
  move        text not null,
  from_state  text,
  to_state    text not null,
  at          timestamptz not null,
  actor       uuid not null,
  agency      text not null references agency,
  role        text not null references staff_role,
  reason      text,
  comment     text,
  advice      text
);
comment on table referral_move is 'The moves a referral has made: data class D1; reason, comment and advice are feedback to the sender, D16.';
create index referral_move_by_referral on referral_move (referral, at);

create table disclosure (
  id           uuid primary key,
  referral     uuid not null references referral,
  data_class   text not null,
  from_agency  text not null references agency,
  to_agency    text not null references agency,
  purpose      text not null,
  regime       text not null,
  lawful_basis text not null,
  condition    text not null,
  at           timestamptz not null
);
comment on table disclosure is 'What was disclosed to whom on which legal footing: one row per data class.';
create index disclosure_by_referral on disclosure (referral);

create table referral_listing (
  viewer      text not null,
  referral    uuid not null references referral on delete cascade,
  box         text not null check (box in ('DRAFTS', 'INBOX', 'SENT')),
  open        boolean not null,
  reference   text not null,
  state       text not null,
  type        text,
  from_agency text not null,
  to_agency   text,
  urgency     text not null,
  strands     text not null,
  person      boolean not null,
  assignee    uuid,
  due_at      timestamptz not null,
  due_step    text,
  clock_started timestamptz,
  changed_at  timestamptz not null,
  valid_to    timestamptz,
  primary key (viewer, referral)
);
comment on table referral_listing is 'Narrow projection for lists, one row per viewer; due_at is infinity where nothing is due.';
create index referral_listing_due on referral_listing (viewer, box, due_at, referral);
create index referral_listing_changed on referral_listing (viewer, box, changed_at desc, referral);

create table idempotency_key (
  subject    uuid not null,
  key        text not null,
  digest     text not null,
  reference  text not null,
  created_at timestamptz not null default now(),
  primary key (subject, key)
);
comment on table idempotency_key is 'Creates that were asked for with a key, so that a retry finds its first answer.';

-- Who sees a referral follows from what is stored in it. Runs on every change of the header, in the same transaction.
-- Readers of a whole agency: hate crime officers, prosecutors, council officers, safeguarding leads (permission matrix, referral.read A or P).
create function publish_referral() returns trigger language plpgsql security definer set search_path = public, pg_temp as
$$
declare
  r referral := new;
begin
  delete from visibility where record = r.id;
  if r.state = 'DRAFT' then
    insert into visibility (viewer, record, data_classes, writable, source)
      values ('staff/' || r.owner, r.id, '{D1,D2,D4,D5}', true, 'draft');
  else
    insert into visibility (viewer, record, data_classes, source)
      select 'staff/' || r.owner, r.id,
             case when r.owner_role = 'third-party-reporter' then '{D1,D16}'::text[] else '{D1,D2,D4,D5,D16}' end, 'owner'
      union all
      select a.code || '/' || role.code, r.id,
             case when r.state = 'REJECTED' and side = 'recipient' then '{D1,D16}'::text[] else '{D1,D2,D4,D5,D16}'::text[] end, side
        from (values (r.from_agency, 'sender'), (r.to_agency, 'recipient')) as party (code, side)
        join agency a on a.code = party.code
        join (values ('POLICE', 'hate-crime-officer'), ('CPS', 'cps-prosecutor'), ('COUNCIL', 'council-officer'),
                     ('NHS', 'nhs-safeguarding-lead')) as role (kind, code) on role.kind = a.kind
      union all
      select 'staff/' || r.assignee, r.id, '{D1,D2,D4,D5,D16}'::text[], 'assignee' where r.assignee is not null;
    if r.state = 'REJECTED' then -- whoever rejected keeps the content for 28 days, the header for good
      insert into visibility (viewer, record, data_classes, valid_to, source)
        select viewer, record, '{D2,D4,D5}', r.changed_at + interval '28 days', 'after-rejection'
          from visibility where record = r.id and source = 'recipient';
    end if;
  end if;
  delete from referral_listing where referral = r.id;
  insert into referral_listing (viewer, referral, box, open, reference, state, type, from_agency, to_agency, urgency, strands, person,
                                assignee, due_at, due_step, clock_started, changed_at, valid_to)
    select distinct on (v.viewer) v.viewer, r.id,
           case when r.state = 'DRAFT' then 'DRAFTS' when v.source in ('recipient', 'assignee') then 'INBOX' else 'SENT' end,
           r.state <> 'REJECTED', r.reference, r.state, r.type, r.from_agency, r.to_agency, r.urgency, r.strands,
           coalesce(r.person_known, true),
           r.assignee, coalesce(r.due_at, 'infinity'), r.due_step, r.clock_started, r.changed_at, v.valid_to
      from visibility v where v.record = r.id and v.source <> 'after-rejection'
      order by v.viewer, array_position(array['assignee', 'recipient', 'owner', 'sender', 'draft'], v.source);
  return null;
end
$$;
create trigger publish after insert or update on referral for each row execute function publish_referral();

-- Who else sees a record, for "Who can see this, and why": audiences, not people; only for those who see it themselves.
create function who_sees(p_record uuid) returns table (audience text, source text, classes text, until timestamptz)
  language sql stable security definer set search_path = public, pg_temp as
$$
  select case when v.viewer like 'staff/%' then 'staff' else v.viewer end, v.source, array_to_string(v.data_classes, ','), v.valid_to
    from visibility v where v.record = p_record and sees(p_record, 'D1') order by v.source desc, v.viewer
$$;

create function next_serial(p_year integer) returns bigint language plpgsql security definer set search_path = public, pg_temp as
$$ begin return nextval('referral_serial_' || p_year); end $$;
do $$ begin for y in 2026..2060 loop execute 'create sequence referral_serial_' || y || ' maxvalue 999999'; end loop; end $$;

do $$
declare t text;
begin
  foreach t in array array['visibility', 'referral', 'referral_identity', 'referral_needs', 'referral_incident', 'referral_move',
                           'disclosure', 'referral_listing', 'idempotency_key'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy owner_all on %I to concordat_owner using (true) with check (true)', t);
  end loop;
end
$$;

create policy own_rows on visibility for select to concordat_app
  using (viewer = any ((select caller_viewers())::text[]));
create policy seen on referral for select to concordat_app using (sees(id, 'D1'));
create policy drafted on referral for insert to concordat_app
  with check (owner = (select caller_subject()) and owner_role = (select caller_role())
              and from_agency = (select caller_agency()) and state = 'DRAFT');
create policy moved on referral for update to concordat_app using (sees(id, 'D1')) with check (true);

create policy seen on referral_identity for select to concordat_app using (sees(referral, 'D2'));
create policy written on referral_identity for insert to concordat_app with check (writes(referral, 'D2'));
create policy rewritten on referral_identity for update to concordat_app
  using (writes(referral, 'D2')) with check (writes(referral, 'D2'));
create policy seen on referral_needs for select to concordat_app using (sees(referral, 'D4'));
create policy written on referral_needs for insert to concordat_app with check (writes(referral, 'D4'));
create policy rewritten on referral_needs for update to concordat_app
  using (writes(referral, 'D4')) with check (writes(referral, 'D4'));
create policy seen on referral_incident for select to concordat_app using (sees(referral, 'D5'));
create policy written on referral_incident for insert to concordat_app with check (writes(referral, 'D5'));
create policy rewritten on referral_incident for update to concordat_app
  using (writes(referral, 'D5')) with check (writes(referral, 'D5'));

create policy seen on referral_move for select to concordat_app using (sees(referral, 'D1'));
create policy made on referral_move for insert to concordat_app
  with check (actor = (select caller_subject()) and agency = (select caller_agency()) and role = (select caller_role())
              and sees(referral, 'D1'));
create policy seen on disclosure for select to concordat_app using (sees(referral, 'D1'));
create policy made on disclosure for insert to concordat_app
  with check (from_agency = (select caller_agency()) and sees(referral, 'D1'));
create policy own_rows on referral_listing for select to concordat_app
  using (viewer = any ((select caller_viewers())::text[]) and (valid_to is null or valid_to > now()));
create policy own_rows on idempotency_key to concordat_app
  using (subject = (select caller_subject())) with check (subject = (select caller_subject()));

grant select on visibility, referral_listing to concordat_app;
grant select, insert, update on referral, referral_identity, referral_needs, referral_incident to concordat_app;
grant select, insert on referral_move, disclosure, idempotency_key to concordat_app;
revoke execute on function next_serial(integer), publish_referral(), who_sees(uuid) from public;
grant execute on function next_serial(integer), who_sees(uuid) to concordat_app;
