-- What prosecutors make of a file (domain.md 3.1, 7.2; ADR 36): the review of each defendant, the tests of the Code step by step, hostility by limb and strand, the decision, and what the
-- police are told. Advice is the CPS's own (D10); decision and action plan are its masked form, which the police read as far as an agreement lets feedback back.

-- Whether the caller takes in the file of that referral where it arrived.
create function triages_file(p_referral uuid) returns boolean language sql stable as
$$
  select exists (select from referral r where r.id = p_referral and r.to_agency = caller_agency() and r.state in ('RECEIVED', 'INFO_REQUESTED', 'ACCEPTED', 'IN_PROGRESS', 'OUTCOME_RECORDED')
                   and may(r.id, 'referral.decide'))
     and exists (select from role_permission p where p.role = caller_role() and p.action = 'file.triage' and days(p.valid_from, p.valid_to) @> now())
$$;

-- Whether the caller reviews it: the prosecutor to whom the referral is assigned, until it is closed.
create function reviews_file(p_referral uuid) returns boolean language sql stable as
$$
  select exists (select from referral r where r.id = p_referral and r.to_agency = caller_agency() and r.state in ('ACCEPTED', 'IN_PROGRESS', 'OUTCOME_RECORDED')
                     and may(r.id, 'outcome.cps.record'))
     and exists (select from role_permission p where p.role = caller_role() and p.action = 'review.decide' and days(p.valid_from, p.valid_to) @> now())
$$;

-- Whether the caller sees the advice of that agency on it: neither an emergency nor a grant opens it, only a part of their own in the record does.
create function sees_advice(p_referral uuid, p_agency text) returns boolean language sql stable as
$$
  select sees_casework(p_referral, p_agency, 'D10')
     and exists (select from visibility v where v.record = p_referral and v.viewer = any ((select caller_viewers())::text[]) and v.valid @> now()
                    and 'D1' = any (v.data_classes) and v.source not in ('grant', 'break-glass'))
$$;

-- Whether the caller reads what that agency decided on it: those who see the advice, and the police who see its masked form, where an agreement lets feedback back.
create function reads_decision(p_referral uuid, p_agency text) returns boolean language sql stable as
$$
  select sees_advice(p_referral, p_agency)
      or (exists (select from referral r where r.id = p_referral and r.from_agency = caller_agency() and r.to_agency = p_agency)
          and sees(p_referral, 'D10:M') and sees(p_referral, 'D16'))
$$;

-- Which decision it was, and so by which test, is told with the decision; that one was made stands with the defendant.
create policy seen on review_move for select to concordat_app
  using (sees(referral, 'D1') and exists (select from prosecution p where p.id = review_move.prosecution)
         and (move not in ('CHARGE_FULL_CODE', 'CHARGE_THRESHOLD', 'NFA_EVIDENTIAL', 'NFA_PUBLIC_INTEREST', 'OUT_OF_COURT_DISPOSAL', 'ADMIN_FINALISED',
                           'APPLY_FULL_CODE')
              or reads_decision(referral, agency)));

-- The states that the review of somebody came to, for whoever sees where it stands: which decision brought it there stands in the rows themselves.
create function review_steps(p_referrals uuid[])
  returns table (id uuid, referral uuid, defendant uuid, to_state text, at timestamptz, agency text, actor_role text)
  language sql stable security definer set search_path = public, pg_temp as
$$
  select m.id, m.referral, m.defendant, m.to_state, m.at, m.agency, m.actor_role
    from review_move m join prosecution p on p.id = m.prosecution join defendant d on d.id = m.defendant
   where m.referral = any (p_referrals) and sees(m.referral, 'D1')
     and (p.agency = caller_agency() or (p.submitted_at is not null and d.state <> 'PREPARING'))
$$;
revoke execute on function review_steps(uuid[]) from public;
grant execute on function review_steps(uuid[]) to concordat_app;

create table charging_decision (
  id          uuid primary key,
  prosecution uuid not null,
  referral    uuid not null,
  agency      text not null references agency,
  defendant   uuid not null,
  number      integer not null check (number > 0),
  kind        text not null check (kind in ('CHARGE_FULL_CODE', 'CHARGE_THRESHOLD', 'NFA_EVIDENTIAL', 'NFA_PUBLIC_INTEREST', 'OUT_OF_COURT_DISPOSAL', 'ADMIN_FINALISED',
                'APPLY_FULL_CODE')),
  told        text not null check (told ~ '\S'),
  decided_by  uuid not null,
  decided_role text not null references staff_role,
  decided_at  timestamptz not null,
  xact        xid8 not null default pg_current_xact_id(),
  unique (defendant, number),
  unique (id, referral, agency),
  foreign key (defendant, prosecution, referral) references defendant (id, prosecution, referral) on delete cascade
);
comment on table charging_decision is 'Decisions on a defendant, the last of which stands: masked D10. told: the reasons in the words that the police read; the advice behind them stands elsewhere.';

create table authorised_charge (
  decision uuid not null,
  referral uuid not null,
  agency   text not null,
  charge   uuid not null references charge,
  primary key (decision, charge),
  foreign key (decision, referral, agency) references charging_decision (id, referral, agency) on delete cascade
);
comment on table authorised_charge is 'Which of the proposed charges a decision authorises: masked D10.';

create table prosecuted_strand (
  decision uuid not null,
  referral uuid not null,
  agency   text not null,
  strand   text not null check (strand in ('DIS', 'RAC', 'REL', 'SO', 'TG')),
  provable text not null check (provable in ('DEMONSTRATED', 'MOTIVATED', 'BOTH', 'NEITHER')),
  primary key (decision, strand),
  foreign key (decision, referral, agency) references charging_decision (id, referral, agency) on delete cascade
);
comment on table prosecuted_strand is 'On which strands somebody is prosecuted as hate, and by which limb; NEITHER: the flag is kept, hostility cannot be proved. Masked D10. Neither recorded nor sentenced as hate follows from it.';

create table code_test (
  decision         uuid primary key,
  referral         uuid not null,
  agency           text not null,
  test             text not null check (test in ('FULL_CODE', 'THRESHOLD')),
  evidential       text not null check (evidential ~ '\S'),
  evidential_met   boolean not null,
  public_interest  text check (public_interest ~ '\S'),
  interest_met     boolean,
  conditions       text[] not null default '{}',
  no_alternative   text check (no_alternative ~ '\S'),
  foreign key (decision, referral, agency) references charging_decision (id, referral, agency) on delete cascade,
  check ((public_interest is null) = (interest_met is null)),
  check (test = 'THRESHOLD' or evidential_met or interest_met is null),
  check (test = 'THRESHOLD' or conditions = '{}')
);
comment on table code_test is 'The Full Code Test or the Threshold Test behind a decision, step by step: advice, data class D10. The public interest is weighed only where the evidence is enough; conditions: which of the Threshold Test''s are met; no_alternative: why an aggravated charge goes without its basic alternative.';

create table hostility_test (
  decision uuid not null,
  referral uuid not null,
  agency   text not null,
  strand   text not null check (strand in ('DIS', 'RAC', 'REL', 'SO', 'TG')),
  limb     text not null check (limb in ('DEMONSTRATED', 'MOTIVATED')),
  provable boolean not null,
  analysis text not null check (analysis ~ '\S'),
  primary key (decision, strand, limb),
  foreign key (decision, referral, agency) references charging_decision (id, referral, agency) on delete cascade
);
comment on table hostility_test is 'Whether hostility can be proved, by strand and limb, and why: advice, data class D10.';

create table action_item (
  id          uuid primary key,
  prosecution uuid not null,
  referral    uuid not null,
  agency      text not null references agency,
  move        text not null check (move in ('SEND_BACK', 'EARLY_ADVICE', 'ACTION_PLAN', 'PENDING_RESPONSE_FURTHER_INVESTIGATION')),
  number      integer not null check (number > 0),
  item        text,
  words       text not null check (words ~ '\S'),
  due_on      date,
  asked_by    uuid not null,
  asked_at    timestamptz not null,
  done        text check (done ~ '\S'),
  done_by     uuid,
  done_at     timestamptz,
  unique (prosecution, number),
  foreign key (prosecution, referral) references prosecution (id, referral) on delete cascade,
  check ((done is null) = (done_by is null) and (done is null) = (done_at is null)),
  check (move <> 'ACTION_PLAN' or due_on is not null)
);
comment on table action_item is 'What prosecutors ask of the police: what lacks in a file that went back, advice, the action plan. Masked D10. item: what of the checklist it is; done: what the police answer.';

create table attorney_consent (
  prosecution uuid primary key,
  referral    uuid not null,
  agency      text not null references agency,
  status      text not null check (status in ('REQUESTED', 'GRANTED', 'REFUSED')),
  on_day      date not null,
  changed_by  uuid not null,
  changed_at  timestamptz not null,
  foreign key (prosecution, referral) references prosecution (id, referral) on delete cascade
);
comment on table attorney_consent is 'Where the consent of the Attorney General stands, without which some offences are not charged: masked D10.';

do $$
declare t text;
begin
  foreach t in array array['charging_decision', 'authorised_charge', 'prosecuted_strand', 'code_test', 'hostility_test', 'action_item', 'attorney_consent'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy owner_all on %I to concordat_owner using (true) with check (true)', t);
    execute format('grant select, insert on %I to concordat_app', t);
  end loop;
  foreach t in array array['charging_decision', 'authorised_charge', 'prosecuted_strand', 'action_item', 'attorney_consent'] loop
    execute format('create policy seen on %I for select to concordat_app using (reads_decision(referral, agency))', t);
  end loop;
  foreach t in array array['code_test', 'hostility_test'] loop
    execute format('create policy seen on %I for select to concordat_app using (sees_advice(referral, agency))', t);
  end loop;
  -- what belongs to a decision is written with it and never after
  foreach t in array array['authorised_charge', 'prosecuted_strand', 'code_test', 'hostility_test'] loop
    execute format('create policy made on %I for insert to concordat_app with check (reviews_file(referral)
      and exists (select from charging_decision c where c.id = %1$I.decision and c.decided_by = (select caller_subject()) and c.xact = pg_current_xact_id_if_assigned()))', t);
  end loop;
end
$$;
create policy made on charging_decision for insert to concordat_app
  with check (decided_by = (select caller_subject()) and decided_role = (select caller_role()) and agency = (select caller_agency()) and xact = pg_current_xact_id()
              and reviews_file(referral) and exists (select from defendant d where d.id = charging_decision.defendant));
create policy asked on action_item for insert to concordat_app
  with check (asked_by = (select caller_subject()) and agency = (select caller_agency()) and done is null
              and case move when 'SEND_BACK' then triages_file(referral) else reviews_file(referral) end);
create policy answered on action_item for update to concordat_app
  using (done is null and prepares(referral) and with_police(prosecution)) with check (done_by = (select caller_subject()));
create policy asked on attorney_consent for insert to concordat_app
  with check (status = 'REQUESTED' and changed_by = (select caller_subject()) and agency = (select caller_agency()) and reviews_file(referral));
create policy changed on attorney_consent for update to concordat_app
  using (reviews_file(referral)) with check (changed_by = (select caller_subject()) and agency = (select caller_agency()));
grant update (done, done_by, done_at) on action_item to concordat_app;
grant update (status, on_day, changed_by, changed_at) on attorney_consent to concordat_app;

create policy moved on defendant for update to concordat_app
  using (prepares(referral) or triages_file(referral) or reviews_file(referral))
  with check (prepares(referral) or triages_file(referral) or reviews_file(referral));
grant update (state, state_since, decided_by) on defendant to concordat_app;
create policy made on review_move for insert to concordat_app
  with check (actor = (select caller_subject()) and actor_role = (select caller_role()) and agency = (select caller_agency())
              and exists (select from defendant d where d.id = review_move.defendant and d.state = review_move.to_state and d.state_since = review_move.at)
              and (prepares(referral) or triages_file(referral) or reviews_file(referral)));
grant insert on review_move to concordat_app;

-- Whether a file holds what it cannot be submitted without: what is core of the checklist, somebody who is suspected, and for each of them who lies with the police a charge where a decision on
-- one is asked for.
create function file_complete(p_prosecution uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$
  select p.urn is not null
     and not exists (select from file_item i where i.core and days(i.valid_from, i.valid_to) @> now()
                        and not exists (select from file_answer a where a.prosecution = p.id and a.item = i.code and a.status = 'THERE'))
     and exists (select from defendant d where d.prosecution = p.id)
     and not exists (select from defendant d where d.prosecution = p.id
                        and (not exists (select from defendant_identity n where n.defendant = d.id)
                             or (p.kind = 'CHARGING_DECISION' and d.state in ('PREPARING', 'INADEQUATE', 'EARLY_ADVICE', 'ACTION_PLAN', 'PENDING')
                                 and not exists (select from charge c where c.defendant = d.id))))
    from prosecution p where p.id = p_prosecution
$$;
revoke execute on function file_complete(uuid) from public;

-- Whether something that prosecutors asked was not answered yet, for whoever puts the file together: also where no agreement lets them read any more what it is.
create function unanswered(p_prosecution uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$
  select exists (select from prosecution p join action_item a on a.prosecution = p.id where p.id = p_prosecution and a.done is null and prepares(p.referral))
$$;
revoke execute on function unanswered(uuid) from public;
grant execute on function unanswered(uuid) to concordat_app;

-- Whether a decision made in this transaction bears the state it leads to (domain.md 3.1), told again from the rows that say why.
create function decision_bears(p_defendant uuid, p_state text) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$
  select exists (
    select from charging_decision c join defendant d on d.id = c.defendant left join code_test t on t.decision = c.id
     where c.defendant = p_defendant and c.decided_by = caller_subject() and c.xact = pg_current_xact_id_if_assigned()
       and case c.kind
         when 'CHARGE_FULL_CODE' then p_state = 'CHARGE_AUTHORISED' and d.state <> p_state and t.test = 'FULL_CODE' and t.evidential_met and t.interest_met
         when 'CHARGE_THRESHOLD' then p_state = 'CHARGE_AUTHORISED' and d.state <> p_state and t.test = 'THRESHOLD' and not t.evidential_met and t.interest_met
                                  and t.conditions @> '{REASONABLE_SUSPICION,FURTHER_EVIDENCE,SERIOUSNESS,BAIL_OBJECTION,PUBLIC_INTEREST}'
         when 'NFA_EVIDENTIAL' then p_state = 'NFA' and t.test = 'FULL_CODE' and not t.evidential_met
         when 'NFA_PUBLIC_INTEREST' then p_state = 'NFA' and t.test = 'FULL_CODE' and t.evidential_met and not t.interest_met
         when 'OUT_OF_COURT_DISPOSAL' then p_state = 'OUT_OF_COURT' and t.test = 'FULL_CODE' and t.evidential_met and t.interest_met is not null
         when 'ADMIN_FINALISED' then p_state = 'ADMIN_FINALISED' and t.decision is null and not exists (select from hostility_test h where h.decision = c.id)
         when 'APPLY_FULL_CODE' then p_state in ('CHARGE_AUTHORISED', 'PROSECUTION') and d.state = p_state and t.test = 'FULL_CODE' and t.evidential_met and t.interest_met
                                 and (select b.kind from charging_decision b where b.defendant = c.defendant and b.number = c.number - 1) = 'CHARGE_THRESHOLD' end
       and not exists (select from prosecuted_strand s where s.decision = c.id
                          and ((select count(*) from hostility_test h where h.decision = c.id and h.strand = s.strand) <> 2
                               or s.provable is distinct from (
                                 select case when bool_and(h.provable) then 'BOTH' when not bool_or(h.provable) then 'NEITHER'
                                             else max(h.limb) filter (where h.provable) end
                                   from hostility_test h where h.decision = c.id and h.strand = s.strand)))
       and (p_state in ('CHARGE_AUTHORISED', 'PROSECUTION') or not exists (select from authorised_charge a where a.decision = c.id))
       and (p_state not in ('CHARGE_AUTHORISED', 'PROSECUTION')
            or (exists (select from authorised_charge a where a.decision = c.id)
                and not exists (select from authorised_charge a join charge g on g.id = a.charge where a.decision = c.id
                  and (g.defendant <> c.defendant
                       or (g.strands = '{}' and exists (select from aggravation x where x.aggravated = g.offence))
                       or (g.strands <> '{}' and t.no_alternative is null
                           and not exists (select from authorised_charge b join charge y on y.id = b.charge where b.decision = c.id and y.alternative = g.number))
                       or not exists (select from offence o where o.code = g.offence and o.valid_from <= g.first_day and (o.valid_to is null or o.valid_to >= g.last_day)
                            and (o.limit_months is null or c.kind = 'APPLY_FULL_CODE' or (now() at time zone 'Europe/London')::date <= (g.last_day + make_interval(months => o.limit_months))::date)
                            and (o.consent is null or exists (select from attorney_consent k where k.prosecution = c.prosecution and k.status = 'GRANTED')))
                       or exists (select from unnest(g.strands) s where not exists (select from aggravation x where x.aggravated = g.offence and x.strand = s
                                     and x.commenced <= g.first_day and (x.ended is null or x.ended >= g.last_day))
                                   or not exists (select from prosecuted_strand q where q.decision = c.id and q.strand = s and q.provable <> 'NEITHER')))))))
$$;
revoke execute on function decision_bears(uuid, text) from public;

-- The review machine told again (domain.md 7.2): from, to, and who makes the move. What follows from the victim's right to review is nobody's to write here (ADR 39).
create function guard_review() returns trigger language plpgsql security definer set search_path = public, pg_temp as
$$
declare
  v_who text;
begin
  -- the Full Code Test that follows a charge by the Threshold Test leaves them where they stand
  if old.state = new.state and old.state in ('CHARGE_AUTHORISED', 'PROSECUTION') and new.state_since = old.state_since and new.decided_by = caller_subject()
     and reviews_file(old.referral) and decision_bears(old.id, old.state) then
    return new;
  end if;
  if old.state = new.state then
    raise insufficient_privilege using message = 'that is no move of a review';
  end if;
  select m.who into v_who from (values
    ('PREPARING', 'REFERRED', 'police'),
    ('REFERRED', 'INADEQUATE', 'unit'), ('REFERRED', 'TRIAGED', 'unit'),
    ('TRIAGED', 'UNDER_REVIEW', 'reviewer'), ('RESUBMITTED', 'UNDER_REVIEW', 'reviewer'), ('OVERTURNED', 'UNDER_REVIEW', 'reviewer'),
    ('INADEQUATE', 'RESUBMITTED', 'police'), ('EARLY_ADVICE', 'RESUBMITTED', 'police'), ('ACTION_PLAN', 'RESUBMITTED', 'police'), ('PENDING', 'RESUBMITTED', 'police'),
    ('UNDER_REVIEW', 'EARLY_ADVICE', 'reviewer'), ('UNDER_REVIEW', 'ACTION_PLAN', 'reviewer'), ('UNDER_REVIEW', 'PENDING', 'reviewer'),
    ('UNDER_REVIEW', 'CHARGE_AUTHORISED', 'reviewer'), ('OVERTURNED', 'CHARGE_AUTHORISED', 'reviewer'),
    ('UNDER_REVIEW', 'NFA', 'reviewer'), ('UNDER_REVIEW', 'OUT_OF_COURT', 'reviewer'),
    ('UNDER_REVIEW', 'ADMIN_FINALISED', 'reviewer'), ('INADEQUATE', 'ADMIN_FINALISED', 'reviewer'), ('EARLY_ADVICE', 'ADMIN_FINALISED', 'reviewer'),
    ('ACTION_PLAN', 'ADMIN_FINALISED', 'reviewer'), ('PENDING', 'ADMIN_FINALISED', 'reviewer'),
    ('CHARGE_AUTHORISED', 'PROSECUTION', 'reviewer'), ('PROSECUTION', 'FINALISED', 'reviewer'), ('CHARGE_AUTHORISED', 'FINALISED', 'reviewer')) as m (f, t, who)
   where m.f = old.state and m.t = new.state;
  if v_who is null
     or new.state_since not between now() - interval '1 minute' and now() + interval '1 minute'
     or (v_who = 'police' and not (prepares(old.referral) and file_complete(old.prosecution)
                                   and exists (select from referral r where r.id = old.referral and r.state <> 'DRAFT')))
     or (v_who = 'unit' and not triages_file(old.referral))
     or (v_who = 'reviewer' and not reviews_file(old.referral))
     or (new.state = 'RESUBMITTED' and exists (select from action_item a where a.prosecution = old.prosecution and a.done is null))
     or (new.state in ('INADEQUATE', 'EARLY_ADVICE', 'ACTION_PLAN', 'PENDING')
         and not exists (select from action_item a where a.prosecution = old.prosecution and a.done is null))
     or (new.state in ('CHARGE_AUTHORISED', 'NFA', 'OUT_OF_COURT', 'ADMIN_FINALISED') and not decision_bears(old.id, new.state))
     or (new.state = 'PROSECUTION' and not (all_charged(old.prosecution, array[old.id]) and exists (select from hearing h where h.prosecution = old.prosecution and old.id = any (h.defendants))))
     or (new.state = 'FINALISED' and not (all_charged(old.prosecution, array[old.id]) and result_bears(old.id, old.state)))
     or new.decided_by is distinct from
        (case when new.state in ('CHARGE_AUTHORISED', 'NFA', 'OUT_OF_COURT', 'ADMIN_FINALISED') then caller_subject() else old.decided_by end) then
    raise insufficient_privilege using message = 'that is no move of a review';
  end if;
  return new;
end
$$;
create trigger guard before update on defendant for each row when (current_user = 'concordat_app') execute function guard_review();

-- No move without its line in the history.
create function guard_history() returns trigger language plpgsql security definer set search_path = public, pg_temp as
$$
begin
  if not exists (select from review_move m where m.defendant = new.id and m.at = new.state_since and m.from_state = old.state and m.to_state = new.state) then
    raise insufficient_privilege using message = 'that move of a review was not written down';
  end if;
  return null;
end
$$;
create constraint trigger history after update on defendant deferrable initially deferred
  for each row when (current_user = 'concordat_app' and old.state is distinct from new.state) execute function guard_history();

-- No decision without the move that it is: what stands is the last decision, and where the review of them stands follows from it.
create function guard_decision() returns trigger language plpgsql security definer set search_path = public, pg_temp as
$$
begin
  if not exists (select from defendant d where d.id = new.defendant and d.decided_by = new.decided_by
                    and case new.kind
                      when 'APPLY_FULL_CODE' then decision_bears(d.id, d.state)
                      else exists (select from review_move m where m.defendant = d.id and m.move = new.kind and m.actor = new.decided_by and m.to_state = d.state
                                      and m.at = d.state_since and m.at between now() - interval '1 minute' and now() + interval '1 minute') end) then
    raise insufficient_privilege using message = 'that decision leads nowhere';
  end if;
  return null;
end
$$;
create constraint trigger decided after insert on charging_decision deferrable initially deferred
  for each row when (current_user = 'concordat_app') execute function guard_decision();

-- A file reaches prosecutors when it lacks nothing and its referral was sent, and is never taken back from them.
create function guard_file() returns trigger language plpgsql security definer set search_path = public, pg_temp as
$$
begin
  if old.submitted_at is not null or not file_complete(old.id) or exists (select from referral r where r.id = old.referral and r.state = 'DRAFT') then
    raise insufficient_privilege using message = 'that file is not submitted so';
  end if;
  return new;
end
$$;
create trigger guard before update on prosecution for each row
  when (current_user = 'concordat_app' and new.submitted_at is distinct from old.submitted_at) execute function guard_file();
