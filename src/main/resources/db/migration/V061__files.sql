-- The file that the police put together for prosecutors, on the referral that brings it (domain.md 3.2; ADR 36). The police write it as long as it lies with them; prosecutors
-- see nothing of it before it is submitted. Each part has its data class and its table.

create table prosecution (
  id           uuid primary key,
  referral     uuid not null unique references referral on delete cascade,
  agency       text not null references agency,
  urn          text check (urn ~ '^[0-9]{2}[A-Z0-9]{2}[0-9]{7}$'),
  kind         text not null check (kind in ('CHARGING_DECISION', 'EARLY_ADVICE')),
  priority     text not null check (priority in ('RED', 'GREEN', 'GREEN_PRIORITY')),
  started_by   uuid not null,
  started_role text not null references staff_role,
  started_at   timestamptz not null,
  submitted_at timestamptz,
  unique (id, referral)
);
comment on table prosecution is 'A file for prosecutors: its number and kind, of data class D1. agency: the force whose it is; submitted_at: when prosecutors first had it, before which they see none of it.';

create table defendant (
  id          uuid primary key,
  prosecution uuid not null,
  referral    uuid not null,
  number      integer not null check (number > 0),
  state       text not null default 'PREPARING'
              check (state in ('PREPARING', 'REFERRED', 'INADEQUATE', 'TRIAGED', 'UNDER_REVIEW', 'EARLY_ADVICE', 'ACTION_PLAN', 'PENDING', 'RESUBMITTED',
                               'CHARGE_AUTHORISED', 'NFA', 'OUT_OF_COURT', 'ADMIN_FINALISED', 'VRR_REQUESTED', 'UPHELD', 'OVERTURNED',
                               'PROSECUTION', 'FINALISED')),
  state_since timestamptz not null,
  decided_by  uuid,
  unique (prosecution, number),
  unique (id, prosecution, referral),
  foreign key (prosecution, referral) references prosecution (id, referral) on delete cascade
);
comment on table defendant is 'That somebody is suspected, and where the review of that stands: data class D1. Who it is stands elsewhere. decided_by: who made the decision that stands.';

create table defendant_identity (
  defendant     uuid primary key,
  prosecution   uuid not null,
  referral      uuid not null,
  name          text not null check (char_length(name) between 1 and 200),
  date_of_birth date,
  foreign key (defendant, prosecution, referral) references defendant (id, prosecution, referral) on delete cascade
);
comment on table defendant_identity is 'Who is suspected: data class D6.';

create table defendant_record (
  defendant     uuid primary key,
  prosecution   uuid not null,
  referral      uuid not null,
  pnc_id        text check (pnc_id ~ '^[0-9]{4}/[0-9]{7}[A-HJ-NP-RT-Z]$'),
  held          text not null check (held in ('CUSTODY', 'BAIL', 'UNDER_INVESTIGATION', 'VOLUNTARY')),
  custody_until date,
  foreign key (defendant, prosecution, referral) references defendant (id, prosecution, referral) on delete cascade,
  check (custody_until is null or held = 'CUSTODY')
);
comment on table defendant_record is 'Number on the police computer, bail and custody: data class D7. custody_until: the last day of the custody time limit.';

create table file_victim (
  id          uuid primary key,
  prosecution uuid not null,
  referral    uuid not null,
  number      integer not null check (number > 1),
  name        text not null check (char_length(name) between 1 and 200),
  died        boolean not null,
  spokesperson text,
  unique (prosecution, number),
  unique (id, prosecution, referral),
  foreign key (prosecution, referral) references prosecution (id, referral) on delete cascade,
  check (spokesperson is null or died)
);
comment on table file_victim is 'Who was harmed besides the person of the referral, who is number 1: data class D2. spokesperson: for the family of somebody who died.';

create table file_victim_needs (
  victim      uuid primary key,
  prosecution uuid not null,
  referral    uuid not null,
  safe_contact text not null check (char_length(safe_contact) between 1 and 2000),
  foreign key (victim, prosecution, referral) references file_victim (id, prosecution, referral) on delete cascade
);
comment on table file_victim_needs is 'How somebody whom a file names as harmed, or whoever speaks for their family, is told safely: data class D4.';

create table charge (
  id          uuid primary key,
  prosecution uuid not null,
  referral    uuid not null,
  defendant   uuid not null,
  number      integer not null check (number > 0),
  victim      integer not null check (victim > 0),
  offence     text not null,
  first_day   date not null,
  last_day    date not null,
  strands     text[] not null default '{}' check (strands <@ '{DIS,RAC,REL,SO,TG}'),
  alternative integer,
  unique (prosecution, number),
  unique (id, prosecution, referral, defendant),
  foreign key (defendant, prosecution, referral) references defendant (id, prosecution, referral) on delete cascade,
  check (last_day >= first_day)
);
comment on table charge is 'What the police propose to charge: data class D5. strands: on which an aggravated offence is; alternative: number of the aggravated charge to which this one is the basic alternative.';

create table file_answer (
  prosecution uuid not null,
  referral    uuid not null,
  item        text not null,
  data_class  text not null check (data_class in ('D4', 'D5', 'D7')),
  status      text not null check (status in ('THERE', 'TO_FOLLOW', 'NOT_THERE')),
  words       text not null check (words ~ '\S'),
  due_on      date,
  primary key (prosecution, item),
  foreign key (prosecution, referral) references prosecution (id, referral) on delete cascade,
  check ((status = 'TO_FOLLOW') = (due_on is not null))
);
comment on table file_answer is 'What the file holds of what a prosecutor needs, of the data class that each item names.';

create table review_move (
  id          uuid primary key,
  prosecution uuid not null,
  referral    uuid not null,
  defendant   uuid not null,
  move        text not null check (move ~ '^[A-Z_]{1,60}$'),
  from_state  text not null,
  to_state    text not null,
  actor       uuid not null,
  actor_role  text not null references staff_role,
  agency      text not null references agency,
  at          timestamptz not null,
  unique (id, referral),
  unique (defendant, at),
  foreign key (defendant, prosecution, referral) references defendant (id, prosecution, referral) on delete cascade
);
comment on table review_move is 'What became of the review of each defendant, and who did it: data class D1. Added only; why is told elsewhere.';
create index review_move_by_prosecution on review_move (prosecution, at);

-- Whether the caller puts the file of that referral together: its drafter; once it is sent, whoever may amend it where it was sent from, as long as it is open.
create function prepares(p_referral uuid) returns boolean language sql stable as
$$
  select exists (select from referral r where r.id = p_referral and r.type = 'POLICE_TO_CPS_REVIEW' and r.from_agency = caller_agency() and not r.recalled
    and case r.state when 'DRAFT' then drafts(r.id) else is_open(r.state) and may(r.id, 'referral.amend') end)
    and exists (select from role_permission p where p.role = caller_role() and p.action = 'file.prepare' and days(p.valid_from, p.valid_to) @> now())
$$;

-- Whether the file lies with the police: it was never submitted, went back for somebody in it, or somebody was added meanwhile who is still to be submitted.
create function with_police(p_prosecution uuid) returns boolean language sql stable as
$$
  select exists (select from prosecution p where p.id = p_prosecution
    and (p.submitted_at is null or exists (select from defendant d where d.prosecution = p.id and d.state in ('PREPARING', 'INADEQUATE', 'EARLY_ADVICE', 'ACTION_PLAN', 'PENDING'))))
$$;

-- Whether that somebody's part of the file lies with the police.
create function defendant_with_police(p_defendant uuid) returns boolean language sql stable as
$$ select exists (select from defendant d where d.id = p_defendant and d.state in ('PREPARING', 'INADEQUATE', 'EARLY_ADVICE', 'ACTION_PLAN', 'PENDING')) $$;

do $$
declare t text;
begin
  foreach t in array array['prosecution', 'defendant', 'defendant_identity', 'defendant_record', 'file_victim', 'file_victim_needs', 'charge', 'file_answer',
                           'review_move'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy owner_all on %I to concordat_owner using (true) with check (true)', t);
    execute format('grant select on %I to concordat_app', t);
  end loop;
  -- what is part of a file is shown with it; what of that, its class says
  foreach t in array array['file_victim D2', 'file_victim_needs D4'] loop
    execute format('create policy seen on %I for select to concordat_app using (sees(referral, %L) and exists (select from prosecution p where p.id = %1$I.prosecution))',
                   split_part(t, ' ', 1), split_part(t, ' ', 2));
  end loop;
  foreach t in array array['defendant_identity D6', 'defendant_record D7', 'charge D5'] loop
    execute format('create policy seen on %I for select to concordat_app using (sees(referral, %L) and exists (select from defendant d where d.id = %1$I.defendant))',
                   split_part(t, ' ', 1), split_part(t, ' ', 2));
  end loop;
  foreach t in array array['defendant_identity D6 defendant_with_police(defendant)', 'defendant_record D7 defendant_with_police(defendant)',
                           'charge D5 defendant_with_police(defendant)'] loop
    execute format('create policy kept on %I for insert to concordat_app with check (prepares(referral) and writes_class(%L) and %s)',
                   split_part(t, ' ', 1), split_part(t, ' ', 2), split_part(t, ' ', 3));
    execute format('create policy changed on %I for update to concordat_app using (prepares(referral) and writes_class(%L) and %s) with check (prepares(referral))',
                   split_part(t, ' ', 1), split_part(t, ' ', 2), split_part(t, ' ', 3));
    execute format('grant insert on %I to concordat_app', split_part(t, ' ', 1));
  end loop;
end
$$;
create policy seen on prosecution for select to concordat_app using (sees(referral, 'D1') and (agency = caller_agency() or submitted_at is not null));
-- whom the police add to a file that went back, prosecutors see once it is submitted again
create policy seen on defendant for select to concordat_app
  using (sees(referral, 'D1') and exists (select from prosecution p where p.id = defendant.prosecution and (p.agency = caller_agency() or defendant.state <> 'PREPARING')));
create policy started on prosecution for insert to concordat_app
  with check (started_by = (select caller_subject()) and started_role = (select caller_role()) and agency = (select caller_agency())
              and submitted_at is null and prepares(referral));
create policy changed on prosecution for update to concordat_app using (prepares(referral) and with_police(id)) with check (agency = (select caller_agency()));
create policy kept on defendant for insert to concordat_app
  with check (state = 'PREPARING' and decided_by is null and prepares(referral) and with_police(prosecution));
create policy removed on defendant for delete to concordat_app using (state = 'PREPARING' and prepares(referral) and with_police(prosecution));
-- who was harmed is corrected at any time, and how they are told safely: nobody is to be told by a way that is not safe any more
create policy kept on file_victim for insert to concordat_app with check (prepares(referral) and writes_class('D2') and with_police(prosecution));
create policy changed on file_victim for update to concordat_app using (prepares(referral) and writes_class('D2')) with check (prepares(referral));
create policy kept on file_victim_needs for insert to concordat_app with check (prepares(referral) and writes_class('D4'));
create policy removed on file_victim_needs for delete to concordat_app using (prepares(referral) and writes_class('D4'));
create policy removed on file_victim for delete to concordat_app using (prepares(referral) and with_police(prosecution) and writes_class('D2'));
create policy removed on charge for delete to concordat_app using (prepares(referral) and defendant_with_police(defendant) and writes_class('D5'));
create policy seen on file_answer for select to concordat_app
  using (sees(referral, data_class) and exists (select from prosecution p where p.id = file_answer.prosecution));
create policy kept on file_answer for insert to concordat_app
  with check (prepares(referral) and with_police(prosecution) and writes_class(data_class)
              and exists (select from file_item i where i.code = file_answer.item and i.data_class = file_answer.data_class and days(i.valid_from, i.valid_to) @> now()
                             and (file_answer.status = 'THERE' or not i.core)));
create policy changed on file_answer for update to concordat_app
  using (prepares(referral) and with_police(prosecution) and writes_class(data_class))
  with check (prepares(referral) and exists (select from file_item i where i.code = file_answer.item and i.data_class = file_answer.data_class
                                                and (file_answer.status = 'THERE' or not i.core)));
grant insert, update (urn, kind, priority, submitted_at) on prosecution to concordat_app;
grant insert (id, prosecution, referral, number, state_since), delete on defendant to concordat_app;
grant update (name, date_of_birth) on defendant_identity to concordat_app;
grant update (pnc_id, held, custody_until) on defendant_record to concordat_app;
grant update (name, died, spokesperson), delete on file_victim to concordat_app;
grant insert on file_victim to concordat_app;
grant insert, delete on file_victim_needs to concordat_app;
grant update (victim, offence, first_day, last_day, strands, alternative), delete on charge to concordat_app;
grant insert, update (status, words, due_on) on file_answer to concordat_app;

-- As before, and what prosecutors do of their own work on a record is told to the police only where they were told something.
create or replace function record_trail(p_record uuid, p_at timestamptz, p_ordinal bigint, p_limit integer)
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
     and (e.verb <> 'COMBINE' or of_ours.own)
     and (of_ours.own or e.action not in ('casework.read', 'crime.record', 'referral.triage', 'risk.assess', 'safety.plan', 'prosecution.read', 'file.prepare',
                                                  'file.triage', 'review.decide') or caller_agency() = any (e.recipients))
     and (of_ours.own or e.verb <> 'ALTER' or e.action <> 'timer.manage')
     and (of_ours.own or e.verb <> 'COLLECT' or e.action not in ('outcome.police.record', 'outcome.cps.record', 'outcome.service.record'))
     and (p_at is null or (e.at, e.ordinal) < (p_at, p_ordinal))
   order by e.at desc, e.ordinal desc limit p_limit
$$;

-- The classes of what a draft holds and is erased with it, for its drafter and the product itself.
create function drafted_classes(p_record uuid) returns text language sql stable security definer set search_path = public, pg_temp as
$$
  select string_agg(c.class, ',' order by cast(substr(c.class, 2) as integer)) from (
    select unnest(array['D1', 'D2', 'D4', 'D5'])
    union select 'D3' from referral_monitoring x where x.referral = p_record
    union select 'D6' from referral_suspect x where x.referral = p_record
    union select 'D7' from referral_antecedents x where x.referral = p_record
    union select 'D8' from referral_intelligence x where x.referral = p_record
    union select 'D9' from referral_witness x where x.referral = p_record
    union select 'D13' from referral_clinical x where x.referral = p_record
    union select 'D14' from referral_housing x where x.referral = p_record
    union select 'D15' from referral_safeguarding x where x.referral = p_record
    union select d.data_class from document d where d.referral = p_record
    union select 'D6' from defendant_identity x where x.referral = p_record
    union select 'D7' from defendant_record x where x.referral = p_record
    union select x.data_class from file_answer x where x.referral = p_record) as c (class)
   where caller_role() = 'system' or drafts(p_record)
$$;
revoke execute on function drafted_classes(uuid) from public;
grant execute on function drafted_classes(uuid) to concordat_app;

-- As before, and what a file held is erased with it.
create or replace function stale_drafts() returns table (record uuid, agency text, version bigint, classes text)
  language sql stable security definer set search_path = public, pg_temp as
$$
  select r.id, r.from_agency, r.version, drafted_classes(r.id)
    from referral r where r.state = 'DRAFT' and r.changed_at <= now() - interval '30 days' and caller_role() = 'system' order by r.changed_at limit 100
$$;
