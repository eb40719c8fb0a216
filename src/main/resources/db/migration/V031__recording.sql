-- What the police make of an incident that they hold (domain.md 1.3, 1.4): the options are those of the recording regime in force on the day,
-- and personal data of whoever is suspected is kept only under an option that lets it.

create table recording_option (
  code          text not null check (code ~ '^[A-Z0-9_]{1,60}$'),
  label         text not null,
  hint          text,
  regime        text not null,
  personal_data boolean not null,
  onward        boolean not null default false,
  position      integer not null,
  valid_from    date not null,
  valid_to      date,
  primary key (code, valid_from)
);
comment on table recording_option is 'How an incident may be recorded, dated: a regime ends by its last day. personal_data: whether whoever is suspected may be named; onward: whether they may be named in a referral.';

create table recording_test (
  option     text not null,
  code       text not null check (code ~ '^[A-Z0-9_]{1,60}$'),
  label      text not null,
  position   integer not null,
  valid_from date not null,
  valid_to   date,
  primary key (option, code, valid_from)
);
comment on table recording_test is 'What whoever decides has to be satisfied of to choose an option, dated.';

insert into recording_option (code, label, hint, regime, personal_data, position, valid_from) values
  ('CRIME', 'A crime', 'Recorded within 24 hours of the report', 'Home Office Counting Rules', true, 1, '2023-06-03'),
  ('NCHI_NO_PERSONAL_DATA', 'A non-crime hate incident, nobody named', null, 'Non-crime hate incidents: code of practice 2023', false, 2, '2023-06-03'),
  ('NCHI_WITH_PERSONAL_DATA', 'A non-crime hate incident, with who is suspected', 'Only where there is a real risk of significant harm or of a crime',
   'Non-crime hate incidents: code of practice 2023', true, 3, '2023-06-03'),
  ('ASB', 'Anti-social behaviour', null, 'National standard for incident recording', true, 4, '2023-06-03'),
  ('INTELLIGENCE', 'Intelligence only', null, 'Authorised professional practice: intelligence', true, 5, '2023-06-03'),
  ('NOT_RECORDED', 'Nothing is recorded', 'Say why', 'None', false, 6, '2023-06-03');
insert into recording_test (option, code, label, position, valid_from) values
  ('CRIME', 'BALANCE_OF_PROBABILITY', 'On the balance of probability, what was reported amounts to a crime in law', 1, '2023-06-03'),
  ('CRIME', 'NOTHING_CREDIBLE_AGAINST', 'No credible evidence to the contrary is at hand', 2, '2023-06-03');
insert into recording_test (option, code, label, position, valid_from)
  select o, t.code, t.label, t.position, date '2023-06-03' from unnest('{NCHI_NO_PERSONAL_DATA,NCHI_WITH_PERSONAL_DATA}'::text[]) o
    cross join (values ('NECESSARY', 'Recording it is necessary and proportionate', 1),
                       ('NOT_TRIVIAL', 'The complaint is not trivial, irrational or malicious', 2),
                       ('INTENTIONAL_HOSTILITY', 'It was motivated by intentional hostility or prejudice towards somebody with a particular characteristic', 3),
                       ('EXPRESSION_WEIGHED', 'Freedom of expression was weighed', 4)) as t (code, label, position);
insert into recording_test (option, code, label, position, valid_from) values
  ('NCHI_WITH_PERSONAL_DATA', 'REAL_RISK', 'There is a real risk of escalation to significant harm or to a crime', 5, '2023-06-03'),
  ('ASB', 'NECESSARY', 'Recording it is necessary and proportionate', 1, '2023-06-03'),
  ('INTELLIGENCE', 'NECESSARY', 'Recording it is necessary and proportionate', 1, '2023-06-03');

update recording_option set onward = true where code = 'CRIME';

alter table incident add column suspect uuid not null default gen_random_uuid() unique;
comment on column incident.suspect is 'Stands in the ledger for whoever is suspected; names nobody.';
create or replace function subjects_of(p_records uuid[]) returns table (record uuid, harmed uuid, suspect uuid, witness uuid)
  language sql stable security definer set search_path = public, pg_temp as
$$
  select r.id, r.harmed, r.suspect, r.witness from referral r where r.id = any (p_records) and caller_subject() is not null
  union all
  select i.id, i.harmed, i.suspect, null from incident i where i.id = any (p_records) and caller_subject() is not null
$$;

create table incident_recording (
  id           uuid primary key,
  incident     uuid not null references incident on delete cascade,
  decision     text not null,
  regime       text not null,
  tests        text[] not null,
  rationale    text not null,
  review_on    date not null,
  decided_by   uuid not null,
  decided_role text not null references staff_role,
  decided_at   timestamptz not null
);
comment on table incident_recording is 'Recording decisions, the last of which stands: data class D5.';
create index incident_recording_by_incident on incident_recording (incident, decided_at);

create table incident_suspect (
  incident      uuid primary key references incident on delete cascade,
  version       bigint not null,
  name          text,
  date_of_birth date,
  description   text
);
comment on table incident_suspect is 'Who is suspected, as long as the decision that stands lets it be kept: data class D6.';

-- How far the caller's role reaches with an action on what has been logged.
create function incident_action_scopes(p_action text) returns text[] language sql stable as
$$
  select coalesce(array_agg(distinct q.scope), '{}') from role_permission q
   where q.role = caller_role() and q.action = p_action and days(q.valid_from, q.valid_to) @> now()
$$;

-- Makes a recording decision. False where it is not the caller's, not open today, a test is not met, somebody is named whom the option does not let
-- be named, or somebody was faster. Whom an earlier decision named stays named where nobody is named now, unless this option lets nobody be named.
create function record_incident(p_id uuid, p_incident uuid, p_version bigint, p_decision text, p_tests text[], p_rationale text, p_review date,
                                p_name text, p_born date, p_description text, p_at timestamptz) returns boolean language plpgsql
  security definer set search_path = public, pg_temp as
$$
declare
  v_option recording_option;
  v_named boolean := p_name is not null or p_born is not null or p_description is not null;
begin
  select * into v_option from recording_option o where o.code = p_decision and days(o.valid_from, o.valid_to) @> now();
  if v_option.code is null or (v_named and not v_option.personal_data) or p_rationale is null or p_review <= london_day()
     or exists (select from recording_test t where t.option = p_decision and days(t.valid_from, t.valid_to) @> now() and t.code <> all (p_tests)) then
    return false;
  end if;
  update incident i set version = i.version + 1, changed_at = p_at
    from agency a
   where i.id = p_incident and i.version = p_version and i.state = 'LOGGED' and a.code = i.agency and a.kind = 'POLICE'
     and not incident_barred(i.id) and incident_reached(incident_scopes('D1'), i.state, i.agency, i.team, i.owner)
     and incident_reached(incident_action_scopes('incident.record'), i.state, i.agency, i.team, i.owner);
  if not found then
    return false;
  end if;
  insert into incident_recording values
    (p_id, p_incident, p_decision, v_option.regime, p_tests, p_rationale, p_review, caller_subject(), caller_role(), p_at);
  if v_named then
    insert into incident_suspect values (p_incident, 1, p_name, p_born, p_description)
      on conflict (incident) do update set version = incident_suspect.version + 1, name = excluded.name,
        date_of_birth = excluded.date_of_birth, description = excluded.description;
  elsif not v_option.personal_data then
    delete from incident_suspect where incident = p_incident;
  end if;
  return true;
end
$$;

do $$
declare t text;
begin
  foreach t in array array['recording_option', 'recording_test', 'incident_recording', 'incident_suspect'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy owner_all on %I to concordat_owner using (true) with check (true)', t);
    execute format('grant select on %I to concordat_app', t);
  end loop;
end
$$;
create policy bound_caller on recording_option for select to concordat_app using ((select caller_subject()) is not null);
create policy bound_caller on recording_test for select to concordat_app using ((select caller_subject()) is not null);
create policy seen on incident_recording for select to concordat_app using (sees_incident(incident, 'D5'));
create policy seen on incident_suspect for select to concordat_app using (sees_incident(incident, 'D6'));
revoke execute on function record_incident(uuid, uuid, bigint, text, text[], text, date, text, date, text, timestamptz) from public;
grant execute on function record_incident(uuid, uuid, bigint, text, text[], text, date, text, date, text, timestamptz) to concordat_app;
