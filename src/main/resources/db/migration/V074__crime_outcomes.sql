-- The outcome of each crime and suspect (domain.md 2.1; ADR 44): the force's own D5, superseded with a reason and never overwritten. What came of the referral
-- is one of them, where its crimes have any.

create table police_outcome_type (
  type          text not null check (type ~ '^[0-9]{1,2}A?$'),
  label         text not null,
  outcome_group text not null,
  suspect       text not null check (suspect in ('IDENTIFIED', 'NOT_IDENTIFIED', 'EITHER')),
  positive      boolean not null,
  parent        text,
  chosen        boolean not null,
  position      integer not null,
  valid_from    date not null,
  valid_to      date,
  primary key (type, valid_from),
  check (parent is null or type = parent || 'A')
);
comment on table police_outcome_type is 'The Home Office''s types of outcome, dated. suspect: whether somebody has to be identified; parent: the type of which it is an "of which" row, never added to it; chosen: whether it can be recorded still.';
insert into police_outcome_type (type, label, outcome_group, suspect, positive, parent, chosen, position, valid_from)
  select v.*, row_number() over (), date '2026-01-01' from (values
    ('0', 'Not yet assigned', 'Not yet assigned', 'EITHER', false, null, true),
    ('1', 'Charged or summonsed', 'Charged or summonsed', 'IDENTIFIED', true, null, true),
    ('1A', 'Charged with an alternate offence', 'Charged or summonsed', 'IDENTIFIED', true, '1', true),
    ('2', 'Caution for a young person', 'Out-of-court (formal)', 'IDENTIFIED', true, null, true),
    ('2A', 'Caution for a young person, alternate offence', 'Out-of-court (formal)', 'IDENTIFIED', true, '2', true),
    ('3', 'Caution for an adult', 'Out-of-court (formal)', 'IDENTIFIED', true, null, true),
    ('3A', 'Caution for an adult, alternate offence', 'Out-of-court (formal)', 'IDENTIFIED', true, '3', true),
    ('4', 'Taken into consideration', 'Taken into consideration', 'IDENTIFIED', false, null, true),
    ('5', 'The offender has died', 'Prosecution prevented or not in the public interest', 'IDENTIFIED', false, null, true),
    ('6', 'Penalty notice for disorder', 'Out-of-court (formal)', 'IDENTIFIED', true, null, true),
    ('7', 'Cannabis or khat warning', 'Out-of-court (informal)', 'IDENTIFIED', true, null, false),
    ('8', 'Community resolution', 'Out-of-court (informal)', 'IDENTIFIED', true, null, true),
    ('9', 'Not in the public interest: CPS decision', 'Prosecution prevented or not in the public interest', 'IDENTIFIED', false, null, true),
    ('10', 'Not in the public interest: police decision', 'Prosecution prevented or not in the public interest', 'IDENTIFIED', false, null, true),
    ('11', 'The suspect is under the age of criminal responsibility', 'Prosecution prevented or not in the public interest', 'IDENTIFIED', false, null, true),
    ('12', 'The suspect is too ill', 'Prosecution prevented or not in the public interest', 'IDENTIFIED', false, null, true),
    ('13', 'The person harmed or a key witness is dead or too ill', 'Prosecution prevented or not in the public interest', 'IDENTIFIED', false, null, true),
    ('14', 'No suspect identified, and the person harmed does not support it', 'Evidential difficulties (victim does not support)', 'NOT_IDENTIFIED', false, null, true),
    ('15', 'Suspect identified, evidential difficulties', 'Evidential difficulties (suspect identified; victim supports)', 'IDENTIFIED', false, null, true),
    ('16', 'Suspect identified, and the person harmed does not support it', 'Evidential difficulties (victim does not support)', 'IDENTIFIED', false, null, true),
    ('17', 'The time limit for prosecuting has expired', 'Prosecution prevented or not in the public interest', 'IDENTIFIED', false, null, true),
    ('18', 'Investigation complete, no suspect identified', 'Investigation complete: no suspect identified', 'NOT_IDENTIFIED', false, null, true),
    ('19', 'Fraud passed to the national bureau', 'Fraud body', 'EITHER', false, null, false),
    ('20', 'Further action by another agency', 'Responsibility transferred', 'EITHER', false, null, true),
    ('21', 'Further investigation is not in the public interest', 'Further investigation not in the public interest', 'IDENTIFIED', false, null, true),
    ('22', 'Diversionary or educational activity', 'Diversionary', 'IDENTIFIED', false, null, true))
  as v (type, label, outcome_group, suspect, positive, parent, chosen);

-- What is asked of the outcome of one suspect beside what every such outcome needs: their age, who died, what became of the aggravated offence.
alter table outcome_field drop constraint outcome_field_kind_check;
alter table outcome_field add constraint outcome_field_kind_check check (kind in ('LINE', 'PARAGRAPH', 'DAY', 'URN', 'AGE_UNDER_TEN', 'AGE_YOUTH', 'AGE_ADULT'));
insert into outcome_field (outcome, field, kind, label, hint, position, valid_from)
  select o, f.field, f.kind, f.label, f.hint, f.position, date '2026-01-01'
    from (values ('{CRIME_1A}'::text[], 'aggravatedLost', 'PARAGRAPH', 'Was the aggravated offence lost, and why?', null, 3),
                 ('{CRIME_2,CRIME_2A}', 'suspectAge', 'AGE_YOUTH', 'How old was the suspect at the time?', 'From 10 to 17', 1),
                 ('{CRIME_3,CRIME_3A}', 'suspectAge', 'AGE_ADULT', 'How old was the suspect at the time?', '18 or over', 1),
                 ('{CRIME_5}', 'diedOn', 'DAY', 'When did the offender die?', null, 1),
                 ('{CRIME_13}', 'whoCannot', 'LINE', 'Who has died or is too ill?', 'The person harmed or which witness, without a name', 1)) as f (outcomes, field, kind, label, hint, position)
    cross join lateral unnest(f.outcomes) o;

create table crime_outcome (
  id            uuid primary key,
  crime         uuid not null,
  referral      uuid not null,
  agency        text not null,
  suspect       integer check (suspect between 1 and 99),
  number        integer not null check (number > 0),
  type          text not null,
  outcome_on    date not null,
  reason        text check (reason ~ '\S'),
  recorded_by   uuid not null,
  recorded_role text not null references staff_role,
  recorded_at   timestamptz not null,
  xact          xid8 not null default pg_current_xact_id(),
  unique nulls not distinct (crime, suspect, number),
  unique (id, referral, agency),
  foreign key (crime, referral, agency) references crime (id, referral, agency) on delete cascade,
  check ((number = 1) = (reason is null)),
  check (number > 1 or type <> '0')
);
comment on table crime_outcome is 'What came of a crime for one suspect, or for nobody where none is identified: the force''s own D5. Added only; the last number of a crime and suspect stands, type 0 opens it again. reason: why it supersedes.';
create index crime_outcome_by_referral on crime_outcome (referral);

create table crime_outcome_detail (
  outcome  uuid not null,
  referral uuid not null,
  agency   text not null,
  field    text not null,
  value    text not null check (value ~ '\S'),
  primary key (outcome, field),
  foreign key (outcome, referral, agency) references crime_outcome (id, referral, agency) on delete cascade
);
comment on table crime_outcome_detail is 'What was said with the outcome of a crime besides its type: the force''s own D5.';

create table crime_merge (
  crime       uuid not null,
  referral    uuid not null,
  agency      text not null,
  number      integer not null check (number > 0),
  into_crime  uuid,
  reason      text not null check (reason ~ '\S'),
  merged_by   uuid not null,
  merged_role text not null references staff_role,
  merged_at   timestamptz not null,
  primary key (crime, number),
  foreign key (crime, referral, agency) references crime (id, referral, agency) on delete cascade,
  foreign key (into_crime, referral, agency) references crime (id, referral, agency) on delete cascade,
  check (crime <> into_crime)
);
comment on table crime_merge is 'That a crime was recorded twice and which of the two counts: the force''s own D5. Added only, the last stands; into_crime null: it is one of its own after all.';
create index crime_merge_by_referral on crime_merge (referral);

-- The crime that one counts as: itself, unless it was merged.
create function merged_into(p_crime uuid) returns uuid language sql stable as
$$ select m.into_crime from crime_merge m where m.crime = p_crime order by m.number desc limit 1 $$;

-- The outcomes that stand on the crimes of a referral; of merged ones none does.
create function standing_outcomes(p_referral uuid) returns table (id uuid, crime uuid, suspect integer, type text, outcome_on date) language sql stable as
$$
  select o.id, o.crime, o.suspect, o.type, o.outcome_on
    from crime_outcome o
   where o.referral = p_referral and o.type <> '0' and merged_into(o.crime) is null
     and not exists (select from crime_outcome n where n.crime = o.crime and n.suspect is not distinct from o.suspect and n.number > o.number)
$$;

-- What the sender was told came of the referral, as long as that stands: the number of a police outcome, else null.
create function told_outcome(p_referral uuid) returns text language sql stable as
$$
  select case when m.move = 'RECORD_OUTCOME' then substring(f.reason from '^POLICE_(.+)$') end
    from referral_move m left join referral_feedback f on f.move = m.id
   where m.referral = p_referral and m.move in ('RECORD_OUTCOME', 'REOPEN') order by m.at desc, m.id desc limit 1
$$;

-- What came of the referral is one of what came of its crimes, once that was said of any. An outcome of no police kind is not asked.
create function outcome_agrees(p_referral uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$
  select told_outcome(p_referral) is null
      or not exists (select from crime_outcome o where o.referral = p_referral and merged_into(o.crime) is null)
      or exists (select from standing_outcomes(p_referral) s where s.type = told_outcome(p_referral))
$$;

-- As before, and it is one of what came of the crimes.
create or replace function guard_outcome() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
  if current_user = 'concordat_app'
     and exists (select from referral_move m where m.id = new.move and m.move = 'RECORD_OUTCOME')
     and exists (select from outcome_field f
                  where f.outcome = new.reason and days(f.valid_from, f.valid_to) @> now()
                    and (not f.hate_only or is_hate(new.referral))
                    and not exists (select from outcome_detail d where d.move = new.move and d.field = f.field and d.value <> '')) then
    raise insufficient_privilege using message = 'the outcome needs more than was said';
  end if;
  if current_user = 'concordat_app' and not outcome_agrees(new.referral) then
    raise insufficient_privilege using message = 'no crime of it came to that';
  end if;
  return null;
end
$$;

-- The rules of 2.1 asked again once the transaction is whole: type, suspect, day, what it needs, and that it belongs to a crime that counts.
create function guard_crime_outcome() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
  if current_user = 'concordat_app'
     and (not exists (select from police_outcome_type t join crime c on c.id = new.crime
                       where t.type = new.type and t.chosen and days(t.valid_from, t.valid_to) @> now()
                         and (t.suspect = 'EITHER' or (t.suspect = 'IDENTIFIED') = (new.suspect is not null))
                         and new.outcome_on between c.recorded_on and london_day())
          or merged_into(new.crime) is not null
          or new.number <> 1 + (select count(*) from crime_outcome o where o.crime = new.crime and o.suspect is not distinct from new.suspect and o.number < new.number)
          or exists (select from standing_outcomes(new.referral) s join standing_outcomes(new.referral) n on n.crime = s.crime
                      where s.crime = new.crime and s.suspect is not null and n.type in ('14', '18'))
          or exists (select from outcome_field f
                      where f.outcome in ('POLICE_' || new.type, 'CRIME_' || new.type) and days(f.valid_from, f.valid_to) @> now()
                        and (not f.hate_only or exists (select from crime_strand s where s.crime = new.crime))
                        and not exists (select from crime_outcome_detail d where d.outcome = new.id and d.field = f.field))
          or (new.type in ('1', '1A') and exists (select from crime_strand s where s.crime = new.crime) and not coalesce(charge_authorised(new.referral), true))
          or not outcome_agrees(new.referral)) then
    raise insufficient_privilege using message = 'that crime cannot have come to that';
  end if;
  return null;
end
$$;
create constraint trigger guard after insert on crime_outcome deferrable initially deferred for each row execute function guard_crime_outcome();

-- A crime is merged into one that counts, and none that others were merged into.
create function guard_crime_merge() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
  if current_user = 'concordat_app'
     and (new.number <> 1 + (select count(*) from crime_merge m where m.crime = new.crime and m.number < new.number)
          or merged_into(new.into_crime) is not null
          or (new.into_crime is not null and exists (select from crime c where c.referral = new.referral and merged_into(c.id) = new.crime))
          or not outcome_agrees(new.referral)) then
    raise insufficient_privilege using message = 'that crime is not merged so';
  end if;
  return null;
end
$$;
create constraint trigger guard after insert on crime_merge deferrable initially deferred for each row execute function guard_crime_merge();

do $$
declare t text;
begin
  foreach t in array array['police_outcome_type', 'crime_outcome', 'crime_outcome_detail', 'crime_merge'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy owner_all on %I to concordat_owner using (true) with check (true)', t);
    execute format('grant select on %I to concordat_app', t);
  end loop;
  foreach t in array array['crime_outcome', 'crime_outcome_detail', 'crime_merge'] loop
    execute format('create policy seen on %I for select to concordat_app using (sees_casework(referral, agency, ''D5''))', t);
    execute format('grant insert on %I to concordat_app', t);
  end loop;
end
$$;
create policy bound_caller on police_outcome_type for select to concordat_app using ((select caller_subject()) is not null);
create policy recorded on crime_outcome for insert to concordat_app
  with check (recorded_by = (select caller_subject()) and recorded_role = (select caller_role()) and xact = pg_current_xact_id()
              and does_casework(referral, agency, 'outcome.police.record'));
create policy said on crime_outcome_detail for insert to concordat_app
  with check (does_casework(referral, agency, 'outcome.police.record')
              and exists (select from crime_outcome o where o.id = crime_outcome_detail.outcome and o.recorded_by = (select caller_subject())
                             and o.xact = pg_current_xact_id_if_assigned()));
create policy merged on crime_merge for insert to concordat_app
  with check (merged_by = (select caller_subject()) and merged_role = (select caller_role()) and does_casework(referral, agency, 'crime.record'));
revoke execute on function told_outcome(uuid), standing_outcomes(uuid), merged_into(uuid), outcome_agrees(uuid), guard_crime_outcome(), guard_crime_merge() from public;
grant execute on function told_outcome(uuid), standing_outcomes(uuid), merged_into(uuid), outcome_agrees(uuid), guard_crime_outcome(), guard_crime_merge() to concordat_app;
