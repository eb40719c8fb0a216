-- The right to review (domain.md 3.5, 7.2; ADR 39): whoever was told of a decision not to prosecute may ask that it is looked at again. A review is the own D4 of the agency that decided;
-- the state of a defendant follows from it, in its transaction, and from nothing else.

create table victim_review (
  id         uuid primary key,
  referral   uuid not null references referral on delete cascade,
  agency     text not null references agency,
  decision   uuid not null unique,
  event      text not null,
  defendant  uuid references defendant on delete cascade,
  decided_by uuid not null,
  decided_at timestamptz not null,
  told_at    timestamptz not null,
  state      text not null default 'OFFERED'
             check (state in ('OFFERED', 'DECLINED', 'ASKED', 'UPHELD_LOCALLY', 'INDEPENDENT', 'UPHELD', 'OVERTURNED', 'WITHDRAWN')),
  since      timestamptz not null,
  version    integer not null default 1,
  unique (id, referral, agency)
);
comment on table victim_review is 'A decision of which the person harmed was told and that they may have reviewed, and where that stands: the own D4 of the agency that decided. decision: a decision on a file, or the move by which an outcome was recorded. since: of its state, as the person harmed said it. Written by functions alone.';
create index victim_review_by_referral on victim_review (referral, agency);

create table victim_review_move (
  id          uuid primary key,
  review      uuid not null,
  referral    uuid not null,
  agency      text not null,
  move        text not null check (move in ('ASK', 'DECLINE', 'UPHOLD', 'OVERTURN', 'GO_ON', 'WITHDRAW')),
  from_state  text not null,
  to_state    text not null,
  happened_at timestamptz not null,
  late        boolean not null,
  words       text check (words ~ '\S'),
  actor       uuid not null,
  actor_role  text not null references staff_role,
  at          timestamptz not null,
  foreign key (review, referral, agency) references victim_review (id, referral, agency) on delete cascade,
  check ((words is not null) = (move in ('UPHOLD', 'OVERTURN')))
);
comment on table victim_review_move is 'What became of a review, added only: D4 as the review. happened_at: the beginning of the day in London where only that is known. late: asked after the time that they are told, and heard all the same. words: what was decided and why, as it can be read to them.';
create index victim_review_move_by_review on victim_review_move (review, at);
create index victim_review_move_by_referral on victim_review_move (referral);

-- Whether the caller decides such things where the referral was received.
create function decides_review(p_referral uuid) returns boolean language sql stable as
$$
  select exists (select from referral r where r.id = p_referral and r.to_agency = caller_agency() and not r.recalled
                   and r.state in ('ACCEPTED', 'IN_PROGRESS', 'ON_HOLD', 'OUTCOME_RECORDED', 'CLOSED')
                   and (may(r.id, 'outcome.police.record') or may(r.id, 'outcome.cps.record')))
$$;

-- When the time ends in which they are heard: three months after the day on which they were told, and never on a day off.
create function review_latest(p_told timestamptz) returns timestamptz language sql stable security definer set search_path = public, pg_temp as
$$
  select (d.day + 1)::date::timestamp at time zone 'Europe/London'
    from (select ((p_told at time zone 'Europe/London')::date + interval '3 months')::date + n as day from generate_series(0, 30) n) d
   where extract(isodow from d.day) < 6 and not exists (select from bank_holiday h where h.day = d.day)
   order by d.day limit 1
$$;

-- Whoever is told of a decision that can be reviewed is offered that: each decision once. Of a file it is that of each defendant; of a referral without one, the outcome that stands.
create function offer_review() returns trigger language plpgsql security definer set search_path = public, pg_temp as
$$
begin
  if not exists (select from referral_contact c where c.id = new.contact and c.result = 'TOLD') then
    return null; -- whoever was not to be told is offered nothing by it
  end if;
  insert into victim_review (id, referral, agency, decision, event, defendant, decided_by, decided_at, told_at, since)
    select gen_random_uuid(), new.referral, new.agency, c.id, new.event, c.defendant, c.decided_by, c.decided_at, new.done_at, new.done_at
      from charging_decision c
      join defendant d on d.id = c.defendant and d.state = 'NFA'
      join victim_outcome_event e on e.outcome = 'CPS_' || c.kind and e.event = new.event and e.reviewable and days(e.valid_from, e.valid_to) @> c.decided_at
     where c.referral = new.referral and c.agency = new.agency and date_trunc('minute', c.decided_at) <= new.done_at
       and not exists (select from charging_decision x where x.defendant = c.defendant and x.number > c.number)
    on conflict (decision) do nothing;
  insert into victim_review (id, referral, agency, decision, event, decided_by, decided_at, told_at, since)
    select gen_random_uuid(), new.referral, new.agency, m.id, new.event, m.actor, m.at, new.done_at, new.done_at
      from referral_move m
      join referral_feedback f on f.move = m.id
      join victim_outcome_event e on e.outcome = f.reason and e.event = new.event and e.reviewable and days(e.valid_from, e.valid_to) @> m.at
     where m.referral = new.referral and m.agency = new.agency and m.move = 'RECORD_OUTCOME'
       and not exists (select from referral_move x where x.referral = m.referral and x.move = 'RECORD_OUTCOME' and x.at > m.at)
       and not exists (select from charging_decision c where c.referral = new.referral and c.agency = new.agency)
    on conflict (decision) do nothing;
  return null;
end
$$;
create trigger offer_review after insert or update of contact on victim_obligation for each row when (new.contact is not null) execute function offer_review();

-- The state of the defendant on whom it was decided follows, and is in the history of the file.
create function follow_review(p_defendant uuid, p_from text, p_to text, p_at timestamptz) returns void language plpgsql security definer set search_path = public, pg_temp as
$$
declare
  d      defendant;
  v_move text := case when p_to in ('ASKED', 'INDEPENDENT') then 'REQUEST_REVIEW' when p_to in ('UPHELD_LOCALLY', 'UPHELD') then 'UPHOLD'
                      when p_to = 'OVERTURNED' then 'OVERTURN' when p_to = 'WITHDRAWN' and p_from <> 'UPHELD_LOCALLY' then 'WITHDRAW_REVIEW' end;
  v_to   text := case v_move when 'REQUEST_REVIEW' then 'VRR_REQUESTED' when 'UPHOLD' then 'UPHELD' when 'OVERTURN' then 'OVERTURNED' when 'WITHDRAW_REVIEW' then 'NFA' end;
begin
  if v_move is null then
    return;
  end if;
  select * into d from defendant where id = p_defendant for update;
  if d.state not in ('NFA', 'VRR_REQUESTED', 'UPHELD') then
    raise insufficient_privilege using message = 'that decision stands no more';
  end if;
  update defendant set state = v_to, state_since = p_at where id = d.id;
  insert into review_move (id, prosecution, referral, defendant, move, from_state, to_state, actor, actor_role, agency, at)
    values (gen_random_uuid(), d.prosecution, d.referral, d.id, v_move, d.state, v_to, caller_subject(), caller_role(), caller_agency(), p_at);
end
$$;

-- Makes a move of a review, ends the time limit of the one before and opens that of the next. False where it is no move, not the caller's, too late, or somebody was faster.
create function move_review(p_review uuid, p_version integer, p_move text, p_happened timestamptz, p_late boolean, p_words text, p_at timestamptz,
                            p_obligation uuid, p_due timestamptz, p_calendar bigint) returns boolean language plpgsql security definer set search_path = public, pg_temp as
$$
declare
  v      victim_review;
  v_to   text;
  v_rule text := case p_move when 'ASK' then 'REVIEW_LOCAL' when 'GO_ON' then 'REVIEW_INDEPENDENT' when 'UPHOLD' then 'REVIEW_RESULT' when 'OVERTURN' then 'REVIEW_RESULT' end;
begin
  select * into v from victim_review where id = p_review for update;
  select m.t into v_to from (values
    ('OFFERED', 'ASK', 'ASKED'), ('OFFERED', 'DECLINE', 'DECLINED'),
    ('ASKED', 'UPHOLD', 'UPHELD_LOCALLY'), ('ASKED', 'OVERTURN', 'OVERTURNED'), ('ASKED', 'WITHDRAW', 'WITHDRAWN'),
    ('UPHELD_LOCALLY', 'GO_ON', 'INDEPENDENT'), ('UPHELD_LOCALLY', 'WITHDRAW', 'WITHDRAWN'),
    ('INDEPENDENT', 'UPHOLD', 'UPHELD'), ('INDEPENDENT', 'OVERTURN', 'OVERTURNED'), ('INDEPENDENT', 'WITHDRAW', 'WITHDRAWN')) as m (f, move, t)
   where m.f = v.state and m.move = p_move;
  if v_to is null or v.version <> p_version or not sees_obligation(v.referral, v.agency)
     or exists (select from referral r where r.id = v.referral and r.recalled)
     or (p_move in ('UPHOLD', 'OVERTURN')
         and (not decides_review(v.referral) or v.decided_by = caller_subject()
              or exists (select from victim_review_move m where m.review = v.id and m.move in ('UPHOLD', 'OVERTURN') and m.actor = caller_subject())))
     or (p_move not in ('UPHOLD', 'OVERTURN') and not may(v.referral, 'timer.manage'))
     or p_happened > clock_timestamp()
     or (p_happened at time zone 'Europe/London')::date < (v.since at time zone 'Europe/London')::date
     or (p_move = 'ASK' and p_happened >= review_latest(v.told_at)) then
    return false;
  end if;
  perform from referral where id = v.referral for no key update;
  insert into victim_review_move (id, review, referral, agency, move, from_state, to_state, happened_at, late, words, actor, actor_role, at)
    values (gen_random_uuid(), v.id, v.referral, v.agency, p_move, v.state, v_to, p_happened, p_move = 'ASK' and p_late, p_words, caller_subject(), caller_role(), p_at);
  update victim_review set state = v_to, since = p_happened, version = version + 1 where id = v.id;
  update victim_obligation o set done_at = p_at
   where o.referral = v.referral and o.agency = v.agency and o.done_at is null and o.event_at = v.since
     and o.rule = case v.state when 'ASKED' then 'REVIEW_LOCAL' when 'INDEPENDENT' then 'REVIEW_INDEPENDENT' end
     and not exists (select from victim_review x where x.referral = v.referral and x.agency = v.agency and x.state = v.state and x.since = v.since and x.id <> v.id);
  if v_rule is not null then
    insert into victim_obligation (id, referral, agency, rule, event, event_at, entitlement, due_at, calendar)
      select p_obligation, v.referral, v.agency, r.code, r.event, p_happened, 'ENHANCED', p_due, least(p_calendar, calendar_now())
        from victim_rule r where r.code = v_rule and days(r.valid_from, r.valid_to) @> p_happened
      on conflict (referral, agency, rule, event_at) do update set done_at = null, due_at = excluded.due_at where victim_obligation.contact is null;
  end if;
  if v.defendant is not null then
    perform follow_review(v.defendant, v.state, v_to, p_at);
  end if;
  return true;
end
$$;

alter table victim_review enable row level security, force row level security;
alter table victim_review_move enable row level security, force row level security;
create policy owner_all on victim_review to concordat_owner using (true) with check (true);
create policy owner_all on victim_review_move to concordat_owner using (true) with check (true);
create policy seen on victim_review for select to concordat_app using (sees_obligation(referral, agency));
create policy seen on victim_review_move for select to concordat_app using (sees_obligation(referral, agency));
grant select on victim_review, victim_review_move to concordat_app;
revoke execute on function offer_review(), review_latest(timestamptz), follow_review(uuid, text, text, timestamptz),
  move_review(uuid, integer, text, timestamptz, boolean, text, timestamptz, uuid, timestamptz, bigint) from public;
grant execute on function move_review(uuid, integer, text, timestamptz, boolean, text, timestamptz, uuid, timestamptz, bigint) to concordat_app;

-- Whether something is open that the agency which received it owes the person harmed (domain.md 7.2, move 16). Whoever does not see how contact is safe can log none, and waits for none.
create function telling_owed(p_referral uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$
  select sees(p_referral, 'D4') and exists (select from victim_obligation o join referral r on r.id = o.referral where o.referral = p_referral and o.agency = r.to_agency and o.done_at is null)
$$;
revoke execute on function telling_owed(uuid) from public;
grant execute on function telling_owed(uuid) to concordat_app;

-- As before, and not while something is open that the person harmed has to be told, or of which they asked a review.
create or replace function guard_close() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
  if current_user = 'concordat_app' and at_risk(old.id) and worked_on(old.id) then
    raise insufficient_privilege using message = 'somebody else closes what was at risk';
  end if;
  if current_user = 'concordat_app' and outcome_owed(old.id) then
    raise insufficient_privilege using message = 'the person harmed is told first';
  end if;
  if current_user = 'concordat_app' and telling_owed(old.id) then
    raise insufficient_privilege using message = 'the person harmed is still owed something';
  end if;
  return new;
end
$$;
