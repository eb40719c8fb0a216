-- What the court makes of a prosecution (domain.md 1.2, 1.6, 3.3; ADR 41): hearings, and results by defendant, charge and strand. That there is a hearing is of the class of the review's
-- state (D1); what came of the case is D11.

create table court (
  code       text primary key check (code ~ '^[A-Z0-9]{2,12}$'),
  label      text not null,
  kind       text not null check (kind in ('MAGISTRATES', 'CROWN', 'YOUTH')),
  position   integer not null,
  valid_from date not null,
  valid_to   date
);
comment on table court is 'Courts before which a prosecution can come, dated by the day of the hearing. Invented, until the national list is loaded.';
insert into court (code, label, kind, position, valid_from, valid_to) values
  ('COLNEMC', 'Colne Valley Magistrates'' Court', 'MAGISTRATES', 1, '2015-01-01', null),
  ('LEAMC', 'North Lea Magistrates'' Court', 'MAGISTRATES', 2, '2015-01-01', null),
  ('COLNEYC', 'Colne Valley Youth Court', 'YOUTH', 3, '2015-01-01', null),
  ('COLNECC', 'Colne Valley Crown Court', 'CROWN', 4, '2015-01-01', null),
  ('OLDMC', 'Old Ford Magistrates'' Court', 'MAGISTRATES', 5, '2015-01-01', '2024-03-31');

-- Whether an agreement in force lets D11 back to the caller's agency, which sent that referral there. The stored visibility of a sender asks for none.
create function outcome_returns(p_referral uuid, p_agency text) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$
  select exists (select from referral r where r.id = p_referral and r.from_agency = caller_agency() and r.to_agency = p_agency
                    and not_covered(p_agency, r.from_agency, r.purpose, '{D11}') = '{}')
$$;
revoke execute on function outcome_returns(uuid, text) from public;
grant execute on function outcome_returns(uuid, text) to concordat_app;

-- Whether the caller reads what the court made of a case that an agency prosecutes: its own people as their role sees D11; the police who sent it, as far as an agreement lets D11 back.
create function reads_outcome(p_referral uuid, p_agency text) returns boolean language sql stable as
$$ select sees_casework(p_referral, p_agency, 'D11') or (sees(p_referral, 'D11') and outcome_returns(p_referral, p_agency)) $$;

create table hearing (
  id          uuid primary key,
  prosecution uuid not null,
  referral    uuid not null,
  agency      text not null references agency,
  number      integer not null check (number > 0),
  court       text not null references court,
  kind        text not null check (kind in ('FIRST', 'PLEA', 'TRIAL', 'NEWTON', 'SENTENCE', 'MENTION')),
  on_day      date not null,
  at_time     time not null,
  defendants  uuid[] not null check (cardinality(defendants) > 0),
  set_by      uuid not null,
  set_role    text not null references staff_role,
  set_at      timestamptz not null,
  outcome     text check (outcome in ('HELD', 'ADJOURNED')),
  reason      text check (reason in ('DEFENDANT_ABSENT', 'WITNESS_ABSENT', 'SPECIAL_MEASURES', 'PROSECUTION_NOT_READY', 'DEFENCE_NOT_READY', 'COURT_TIME', 'REPORTS', 'OTHER')),
  said_by     uuid,
  said_role   text references staff_role,
  said_at     timestamptz,
  unique (prosecution, number),
  foreign key (prosecution, referral) references prosecution (id, referral) on delete cascade,
  check ((outcome is not distinct from 'ADJOURNED') = (reason is not null)),
  check ((outcome is null) = (said_at is null) and (said_at is null) = (said_by is null) and (said_at is null) = (said_role is null))
);
comment on table hearing is 'Hearings of a prosecution, and what came of them: data class D1, as the state of the review. on_day and at_time: of London; defendants: whom it concerns; outcome: null as long as nobody said what came of it.';

create table court_result (
  id           uuid primary key,
  prosecution  uuid not null,
  referral     uuid not null,
  agency       text not null references agency,
  defendant    uuid not null,
  number       integer not null check (number > 0),
  finalisation text check (finalisation in ('GUILTY_PLEA', 'CONVICTED_AFTER_TRIAL', 'PROVED_IN_ABSENCE', 'DISCONTINUED', 'WITHDRAWN', 'NO_EVIDENCE_OFFERED', 'DISMISSED_NO_CASE',
                 'DISMISSED_AFTER_TRIAL', 'JUDGE_DIRECTED_ACQUITTAL', 'JURY_ACQUITTAL', 'DISCHARGED', 'WARRANT_OUTSTANDING', 'UNFIT', 'DIED')),
  reason       text check (reason in ('EVIDENTIAL', 'PUBLIC_INTEREST', 'VICTIM_ABSENT', 'VICTIM_RETRACTED', 'VICTIM_EVIDENCE', 'WITNESS', 'ACQUITTAL_AFTER_TRIAL', 'DISCLOSURE', 'LEGAL',
                 'POLICE_FILE', 'OTHER')),
  on_day       date,
  basis        text check (basis in ('FULL_FACTS', 'ACCEPTED', 'NEWTON')),
  basis_hostility  boolean,
  basis_authorised text check (char_length(basis_authorised) between 1 and 200),
  basis_consulted  boolean,
  sentenced_on   date,
  sentence_kind  text check (sentence_kind in ('ABSOLUTE_DISCHARGE', 'CONDITIONAL_DISCHARGE', 'FINE', 'COMMUNITY_ORDER', 'SUSPENDED', 'CUSTODY', 'REFERRAL_ORDER',
                   'YOUTH_REHABILITATION_ORDER', 'DETENTION_AND_TRAINING', 'HOSPITAL_ORDER', 'OTHER')),
  sentence       text check (char_length(sentence) between 1 and 2000),
  sentence_before_uplift text check (char_length(sentence_before_uplift) between 1 and 2000),
  hearing_record_endorsed boolean,
  orders       text[] not null default '{}' check (orders <@ '{RESTRAINING,CRIMINAL_BEHAVIOUR,COMPENSATION,OTHER}'),
  supersedes   text check (supersedes ~ '\S'),
  recorded_by  uuid not null,
  recorded_role text not null references staff_role,
  recorded_at  timestamptz not null,
  xact         xid8 not null default pg_current_xact_id(),
  unique (defendant, number),
  unique (id, referral, agency),
  foreign key (defendant, prosecution, referral) references defendant (id, prosecution, referral) on delete cascade,
  check ((finalisation is null) = (on_day is null)),
  check ((reason is not null) = coalesce(finalisation in ('DISCONTINUED', 'WITHDRAWN', 'NO_EVIDENCE_OFFERED', 'DISMISSED_NO_CASE', 'DISMISSED_AFTER_TRIAL', 'JUDGE_DIRECTED_ACQUITTAL',
                                                          'JURY_ACQUITTAL', 'DISCHARGED'), false)),
  check ((basis is null) = (basis_hostility is null)),
  check (basis is distinct from 'ACCEPTED' or (basis_authorised is not null and basis_consulted is not null)),
  check ((sentenced_on is null) = (sentence is null) and (sentence is null) = (sentence_kind is null)),
  check (sentence is not null or (sentence_before_uplift is null and hearing_record_endorsed is null and orders = '{}')),
  check (finalisation is null or (finalisation in ('GUILTY_PLEA', 'CONVICTED_AFTER_TRIAL', 'PROVED_IN_ABSENCE')) = (sentence is not null)),
  check (number > 1 or supersedes is null)
);
create index court_result_by_day on court_result (agency, on_day);
comment on table court_result is 'What the court made of the case against a defendant: data class D11. Added only; the last of a defendant stands. finalisation: null as long as it is not over; supersedes: why the one before does not stand.';

create table court_finding (
  result    uuid not null,
  referral  uuid not null,
  agency    text not null,
  charge    uuid not null references charge,
  plea      text not null check (plea in ('GUILTY', 'NOT_GUILTY', 'NONE')),
  plea_on   date,
  finding   text check (finding in ('GUILTY', 'NOT_GUILTY', 'NOT_PROCEEDED')),
  found_on  date,
  primary key (result, charge),
  foreign key (result, referral, agency) references court_result (id, referral, agency) on delete cascade,
  check ((plea = 'NONE') = (plea_on is null)),
  check ((finding is null) = (found_on is null)),
  check (found_on >= plea_on),
  check (not (plea = 'GUILTY' and finding is not distinct from 'NOT_GUILTY'))
);
comment on table court_finding is 'Plea and finding on each charge: data class D11.';

create table court_strand (
  result      uuid not null,
  referral    uuid not null,
  agency      text not null,
  strand      text not null check (strand in ('DIS', 'RAC', 'REL', 'SO', 'TG')),
  sentenced_as_hate boolean not null,
  uplift_applied_for text not null check (uplift_applied_for in ('YES', 'NO', 'NOT_APPLICABLE')),
  why         text check (why ~ '\S'),
  uplift_announced boolean not null,
  provision   text,
  primary key (result, strand),
  foreign key (result, referral, agency) references court_result (id, referral, agency) on delete cascade,
  check ((uplift_applied_for = 'YES') = (why is null)),
  check ((uplift_announced or sentenced_as_hate) = (provision is not null))
);
comment on table court_strand is 'What the sentence made of hostility, by strand: data class D11. sentenced_as_hate: that the court found it and said so in open court, a fact of its own that follows neither from recording nor from prosecuting (domain.md 1.2). provision: of uplift_provision, or CDA_29_32 where the offence has it in it.';

do $$
declare t text;
begin
  foreach t in array array['court', 'hearing', 'court_result', 'court_finding', 'court_strand'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy owner_all on %I to concordat_owner using (true) with check (true)', t);
    execute format('grant select on %I to concordat_app', t);
  end loop;
  foreach t in array array['court_result', 'court_finding', 'court_strand'] loop
    execute format('create policy seen on %I for select to concordat_app using (reads_outcome(referral, agency))', t);
    execute format('grant insert on %I to concordat_app', t);
  end loop;
  -- what belongs to a result is written with it and never after
  foreach t in array array['court_finding', 'court_strand'] loop
    execute format('create policy made on %I for insert to concordat_app with check (reviews_file(referral)
      and exists (select from court_result c where c.id = %1$I.result and c.recorded_by = (select caller_subject()) and c.xact = pg_current_xact_id_if_assigned()))', t);
  end loop;
end
$$;
create policy bound_caller on court for select to concordat_app using ((select caller_subject()) is not null);

-- Whether everybody of these is in that file, and the police said that they charged them.
create function all_charged(p_prosecution uuid, p_defendants uuid[]) returns boolean language plpgsql stable security definer set search_path = public, pg_temp as
$$
begin
  return not exists (select from unnest(p_defendants) as w (defendant)
                      where not exists (select from decision_carried_out c join defendant d on d.id = c.defendant
                                         where c.defendant = w.defendant and d.prosecution = p_prosecution and c.kind = 'SUSPECT_CHARGED'
                                           and d.state in ('CHARGE_AUTHORISED', 'PROSECUTION', 'FINALISED')));
end
$$;
revoke execute on function all_charged(uuid, uuid[]) from public;
grant execute on function all_charged(uuid, uuid[]) to concordat_app;

create policy seen on hearing for select to concordat_app
  using (sees(referral, 'D1') and exists (select from prosecution p where p.id = hearing.prosecution));
create policy listed on hearing for insert to concordat_app
  with check (set_by = (select caller_subject()) and set_role = (select caller_role()) and agency = (select caller_agency()) and outcome is null and reviews_file(referral)
              and exists (select from court c where c.code = hearing.court and days(c.valid_from, c.valid_to) @> (hearing.on_day::timestamp at time zone 'Europe/London'))
              and all_charged(prosecution, defendants));
create policy said on hearing for update to concordat_app
  using (outcome is null and reviews_file(referral))
  with check (said_by = (select caller_subject()) and said_role = (select caller_role()) and outcome is not null and on_day <= (now() at time zone 'Europe/London')::date);
grant insert, update (outcome, reason, said_by, said_role, said_at) on hearing to concordat_app;

-- Whether a result of that number may be added: it follows the last one, and one that was final is superseded with a reason.
create function result_follows(p_defendant uuid, p_number integer, p_supersedes text) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$
  select p_number = 1 + coalesce(max(c.number), 0) and (p_supersedes is not null or bool_and(c.finalisation is null) is distinct from false)
    from court_result c where c.defendant = p_defendant
$$;
revoke execute on function result_follows(uuid, integer, text) from public;
grant execute on function result_follows(uuid, integer, text) to concordat_app;

create policy made on court_result for insert to concordat_app
  with check (recorded_by = (select caller_subject()) and recorded_role = (select caller_role()) and agency = (select caller_agency()) and xact = pg_current_xact_id()
              and reviews_file(referral) and all_charged(prosecution, array[defendant]) and result_follows(defendant, number, supersedes));

-- Whether a result recorded in this transaction ends the case against somebody who stands there (domain.md 3.3), told again from the rows that say so.
create function result_bears(p_defendant uuid, p_from text) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$
  select exists (
    select from court_result c
     where c.defendant = p_defendant and c.recorded_by = caller_subject() and c.xact = pg_current_xact_id_if_assigned() and c.finalisation is not null
       and (p_from = 'PROSECUTION' or c.finalisation in ('DISCONTINUED', 'WITHDRAWN', 'NO_EVIDENCE_OFFERED'))
       and (c.sentence is not null) = exists (select from court_finding f where f.result = c.id and f.finding = 'GUILTY')
       and (c.sentence is null
            or ((select k.kind from charging_decision k where k.defendant = c.defendant order by k.number desc limit 1) <> 'CHARGE_THRESHOLD'
                and c.hearing_record_endorsed is not null
                and not exists (select from prosecuted_strand s
                                 where s.decision = (select k.id from charging_decision k where k.defendant = c.defendant order by k.number desc limit 1)
                                   and not exists (select from court_strand t where t.result = c.id and t.strand = s.strand)))))
$$;
revoke execute on function result_bears(uuid, text) from public;
