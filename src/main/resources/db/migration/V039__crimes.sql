-- What the police keep of their work on a referral that they took on, and of it first the crime. It is the force's own: no agreement is asked for it,
-- the role decides for whoever may read the referral (ADR 23). That there is a crime, and its number, is told to the sender (D16).

create table crime_reference_format (
  agency     text not null references agency,
  shape      text not null,
  example    text not null,
  valid_from date not null,
  valid_to   date,
  primary key (agency, valid_from)
);
comment on table crime_reference_format is 'How a force numbers its crimes, dated: a regular expression for the whole number.';
insert into crime_reference_format (agency, shape, example, valid_from) values
  ('HERTS-POLICE', '41/[0-9]{5,6}/[0-9]{2}', '41/900001/26', '2026-01-01'),
  ('BTP', '93/[0-9]{5,6}/[0-9]{2}', '93/900001/26', '2026-01-01');

insert into code_value (list, code, label, hint, applies_to, position, valid_from) values
  ('offence-class', '8P', 'Assault with injury, racially or religiously aggravated', 'Class 8P; the basic offence is 8N', 'AGGRAVATED', 1, '2026-01-01'),
  ('offence-class', '105B', 'Assault without injury, racially or religiously aggravated', 'Class 105B; the basic offence is 105A', 'AGGRAVATED', 2, '2026-01-01'),
  ('offence-class', '58J', 'Criminal damage, racially or religiously aggravated', 'Class 58J; the basic offences are 58A to 58D', 'AGGRAVATED', 3, '2026-01-01'),
  ('offence-class', '9B', 'Public fear, alarm or distress, racially or religiously aggravated', 'Class 9B; the basic offence is 9A', 'AGGRAVATED', 4, '2026-01-01'),
  ('offence-class', '8M', 'Harassment, racially or religiously aggravated', 'Class 8M; the basic offence is 8L', 'AGGRAVATED', 5, '2026-01-01'),
  ('offence-class', '8N', 'Assault with injury', 'Class 8N', 'BASIC', 6, '2026-01-01'),
  ('offence-class', '105A', 'Assault without injury', 'Class 105A', 'BASIC', 7, '2026-01-01'),
  ('offence-class', '58A', 'Criminal damage to a dwelling', 'Class 58A', 'BASIC', 8, '2026-01-01'),
  ('offence-class', '58B', 'Criminal damage to a building other than a dwelling', 'Class 58B', 'BASIC', 9, '2026-01-01'),
  ('offence-class', '58C', 'Criminal damage to a vehicle', 'Class 58C', 'BASIC', 10, '2026-01-01'),
  ('offence-class', '58D', 'Other criminal damage', 'Class 58D', 'BASIC', 11, '2026-01-01'),
  ('offence-class', '9A', 'Public fear, alarm or distress', 'Class 9A', 'BASIC', 12, '2026-01-01'),
  ('offence-class', '8L', 'Harassment', 'Class 8L', 'BASIC', 13, '2026-01-01'),
  ('offence-class', 'OTHER', 'Another offence', 'Give its code below', 'BASIC', 14, '2026-01-01');
comment on table code_value is 'Dated pick lists. applies_to: a regime (legal lists), AFTER_QUESTION (only once something was asked), the action by which an outcome is recorded, AGGRAVATED or BASIC (classes of offences), or null for all.';

-- Whether the caller sees that class of what an agency keeps of its own work on a referral.
create function sees_casework(p_referral uuid, p_agency text, p_class text) returns boolean language sql stable as
$$
  select p_agency = caller_agency() and sees(p_referral, 'D1')
     and exists (select from referral r where r.id = p_referral and r.to_agency = p_agency and (r.content_until is null or now() < r.content_until))
     and exists (select from role_data_class c where c.role = caller_role() and c.data_class = p_class and c.recipient = 'FULL'
                    and days(c.valid_from, c.valid_to) @> now())
$$;

-- Whether the caller does that work on it now: their role does it, it is theirs, and it is taken on; a triage comes before that too.
create function does_casework(p_referral uuid, p_agency text, p_action text) returns boolean language sql stable as
$$
  select p_agency = caller_agency() and may(p_referral, 'outcome.police.record')
     and exists (select from referral r where r.id = p_referral and r.to_agency = p_agency
                    and (r.state in ('ACCEPTED', 'IN_PROGRESS', 'ON_HOLD', 'OUTCOME_RECORDED')
                         or (p_action = 'referral.triage' and r.state in ('RECEIVED', 'INFO_REQUESTED'))))
     and exists (select from role_permission p where p.role = caller_role() and p.action = p_action and days(p.valid_from, p.valid_to) @> now())
$$;

create table crime (
  id           uuid primary key,
  referral     uuid not null references referral on delete cascade,
  agency       text not null references agency,
  reference    text not null,
  recorded_on  date not null,
  entered_by   uuid not null,
  entered_role text not null references staff_role,
  entered_at   timestamptz not null,
  unique (referral, agency, reference),
  unique (id, referral, agency)
);
comment on table crime is 'Crimes that a force recorded for a referral: number and day, told to the sender (data class D16).';

create table crime_detail (
  crime             uuid primary key,
  referral          uuid not null,
  agency            text not null,
  reported_on       date not null,
  offence_class     text not null,
  home_office_class text check (home_office_class ~ '^[0-9]{3}/[0-9]{2}$'),
  offence_code      text check (offence_code ~ '^([A-Z]{2}[0-9]{5}|COML[0-9]{3})[ABCI]?$'),
  foreign key (crime, referral, agency) references crime (id, referral, agency) on delete cascade
);
comment on table crime_detail is 'What the force alone knows of a crime: its own D5.';

create table crime_strand (
  id          uuid primary key,
  crime       uuid not null,
  referral    uuid not null,
  agency      text not null,
  strand      text not null check (strand in ('DIS', 'RAC', 'REL', 'SO', 'TG', 'OTH')),
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  mistake     text,
  mistake_by  uuid,
  mistake_at  timestamptz,
  check ((mistake is null) = (mistake_by is null) and (mistake is null) = (mistake_at is null)),
  foreign key (crime, referral, agency) references crime (id, referral, agency) on delete cascade
);
comment on table crime_strand is 'On what a crime is recorded as hate, by perception: the force''s own D5. Never removed; that it was a mistake is said with a reason.';
create unique index crime_strand_standing on crime_strand (crime, strand) where mistake is null;

do $$
declare t text;
begin
  foreach t in array array['crime_reference_format', 'crime', 'crime_detail', 'crime_strand'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy owner_all on %I to concordat_owner using (true) with check (true)', t);
    execute format('grant select on %I to concordat_app', t);
  end loop;
end
$$;
create policy bound_caller on crime_reference_format for select to concordat_app using ((select caller_subject()) is not null);
create policy seen on crime for select to concordat_app using (sees(referral, 'D16') or sees_casework(referral, agency, 'D5'));
create policy seen on crime_detail for select to concordat_app using (sees_casework(referral, agency, 'D5'));
create policy seen on crime_strand for select to concordat_app using (sees_casework(referral, agency, 'D5'));
create policy recorded on crime for insert to concordat_app
  with check (entered_by = (select caller_subject()) and entered_role = (select caller_role()) and does_casework(referral, agency, 'crime.record')
              and exists (select from crime_reference_format f where f.agency = crime.agency and days(f.valid_from, f.valid_to) @> now()
                             and crime.reference ~ ('^(' || f.shape || ')$')));
create policy recorded on crime_detail for insert to concordat_app
  with check (does_casework(referral, agency, 'crime.record')
              and exists (select from crime c where c.id = crime_detail.crime and c.recorded_on >= crime_detail.reported_on));
create policy recorded on crime_strand for insert to concordat_app
  with check (recorded_by = (select caller_subject()) and mistake is null and does_casework(referral, agency, 'crime.record'));
create policy mistaken on crime_strand for update to concordat_app
  using (mistake is null and does_casework(referral, agency, 'crime.record')) with check (mistake_by = (select caller_subject()));
grant insert on crime, crime_detail, crime_strand to concordat_app;
grant update (mistake, mistake_by, mistake_at) on crime_strand to concordat_app;

-- As before, but what an agency does of its own work on a record is told to the other one only where it was told something.
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
     and (of_ours.own or e.action not in ('casework.read', 'crime.record', 'referral.triage', 'risk.assess', 'safety.plan') or caller_agency() = any (e.recipients))
     and (of_ours.own or e.verb <> 'COLLECT' or e.action not in ('outcome.police.record', 'outcome.cps.record', 'outcome.service.record'))
     and (p_at is null or (e.at, e.ordinal) < (p_at, p_ordinal))
   order by e.at desc, e.ordinal desc limit p_limit
$$;
