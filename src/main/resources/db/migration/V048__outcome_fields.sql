-- What an outcome needs besides its words (domain.md 2.1): dated data. What was said is the own record of the agency that said it (D5); the code and the
-- words go to the sender as before (D16).

create table outcome_field (
  outcome    text not null,
  field      text not null check (field ~ '^[a-z][A-Za-z]{0,59}$'),
  kind       text not null check (kind in ('LINE', 'PARAGRAPH', 'DAY', 'URN', 'AGE_UNDER_TEN')),
  label      text not null,
  hint       text,
  hate_only  boolean not null default false,
  position   integer not null,
  valid_from date not null,
  valid_to   date,
  primary key (outcome, field, valid_from)
);
comment on table outcome_field is 'What an outcome needs, dated. hate_only: where it is hate, by perception (function is_hate).';
insert into outcome_field (outcome, field, kind, label, hint, position, valid_from)
  select o, f.field, f.kind, f.label, f.hint, f.position, date '2026-01-01'
    from (values ('{POLICE_1,POLICE_1A}'::text[], 'chargedOn', 'DAY', 'When was the charge made?', null, 1),
                 ('{POLICE_1,POLICE_1A}', 'urn', 'URN', 'Unique reference number (URN)', 'Eleven characters, for example 41ZZ0000126', 2),
                 ('{POLICE_8}', 'victimView', 'PARAGRAPH', 'What is the view of the person harmed?', 'How they want it resolved, and that they agree', 1),
                 ('{POLICE_11}', 'suspectAge', 'AGE_UNDER_TEN', 'How old was the suspect at the time?', 'Under 10. Think of a safeguarding referral', 1),
                 ('{POLICE_14,POLICE_16}', 'view', 'PARAGRAPH', 'How was the view of the person harmed obtained?', 'Say too which support and special measures were offered', 1),
                 ('{POLICE_14,POLICE_16}', 'statementOn', 'DAY', 'When did they make their statement?', null, 2),
                 ('{POLICE_17}', 'limitationOn', 'DAY', 'When did the time limit expire?', null, 1),
                 ('{POLICE_17}', 'learningOwner', 'LINE', 'Who sees to the learning review?', null, 2),
                 ('{POLICE_20}', 'receivingBody', 'LINE', 'Which agency takes it on?', 'Give the reference of the referral to it where there is one', 1),
                 ('{POLICE_22}', 'activity', 'PARAGRAPH', 'Which activity was undertaken?', null, 1)) as f (outcomes, field, kind, label, hint, position)
    cross join lateral unnest(f.outcomes) o;
insert into outcome_field (outcome, field, kind, label, hint, hate_only, position, valid_from)
  select o, f.field, f.kind, f.label, f.hint, true, f.position, date '2026-01-01'
    from unnest('{POLICE_2,POLICE_2A,POLICE_3,POLICE_3A,POLICE_6,POLICE_8,POLICE_22}'::text[]) o
    cross join (values ('supervisor', 'LINE', 'Which supervisor agreed?', null, 8),
                       ('supervisorReason', 'PARAGRAPH', 'Why did they agree, although it is recorded as hate?', null, 9)) as f (field, kind, label, hint, position);

-- Whether it is hate by perception: the sender says so, or the triage that stands, or a crime was recorded as hate, whatever became of that later.
create function is_hate(p_record uuid) returns boolean language sql stable as
$$
  select exists (select from referral r where r.id = p_record and array_remove(string_to_array(r.strands, ','), 'UNK') <> '{}')
      or coalesce((select t.hate_related from triage t where t.referral = p_record order by t.number desc limit 1), false)
      or exists (select from crime_strand s where s.referral = p_record)
$$;

create table outcome_detail (
  move     uuid not null references referral_move on delete cascade,
  referral uuid not null references referral on delete cascade,
  agency   text not null references agency,
  field    text not null,
  value    text not null,
  primary key (move, field)
);
comment on table outcome_detail is 'What was said with an outcome besides its words: the own D5 of the agency that recorded it. outcomeOn: when it was decided, the day of the move without it.';
create index outcome_detail_by_referral on outcome_detail (referral);

-- The database's own answer, once the transaction is whole: no outcome without what it needs.
create function guard_outcome() returns trigger language plpgsql set search_path = public, pg_temp as
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
  return null;
end
$$;
create constraint trigger guard_outcome after insert on referral_feedback deferrable initially deferred
  for each row execute function guard_outcome();
revoke execute on function guard_outcome() from public;

do $$
declare t text;
begin
  foreach t in array array['outcome_field', 'outcome_detail'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy owner_all on %I to concordat_owner using (true) with check (true)', t);
    execute format('grant select on %I to concordat_app', t);
  end loop;
end
$$;
create policy bound_caller on outcome_field for select to concordat_app using ((select caller_subject()) is not null);
create policy seen on outcome_detail for select to concordat_app using (sees_casework(referral, agency, 'D5'));
create policy said on outcome_detail for insert to concordat_app
  with check (agency = (select caller_agency())
              and (may(referral, 'outcome.police.record') or may(referral, 'outcome.cps.record') or may(referral, 'outcome.service.record'))
              and exists (select from referral_move m where m.id = outcome_detail.move and m.referral = outcome_detail.referral
                             and m.move = 'RECORD_OUTCOME' and m.actor = caller_subject()));
grant insert on outcome_detail to concordat_app;
