-- Triage by a hate crime officer, and the risk to the person harmed: rules suggest a level, a person decides (domain.md 4.5). Both are the force's own.

insert into code_value (list, code, label, hint, position, valid_from) values
  ('red-flag', 'REPEAT_12_MONTHS', 'Two or more incidents in the last 12 months', 'The person harmed is a repeat victim: the risk has to be looked at again', 1, '2026-01-01'),
  ('triage-next-step', 'DECIDE', 'Decide on it', null, 1, '2026-01-01'),
  ('triage-next-step', 'ASK', 'Ask the sender first', null, 2, '2026-01-01'),
  ('triage-next-step', 'INVESTIGATE', 'Investigate it', null, 3, '2026-01-01'),
  ('triage-next-step', 'ASSESS_RISK', 'Assess the risk and plan for safety first', null, 4, '2026-01-01'),
  ('triage-next-step', 'SUPPORT', 'Support the person harmed', null, 5, '2026-01-01'),
  ('triage-next-step', 'PASS_ON', 'Pass it on to another agency', null, 6, '2026-01-01'),
  ('risk-factor', 'REPEAT', 'Has it happened before?', 'Repeat victimisation', 1, '2026-01-01'),
  ('risk-factor', 'ESCALATION', 'Is it getting worse?', 'More often, or more serious', 2, '2026-01-01'),
  ('risk-factor', 'WEAPON', 'Was a weapon used or threatened?', null, 3, '2026-01-01'),
  ('risk-factor', 'PROXIMITY', 'Does whoever is suspected live or work near them?', null, 4, '2026-01-01'),
  ('risk-factor', 'ISOLATION', 'Are they isolated?', null, 5, '2026-01-01'),
  ('risk-factor', 'DISABILITY', 'Are they disabled, or do they depend on others?', null, 6, '2026-01-01'),
  ('risk-factor', 'MENTAL_HEALTH', 'Is there concern for their mental health, or of self-harm?', null, 7, '2026-01-01'),
  ('risk-factor', 'CHILDREN', 'Are children in the home or harmed?', null, 8, '2026-01-01'),
  ('risk-factor', 'COMMUNITY_TENSION', 'Could it raise tension in the community?', null, 9, '2026-01-01'),
  ('risk-factor', 'ONLINE', 'Are they exposed online?', null, 10, '2026-01-01');

create table triage (
  id           uuid primary key,
  referral     uuid not null references referral on delete cascade,
  agency       text not null references agency,
  number       integer not null check (number > 0),
  hate_related boolean not null,
  strands      text not null,
  urgency      text not null check (urgency in ('STANDARD', 'HIGH', 'URGENT')),
  reason       text,
  red_flags    text not null,
  next_step    text not null,
  triaged_by   uuid not null,
  triaged_role text not null references staff_role,
  triaged_at   timestamptz not null,
  unique (referral, agency, number)
);
comment on table triage is 'What a hate crime officer made of a referral, the last of which stands: the force''s own D5. What the sender said of urgency and strands stays as it was sent.';

create table risk_rule (
  level      text not null check (level in ('STANDARD', 'MEDIUM', 'HIGH')),
  factor     text,
  at_least   integer not null default 0,
  words      text not null,
  position   integer not null,
  valid_from date not null,
  valid_to   date,
  primary key (position, valid_from)
);
comment on table risk_rule is 'When a level of risk is suggested, dated: the first that holds does. By a factor that is there, else by how many are there.';
insert into risk_rule (level, factor, at_least, words, position, valid_from) values
  ('HIGH', 'WEAPON', 0, 'High where a weapon was used or threatened', 1, '2026-01-01'),
  ('HIGH', 'MENTAL_HEALTH', 0, 'High where there is concern for their mental health, or of self-harm', 2, '2026-01-01'),
  ('HIGH', null, 4, 'High where four or more of the factors are there', 3, '2026-01-01'),
  ('MEDIUM', 'REPEAT', 0, 'Medium where it has happened before', 4, '2026-01-01'),
  ('MEDIUM', 'ESCALATION', 0, 'Medium where it is getting worse', 5, '2026-01-01'),
  ('MEDIUM', null, 2, 'Medium where two or three of the factors are there', 6, '2026-01-01'),
  ('STANDARD', null, 0, 'Standard otherwise', 7, '2026-01-01');

create table risk_assessment (
  id            uuid primary key,
  referral      uuid not null references referral on delete cascade,
  agency        text not null references agency,
  number        integer not null check (number > 0),
  suggested     text not null check (suggested in ('STANDARD', 'MEDIUM', 'HIGH')),
  rule          text not null,
  level         text not null check (level in ('STANDARD', 'MEDIUM', 'HIGH')),
  reason        text,
  review_on     date not null,
  assessed_by   uuid not null,
  assessed_role text not null references staff_role,
  assessed_at   timestamptz not null,
  unique (referral, agency, number),
  unique (id, referral, agency),
  check (level = suggested or reason is not null)
);
comment on table risk_assessment is 'The risk to the person harmed as a person decided it, the last of which stands: the force''s own D4.';

create table risk_answer (
  assessment uuid not null,
  referral   uuid not null,
  agency     text not null,
  factor     text not null,
  answer     text not null check (answer in ('YES', 'NO', 'NOT_KNOWN')),
  note       text,
  primary key (assessment, factor),
  foreign key (assessment, referral, agency) references risk_assessment (id, referral, agency) on delete cascade
);
comment on table risk_answer is 'What was answered to each factor of the risk: the force''s own D4.';

create table risk_safeguarding (
  assessment uuid primary key,
  referral   uuid not null,
  agency     text not null,
  adult      boolean not null,
  child      boolean not null,
  foreign key (assessment, referral, agency) references risk_assessment (id, referral, agency) on delete cascade
);
comment on table risk_safeguarding is 'Whether an adult or a child is thought to be at risk: the force''s own D15.';

-- Whether the force that works on it found it urgent, or the risk high, and nobody but those who worked on it found otherwise since: nobody who worked on it
-- closes it then.
create function at_risk(p_record uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$
  with worked as (select a.assignee as subject from referral_assignment a where a.referral = p_record
                  union select m.actor from referral_move m where m.referral = p_record and m.move = 'RECORD_OUTCOME')
  select exists (select from referral r where r.id = p_record and r.to_agency = caller_agency()
    and (exists (select from risk_assessment a where a.referral = r.id and a.agency = r.to_agency and a.level = 'HIGH'
                    and not exists (select from risk_assessment l where l.referral = r.id and l.agency = r.to_agency and l.number > a.number
                                       and l.level <> 'HIGH' and l.assessed_by not in (select subject from worked where subject is not null)))
         or exists (select from triage t where t.referral = r.id and t.agency = r.to_agency and t.urgency <> 'STANDARD'
                       and not exists (select from triage l where l.referral = r.id and l.agency = r.to_agency and l.number > t.number
                                          and l.urgency = 'STANDARD' and l.triaged_by not in (select subject from worked where subject is not null)))))
$$;

create function guard_close() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
  if current_user = 'concordat_app' and at_risk(old.id) and worked_on(old.id) then
    raise insufficient_privilege using message = 'somebody else closes what was at risk';
  end if;
  return new;
end
$$;
create trigger guard_close before update on referral for each row when (old.state = 'OUTCOME_RECORDED' and new.state = 'CLOSED')
  execute function guard_close();
revoke execute on function at_risk(uuid), guard_close() from public;
grant execute on function at_risk(uuid) to concordat_app;

do $$
declare t text;
begin
  foreach t in array array['triage', 'risk_rule', 'risk_assessment', 'risk_answer', 'risk_safeguarding'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy owner_all on %I to concordat_owner using (true) with check (true)', t);
    execute format('grant select on %I to concordat_app', t);
  end loop;
end
$$;
create policy bound_caller on risk_rule for select to concordat_app using ((select caller_subject()) is not null);
create policy seen on triage for select to concordat_app using (sees_casework(referral, agency, 'D5'));
create policy seen on risk_assessment for select to concordat_app using (sees_casework(referral, agency, 'D4'));
create policy seen on risk_answer for select to concordat_app using (sees_casework(referral, agency, 'D4'));
create policy seen on risk_safeguarding for select to concordat_app using (sees_casework(referral, agency, 'D15'));
create policy made on triage for insert to concordat_app
  with check (triaged_by = (select caller_subject()) and triaged_role = (select caller_role()) and does_casework(referral, agency, 'referral.triage'));
create policy made on risk_assessment for insert to concordat_app
  with check (assessed_by = (select caller_subject()) and assessed_role = (select caller_role()) and does_casework(referral, agency, 'risk.assess'));
create policy made on risk_answer for insert to concordat_app with check (does_casework(referral, agency, 'risk.assess'));
create policy made on risk_safeguarding for insert to concordat_app
  with check (does_casework(referral, agency, 'risk.assess') and sees_casework(referral, agency, 'D15'));
grant insert on triage, risk_assessment, risk_answer, risk_safeguarding to concordat_app;
