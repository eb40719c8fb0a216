-- Special measures (Youth Justice and Criminal Evidence Act 1999 ss.16, 17, 23 to 30) and the victim personal statement: what became of them for each person harmed in a file, step by step
-- (ADR 42). The Code sets neither a clock of days.

insert into code_value (list, code, label, applies_to, position, valid_from) values
  ('special-measure', 'SCREEN', 'Screens in court (s.23)', null, 1, '2026-01-01'),
  ('special-measure', 'LIVE_LINK', 'Live link (s.24)', null, 2, '2026-01-01'),
  ('special-measure', 'PRIVATE', 'Evidence in private (s.25)', null, 3, '2026-01-01'),
  ('special-measure', 'NO_WIGS', 'No wigs and gowns (s.26)', null, 4, '2026-01-01'),
  ('special-measure', 'VIDEO_EVIDENCE', 'Recorded evidence in chief (s.27)', null, 5, '2026-01-01'),
  ('special-measure', 'VIDEO_QUESTIONS', 'Recorded cross-examination (s.28)', null, 6, '2026-01-01'),
  ('special-measure', 'INTERMEDIARY', 'Intermediary (s.29)', 'VULNERABLE', 7, '2026-01-01'),
  ('special-measure', 'AIDS', 'Aids to communication (s.30)', 'VULNERABLE', 8, '2026-01-01');

create table witness_care_step (
  id          uuid primary key,
  prosecution uuid not null,
  referral    uuid not null,
  agency      text not null references agency,
  number      integer not null check (number > 0),
  person      integer not null check (person > 0),
  step        text not null check (step in ('ASSESSED', 'WANTED', 'NOT_WANTED', 'APPLIED', 'GRANTED', 'REFUSED',
                                            'STATEMENT_OFFERED', 'STATEMENT_DECLINED', 'STATEMENT_MADE', 'STATEMENT_UPDATED', 'STATEMENT_WISH', 'STATEMENT_IN_COURT')),
  on_day      date not null,
  ground      text check (ground in ('VULNERABLE', 'INTIMIDATED', 'BOTH', 'NEITHER')),
  measures    text[] not null default '{}',
  wish        text check (wish in ('READ_BY_THEM', 'READ_FOR_THEM', 'PLAYED', 'NOT_READ')),
  words       text check (words ~ '\S'),
  said_by     uuid not null,
  said_role   text not null references staff_role,
  said_at     timestamptz not null,
  unique (prosecution, agency, number),
  foreign key (prosecution, referral) references prosecution (id, referral) on delete cascade,
  check ((ground is not null) = (step = 'ASSESSED')),
  check ((measures <> '{}') = (step in ('WANTED', 'APPLIED', 'GRANTED', 'REFUSED'))),
  check ((wish is not null) = (step = 'STATEMENT_WISH')),
  check (step not in ('ASSESSED', 'REFUSED') or words is not null)
);
comment on table witness_care_step is 'What became of special measures and of the personal statement of each person harmed: data class D4, added only. person: 1 is the person of the referral, the others as file_victim. number: the how-manieth that the agency wrote down. ground: s.16 vulnerable, s.17 intimidated; words say why.';
create index witness_care_step_by_referral on witness_care_step (referral);

-- Whether a step can follow what that person's agency wrote down so far, as it sees it (domain.md 3.5, MG2): nobody has a measure who was not found eligible, none is granted that nobody applied for.
create function care_follows(p_prosecution uuid, p_person integer, p_step text, p_on date, p_measures text[]) returns boolean language sql stable as
$$
  select case
    when p_step in ('ASSESSED', 'STATEMENT_OFFERED') then true
    when p_step in ('WANTED', 'NOT_WANTED')
      then exists (select from witness_care_step s where s.prosecution = p_prosecution and s.person = p_person and s.step = 'ASSESSED' and s.ground <> 'NEITHER' and s.on_day <= p_on)
           and not exists (select from unnest(p_measures) m join code_value c on c.list = 'special-measure' and c.code = m and c.applies_to = 'VULNERABLE'
                            where not exists (select from witness_care_step s where s.prosecution = p_prosecution and s.person = p_person and s.ground in ('VULNERABLE', 'BOTH')))
    when p_step in ('APPLIED', 'GRANTED', 'REFUSED')
      then not exists (select from unnest(p_measures) m
                        where not exists (select from witness_care_step s where s.prosecution = p_prosecution and s.person = p_person and m = any (s.measures) and s.on_day <= p_on
                                             and s.step = case p_step when 'APPLIED' then 'WANTED' else 'APPLIED' end))
    else exists (select from witness_care_step s where s.prosecution = p_prosecution and s.person = p_person and s.on_day <= p_on
                    and s.step = case when p_step in ('STATEMENT_DECLINED', 'STATEMENT_MADE') then 'STATEMENT_OFFERED' else 'STATEMENT_MADE' end) end
$$;

-- Whoever something was written down of stays in the file: their number is never another's.
create function care_of(p_prosecution uuid, p_person integer) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$
  select exists (select from witness_care_step s join prosecution p on p.id = s.prosecution where s.prosecution = p_prosecution and s.person = p_person and prepares(p.referral))
$$;
revoke execute on function care_of(uuid, integer) from public;
grant execute on function care_of(uuid, integer) to concordat_app;
create policy with_care on file_victim as restrictive for delete to concordat_app using (not care_of(prosecution, number));

alter table witness_care_step enable row level security, force row level security;
create policy owner_all on witness_care_step to concordat_owner using (true) with check (true);
-- what the police wrote down goes with the file; what prosecutors did comes back as feedback does
create policy seen on witness_care_step for select to concordat_app
  using (sees(referral, 'D4') and exists (select from prosecution p where p.id = witness_care_step.prosecution)
         and (agency = (select caller_agency()) or sees(referral, 'D16') or exists (select from referral r where r.id = witness_care_step.referral and r.from_agency = witness_care_step.agency)));
create policy said on witness_care_step for insert to concordat_app
  with check (said_by = (select caller_subject()) and said_role = (select caller_role()) and agency = (select caller_agency())
              and sees(referral, 'D4') and may(referral, 'timer.manage') and on_day <= (now() at time zone 'Europe/London')::date
              and exists (select from referral r where r.id = witness_care_step.referral and not r.recalled and is_open(r.state)
                             and (select caller_agency()) in (r.from_agency, r.to_agency))
              and exists (select from prosecution p where p.id = witness_care_step.prosecution)
              and (person = 1 or exists (select from file_victim v where v.prosecution = witness_care_step.prosecution and v.number = witness_care_step.person))
              and care_follows(prosecution, person, step, on_day, measures));
grant select, insert on witness_care_step to concordat_app;
