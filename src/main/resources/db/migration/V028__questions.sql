-- Questions about a referral: asked by whoever decides on it, answered by the agency that sent it; the clock of the decision stands still meanwhile.

insert into code_value (list, code, label, hint, applies_to, position, valid_from) values
  ('reject-reason', 'INSUFFICIENT_INFORMATION', 'Not enough information', 'Only after you have asked for it', 'AFTER_QUESTION', 8, '2026-01-01');
comment on table code_value is 'Dated pick lists. applies_to: a regime (legal lists), AFTER_QUESTION (only once something was asked), or null for all.';

create table info_request (
  id       uuid primary key,
  referral uuid not null references referral on delete cascade,
  asked    uuid not null unique references referral_move on delete cascade,
  due_on   date not null,
  status   text not null default 'OPEN' check (status in ('OPEN', 'ANSWERED', 'EXPIRED', 'DROPPED')),
  closed   uuid unique references referral_move on delete cascade,
  check ((status = 'OPEN') = (closed is null))
);
comment on table info_request is 'Questions about a referral: data class D1. What is asked is said with the move that asks (D16); what is answered is in info_answer (D5).';
create unique index info_request_open on info_request (referral) where status = 'OPEN';
create index info_request_by_referral on info_request (referral);

create table info_answer (
  info_request uuid primary key references info_request on delete cascade,
  referral     uuid not null references referral on delete cascade,
  answer       text not null
);
comment on table info_answer is 'What the sender answers: it belongs to the account, data class D5.';

alter table info_request enable row level security, force row level security;
alter table info_answer enable row level security, force row level security;
create policy owner_all on info_request to concordat_owner using (true) with check (true);
create policy owner_all on info_answer to concordat_owner using (true) with check (true);
create policy seen on info_request for select to concordat_app using (sees(referral, 'D1'));
create policy asked on info_request for insert to concordat_app
  with check (may(referral, 'referral.decide') and status = 'OPEN'
              and exists (select from referral_move m where m.id = info_request.asked and m.referral = info_request.referral and m.move = 'ASK'
                            and m.actor = (select caller_subject())));
create policy closed on info_request for update to concordat_app using (sees(referral, 'D1') and status = 'OPEN' and may(referral, 'referral.follow'))
  with check (may(referral, 'referral.follow')
              and exists (select from referral_move m where m.id = info_request.closed and m.referral = info_request.referral
                            and m.actor = (select caller_subject())
                            and m.move = case status when 'ANSWERED' then 'ANSWER' when 'DROPPED' then 'WITHDRAW' end));
create policy seen on info_answer for select to concordat_app using (sees(referral, 'D5'));
create policy given on info_answer for insert to concordat_app
  with check (may(referral, 'referral.follow') and sees(referral, 'D5')
              and exists (select from info_request q join referral_move m on m.id = q.closed
                           where q.id = info_answer.info_request and q.referral = info_answer.referral and m.actor = (select caller_subject())));
grant select, insert on info_request, info_answer to concordat_app;
grant update (status, closed) on info_request to concordat_app;

-- As before, and questions and answers.
create or replace function guard_referral() returns trigger language plpgsql set search_path = public, pg_temp as
$$
declare
  v_move    text := old.state || ' ' || new.state;
  v_side    text := case when caller_agency() = old.from_agency then 'SENDER' when caller_agency() = old.to_agency then 'RECEIVER' end;
  v_actions text[] := case
    when old.state = new.state and new.restricted <> old.restricted then '{restricted.flag}'::text[]
    when v_move = 'DRAFT DRAFT' then '{referral.amend}'
    when v_move = 'DRAFT SUBMITTED' and v_side = 'SENDER' then '{referral.submit}'
    when v_move in ('SUBMITTED WITHDRAWN', 'RECEIVED WITHDRAWN', 'INFO_REQUESTED WITHDRAWN', 'INFO_REQUESTED RECEIVED') and v_side = 'SENDER' then '{referral.follow}'
    when v_side is distinct from 'RECEIVER' then null
    when v_move = 'SUBMITTED RECEIVED' then '{referral.acknowledge}'
    when v_move in ('RECEIVED ACCEPTED', 'RECEIVED REJECTED', 'RECEIVED INFO_REQUESTED') then '{referral.decide}'
    when v_move = 'ACCEPTED IN_PROGRESS' then '{referral.work}'
    when v_move in ('IN_PROGRESS ON_HOLD', 'ON_HOLD IN_PROGRESS') then '{referral.work,referral.assign}'
    when old.state = new.state and new.assignee <> old.assignee and old.state in ('ACCEPTED', 'IN_PROGRESS', 'ON_HOLD', 'OUTCOME_RECORDED')
      then '{referral.assign}' end;
begin
  if current_user = 'concordat_app' and (v_actions is null
      or (new.id, new.reference, new.from_agency, new.owner, new.owner_role, new.created_at)
         is distinct from (old.id, old.reference, old.from_agency, old.owner, old.owner_role, old.created_at)
      or not (exists (select from unnest(v_actions) action where may(old.id, action))
              or (v_actions = '{referral.amend}' and caller_subject() = old.owner and sees(old.id, 'D1')))) then
    raise insufficient_privilege using message = 'this change of a referral is not the caller''s to make';
  end if;
  return new;
end
$$;

create or replace function tell_of_move() returns trigger language plpgsql security definer set search_path = public, pg_temp as
$$
declare
  r referral;
begin
  select * into r from referral where id = new.referral;
  insert into notice (viewer, kind, reference, about)
    select told.viewer, told.kind, r.reference, r.id from (
      select doers(r.id, 'referral.acknowledge'), 'REFERRAL_WITHDRAWN' where new.move = 'WITHDRAW'
      union select doers(r.id, 'referral.follow'), 'REFERRAL_QUESTIONED' where new.move = 'ASK'
      union select doers(r.id, 'referral.decide'), 'REFERRAL_ANSWERED' where new.move = 'ANSWER'
      union select '#' || r.assignee, 'REFERRAL_GIVEN' where new.move in ('ACCEPT', 'ASSIGN') and r.assignee <> new.actor
      union select '#' || former.assignee, 'REFERRAL_GIVEN_AWAY' from (
              select a.assignee from referral_assignment a where a.referral = r.id and a.ended_at is not null order by a.ended_at desc limit 1) former
             where new.move = 'ASSIGN' and former.assignee not in (new.actor, r.assignee)) told (viewer, kind);
  return null;
end
$$;
