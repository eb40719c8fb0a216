-- The plan for the safety of the person harmed (the force's own D4), and the one officer whom they can turn to (D16: the sender's people are told).

insert into code_value (list, code, label, hint, position, valid_from) values
  ('measure-kind', 'CONTACT', 'Contact arrangements', null, 1, '2026-01-01'),
  ('measure-kind', 'TARGET_HARDENING', 'Locks, lights and other protection of the home', null, 2, '2026-01-01'),
  ('measure-kind', 'ALARM', 'A personal alarm', null, 3, '2026-01-01'),
  ('measure-kind', 'PATROL', 'Patrols', null, 4, '2026-01-01'),
  ('measure-kind', 'HOUSING', 'A measure of the landlord', null, 5, '2026-01-01'),
  ('measure-kind', 'SCHOOL_WORK', 'At school or at work', null, 6, '2026-01-01'),
  ('measure-kind', 'ONLINE', 'Online safety', null, 7, '2026-01-01'),
  ('measure-kind', 'OTHER', 'Something else', null, 8, '2026-01-01');

create table plan_measure (
  id           uuid primary key,
  referral     uuid not null references referral on delete cascade,
  agency       text not null references agency,
  number       integer not null check (number > 0),
  version      integer not null,
  kind         text not null,
  detail       text not null,
  owner_agency text not null references agency,
  owner        text,
  due_on       date not null,
  status       text not null check (status in ('OPEN', 'DONE', 'NOT_DONE')),
  outcome      text,
  readable     boolean not null,
  shared_on    date,
  changed_by   uuid not null,
  changed_role text not null references staff_role,
  changed_at   timestamptz not null,
  unique (referral, agency, number),
  check (status <> 'NOT_DONE' or outcome is not null),
  check (shared_on is null or readable)
);
comment on table plan_measure is 'Measures for the safety of the person harmed: the force''s own D4. readable: whether the person harmed may read it.';

create table contact_officer (
  id       uuid primary key,
  referral uuid not null references referral on delete cascade,
  agency   text not null references agency,
  officer  uuid not null,
  name     text not null,
  role     text not null references staff_role,
  reach    text,
  since    timestamptz not null,
  until    timestamptz,
  named_by uuid not null
);
comment on table contact_officer is 'The one officer whom the person harmed can turn to, told to the sender (data class D16); who it was before is the force''s own.';
create unique index contact_officer_now on contact_officer (referral, agency) where until is null;

-- Whether somebody is neither excluded from it, nor left out by a restriction, nor suspended.
create function reachable(p_record uuid, p_officer uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$
  select exists (select from staff s join referral r on r.id = p_record
    where s.subject = p_officer and s.agency = r.to_agency and s.suspended_at is null
      and not exists (select from exclusion x where x.record = r.id and x.subject = s.subject and x.lifted_at is null)
      and (not r.restricted or exists (select from restriction_name n where n.record = r.id and n.subject = s.subject)))
$$;

-- Whether a colleague could be it: the same, and in a role that does this work. Why not is not said.
create function contactable(p_record uuid, p_officer uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$
  select reachable(p_record, p_officer)
     and exists (select from staff s join role_permission p on p.role = s.role and p.action = 'safety.plan' and days(p.valid_from, p.valid_to) @> now()
                  where s.subject = p_officer and s.agency = caller_agency())
$$;

-- Whoever may not have the record any more is nobody's contact on it any more: their name is not shown on, and those who assign it are told that somebody
-- has to be named. Why is not said.
create function stop_contact(p_record uuid, p_officer uuid) returns void language sql security definer set search_path = public, pg_temp as
$$
  with stopped as (
    update contact_officer set until = greatest(now(), since)
     where until is null and (p_record is null or referral = p_record) and (p_officer is null or officer = p_officer) and not reachable(referral, officer)
    returning referral)
  insert into notice (viewer, kind, reference, about)
    select doers(r.id, 'referral.assign'), 'REFERRAL_CONTACT_ENDED', r.reference, r.id from stopped join referral r on r.id = stopped.referral
$$;
create function stop_contact() returns trigger language plpgsql security definer set search_path = public, pg_temp as
$$
begin
  case tg_table_name
    when 'exclusion' then perform stop_contact(new.record, new.subject);
    when 'restriction_name' then perform stop_contact(old.record, old.subject);
    when 'referral' then perform stop_contact(new.id, null);
    else perform stop_contact(null, new.subject);
  end case;
  return null;
end
$$;
-- Once the transaction is whole: a restriction and those whom it names come one after the other.
create constraint trigger stop_contact after insert on exclusion deferrable initially deferred for each row execute function stop_contact();
create constraint trigger stop_contact after delete on restriction_name deferrable initially deferred for each row execute function stop_contact();
create constraint trigger stop_contact after update on referral deferrable initially deferred
  for each row when (new.restricted and not old.restricted) execute function stop_contact();
create constraint trigger stop_contact after update on staff deferrable initially deferred
  for each row when (old.suspended_at is null and new.suspended_at is not null) execute function stop_contact();
do $$
declare v_kinds text := (select pg_get_expr(conbin, conrelid) from pg_constraint where conname = 'notice_kind_check');
begin
  alter table notice drop constraint notice_kind_check;
  execute 'alter table notice add constraint notice_kind_check check (kind = ''REFERRAL_CONTACT_ENDED'' or ' || v_kinds || ')';
end
$$;

-- Whoever it was hands it on with the referral; how the next one is reached, they say themselves.
create function hand_contact_on() returns trigger language plpgsql security definer set search_path = public, pg_temp as
$$
begin
  update contact_officer set until = new.changed_at
    where referral = new.id and agency = new.to_agency and until is null and officer = old.assignee;
  if found then
    insert into contact_officer (id, referral, agency, officer, name, role, since, named_by)
      select gen_random_uuid(), new.id, new.to_agency, s.subject, s.display_name, s.role, new.changed_at, caller_subject()
        from staff s where s.subject = new.assignee and contactable(new.id, s.subject);
  end if;
  return null;
end
$$;
create trigger hand_contact_on after update on referral for each row when (old.assignee is distinct from new.assignee and old.assignee is not null)
  execute function hand_contact_on();
revoke execute on function hand_contact_on(), contactable(uuid, uuid), reachable(uuid, uuid), stop_contact(uuid, uuid), stop_contact() from public;
grant execute on function contactable(uuid, uuid) to concordat_app;

do $$
declare t text;
begin
  foreach t in array array['plan_measure', 'contact_officer'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy owner_all on %I to concordat_owner using (true) with check (true)', t);
    execute format('grant select, insert on %I to concordat_app', t);
  end loop;
end
$$;
create policy seen on plan_measure for select to concordat_app using (sees_casework(referral, agency, 'D4'));
create policy planned on plan_measure for insert to concordat_app
  with check (changed_by = (select caller_subject()) and changed_role = (select caller_role()) and status = 'OPEN' and shared_on is null
              and does_casework(referral, agency, 'safety.plan'));
create policy changed on plan_measure for update to concordat_app
  using (does_casework(referral, agency, 'safety.plan')) with check (changed_by = (select caller_subject()) and changed_role = (select caller_role()));
grant update (version, status, outcome, readable, shared_on, changed_by, changed_role, changed_at) on plan_measure to concordat_app;
create policy seen on contact_officer for select to concordat_app
  using ((until is null and sees(referral, 'D16')) or sees_casework(referral, agency, 'D4'));
create policy named on contact_officer for insert to concordat_app
  with check (named_by = (select caller_subject()) and until is null and does_casework(referral, agency, 'safety.plan')
              and contactable(referral, officer));
create policy ended on contact_officer for update to concordat_app
  using (until is null and does_casework(referral, agency, 'safety.plan')) with check (until is not null);
grant update (until) on contact_officer to concordat_app;
