-- The timeline says when a measure of the safety plan was added, and in which role, however often it is changed afterwards. The database keeps it: nobody
-- says it and nobody changes it. Of those that were changed before this, nobody knows it any more: both are empty.
alter table plan_measure add column added_role text references staff_role, add column added_at timestamptz;
update plan_measure set added_role = changed_role, added_at = changed_at where version = 1;

create function keep_added() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
  new.added_role := new.changed_role;
  new.added_at := new.changed_at;
  return new;
end
$$;
create trigger keep_added before insert on plan_measure for each row execute function keep_added();
revoke execute on function keep_added() from public;

-- The timeline asks for those of before too.
create index contact_officer_by_referral on contact_officer (referral, since);

-- Whether the caller's agency, which received it, still owes the person harmed to be told what came of it, or to say why they are not told (domain.md 7.2,
-- moves 15 and 16). Whoever was told since the work began, or was opened again last, was told; why somebody is not told can be said only of an outcome that
-- is recorded. When it was is known by the minute, when it was logged exactly. Whoever does not see how contact is safe (D4) does not contact them, and
-- owes it to nobody.
create function outcome_owed(p_record uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$
  select sees(p_record, 'D4')
     and not exists (select from referral_contact c join referral r on r.id = c.referral
                      where c.referral = p_record and c.agency = r.to_agency and c.kind = 'OUTCOME' and c.result in ('TOLD', 'EXEMPT')
                        and not exists (select from referral_move m where m.referral = c.referral and m.move in ('START', 'REOPEN')
                                           and (m.at > c.logged_at or date_trunc('minute', m.at) > c.at))
                        and (c.result = 'TOLD'
                             or exists (select from referral_move m where m.referral = c.referral and m.move = 'RECORD_OUTCOME' and m.at <= c.logged_at
                                          and m.at > all (select o.at from referral_move o where o.referral = c.referral and o.move in ('START', 'REOPEN')))))
$$;
revoke execute on function outcome_owed(uuid) from public;
grant execute on function outcome_owed(uuid) to concordat_app;

-- As before, and an outcome leaves the clock of the news running until the person harmed was told of it.
create or replace function guard_referral() returns trigger language plpgsql set search_path = public, pg_temp as
$$
declare
  v_move    text := old.state || ' ' || new.state;
  v_side    text := case when caller_agency() = old.from_agency then 'SENDER' when caller_agency() = old.to_agency then 'RECEIVER' end;
  v_actions text[] := case
    when old.state = new.state and new.restricted <> old.restricted then '{restricted.flag}'::text[]
    when old.state = new.state and old.state <> 'DRAFT' and new.recalled <> old.recalled then case when new.recalled and v_side = 'SENDER' then '{referral.recall}'::text[] end
    when old.recalled then null
    when v_move = 'DRAFT DRAFT' then '{referral.amend}'
    when v_move = 'DRAFT SUBMITTED' and v_side = 'SENDER' then '{referral.submit}'
    when v_move in ('SUBMITTED WITHDRAWN', 'RECEIVED WITHDRAWN', 'INFO_REQUESTED WITHDRAWN', 'INFO_REQUESTED RECEIVED') and v_side = 'SENDER' then '{referral.follow}'
    when v_side is distinct from 'RECEIVER' then null
    when v_move = 'SUBMITTED RECEIVED' then '{referral.acknowledge}'
    when v_move in ('RECEIVED ACCEPTED', 'RECEIVED REJECTED', 'RECEIVED INFO_REQUESTED', 'RECEIVED REDIRECTED', 'RECEIVED DUPLICATE') then '{referral.decide}'
    when v_move = 'ACCEPTED IN_PROGRESS' then '{referral.work}'
    when v_move = 'IN_PROGRESS OUTCOME_RECORDED' then '{outcome.police.record,outcome.cps.record,outcome.service.record}'
    when v_move in ('OUTCOME_RECORDED CLOSED', 'CLOSED IN_PROGRESS') then '{referral.assign}'
    when v_move in ('IN_PROGRESS ON_HOLD', 'ON_HOLD IN_PROGRESS') then '{referral.work,referral.assign}'
    when old.state = new.state and new.assignee <> old.assignee and old.state in ('ACCEPTED', 'IN_PROGRESS', 'ON_HOLD', 'OUTCOME_RECORDED')
      then '{referral.assign}' end;
  -- What is due from there; nothing where it is null.
  -- That the work begins or goes on ends no limit: the first contact is due until it was made, or until somebody is excused from it.
  -- Nor does it that there is an outcome, as long as the person harmed is to be told of it.
  v_step    text := case v_move when 'ACCEPTED IN_PROGRESS' then old.due_step when 'ON_HOLD IN_PROGRESS' then old.paused_step
    when 'IN_PROGRESS OUTCOME_RECORDED' then case when outcome_owed(old.id) then old.due_step end else
    case new.state when 'SUBMITTED' then 'ACKNOWLEDGE' when 'RECEIVED' then 'DECIDE' when 'INFO_REQUESTED' then 'ANSWER'
      when 'ACCEPTED' then 'FIRST_CONTACT' when 'IN_PROGRESS' then 'UPDATE' when 'ON_HOLD' then 'REVIEW' end end;
begin
  if current_user <> 'concordat_app' then
    return new;
  end if;
  if v_actions is null
      or (new.id, new.reference, new.from_agency, new.owner, new.owner_role, new.created_at)
         is distinct from (old.id, old.reference, old.from_agency, old.owner, old.owner_role, old.created_at)
      or not (exists (select from unnest(v_actions) action where may(old.id, action))
              or (v_actions = '{referral.amend}' and caller_subject() = old.owner and sees(old.id, 'D1')))
      or (new.restricted <> old.restricted and v_actions <> '{restricted.flag}')
      or (new.recalled <> old.recalled and v_actions <> '{referral.recall}')
      -- A clock is set by the moves that set it, and only to the step that is due from there; while it stands still it is kept as it stood.
      or (old.state = new.state
          and (new.clock_started, new.due_at, new.due_step, new.paused_step, new.paused_started, new.paused_due, new.paused_at)
              is distinct from (old.clock_started, old.due_at, old.due_step, old.paused_step, old.paused_started, old.paused_due, old.paused_at))
      or ((v_move = 'ACCEPTED IN_PROGRESS' or (v_move = 'IN_PROGRESS OUTCOME_RECORDED' and v_step is not null))
          and (new.clock_started, new.due_at) is distinct from (old.clock_started, old.due_at))
      or (old.state <> new.state and (new.due_step is distinct from v_step and new.due_at is not null or v_step is null and new.due_at is not null))
      or (old.state <> new.state and new.paused_at is not null and (new.state not in ('INFO_REQUESTED', 'ON_HOLD')
          or (new.paused_step, new.paused_started, new.paused_due) is distinct from (old.due_step, old.clock_started, old.due_at)))
      or (v_move in ('INFO_REQUESTED RECEIVED', 'ON_HOLD IN_PROGRESS')
          and (new.clock_started is distinct from old.paused_started or new.due_at < old.paused_due))
      -- What was sent stays as it was sent.
      or (old.state <> 'DRAFT'
          and (new.type, new.to_agency, new.from_team, new.to_team, new.urgency, new.strands, new.marking, new.person_known, new.purpose, new.lawful_basis,
               new.condition, new.submitter, new.submitted_at, new.agreed, new.harmed, new.suspect, new.witness)
              is distinct from (old.type, old.to_agency, old.from_team, old.to_team, old.urgency, old.strands, old.marking, old.person_known, old.purpose,
               old.lawful_basis, old.condition, old.submitter, old.submitted_at, old.agreed, old.harmed, old.suspect, old.witness))
      or (new.assignee is distinct from old.assignee and v_move <> 'RECEIVED ACCEPTED' and not (old.state = new.state and v_actions = '{referral.assign}'))
      or new.reopened <> old.reopened + (case v_move when 'CLOSED IN_PROGRESS' then 1 else 0 end)
      or (v_move in ('RECEIVED ACCEPTED', 'RECEIVED REJECTED', 'RECEIVED REDIRECTED') and old.submitter = caller_subject())
      or (v_move = 'DRAFT SUBMITTED' and new.submitter is distinct from caller_subject())
      or (v_move = 'OUTCOME_RECORDED CLOSED' and old.urgency <> 'STANDARD' and worked_on(old.id)) then
    raise insufficient_privilege using message = 'this change of a referral is not the caller''s to make';
  end if;
  -- How long the receiver still sees it follows from the move, whatever the application says.
  new.content_until := case when old.state = new.state then old.content_until when new.state = 'WITHDRAWN' then now()
    when new.state in ('REJECTED', 'REDIRECTED', 'DUPLICATE') then now() + interval '28 days' else old.content_until end;
  return new;
end
$$;

-- As before, and what came of it, once that is recorded, ends the limit, whatever service level there is. What happened before the clock was started stops it
-- too where nothing is owed any more, but met no limit, and none is kept with it.
create or replace function contact_ends_limit(p_contact uuid) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as
$$
declare
  c     referral_contact;
  r     referral;
  v_due timestamptz;
begin
  select * into c from referral_contact
   where id = p_contact and actor = caller_subject() and agency = caller_agency() and result in ('TOLD', 'EXEMPT') and due_step is null
     and exists (select from code_value v where v.list = 'contact-kind' and v.code = kind and v.applies_to = 'CLOCK'
                    and days(v.valid_from, v.valid_to) @> now());
  select * into r from referral where id = c.referral and to_agency = c.agency and not recalled for update;
  if r.state = 'OUTCOME_RECORDED' and c.kind = 'OUTCOME' and r.due_at is not null and not outcome_owed(r.id) then
    update referral_contact set due_step = r.due_step, due_at = r.due_at where id = c.id and date_trunc('minute', r.clock_started) <= c.at;
    update referral set due_step = null, clock_started = null, due_at = null, version = version + 1 where id = r.id;
    return true;
  end if;
  select (((c.at at time zone 'Europe/London')::date + l.amount)::timestamp + time '17:00') at time zone 'Europe/London' into v_due
    from service_level l where l.step = 'UPDATE' and l.urgency = r.urgency and l.unit = 'DAYS' and days(l.valid_from, l.valid_to) @> now();
  if v_due is null then
    return false;
  end if;
  if r.due_step in ('FIRST_CONTACT', 'UPDATE') and date_trunc('minute', r.clock_started) <= c.at then
    update referral_contact set due_step = r.due_step, due_at = r.due_at where id = c.id;
    update referral set due_step = 'UPDATE', clock_started = c.at, due_at = v_due, version = version + 1 where id = r.id;
    return true;
  elsif r.paused_step in ('FIRST_CONTACT', 'UPDATE') and date_trunc('minute', r.paused_started) <= c.at then
    update referral_contact set due_step = r.paused_step, due_at = r.paused_due where id = c.id;
    update referral set paused_step = 'UPDATE', paused_started = c.at, paused_due = v_due, paused_at = greatest(paused_at, c.at), version = version + 1
     where id = r.id;
    return true;
  end if;
  return false;
end
$$;

-- As before, and nobody closes it as long as the person harmed is to be told what came of it.
create or replace function guard_close() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
  if current_user = 'concordat_app' and at_risk(old.id) and worked_on(old.id) then
    raise insufficient_privilege using message = 'somebody else closes what was at risk';
  end if;
  if current_user = 'concordat_app' and outcome_owed(old.id) then
    raise insufficient_privilege using message = 'the person harmed is told first';
  end if;
  return new;
end
$$;
