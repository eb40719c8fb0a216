-- Asking for access, and breaking the glass (the two doors to a record that a role does not see by itself).

alter table access_grant add column until_outcome boolean not null default false;
comment on column access_grant.until_outcome is 'Ends when the referral is closed.';

create table notice (
  id        uuid primary key default gen_random_uuid(),
  viewer    text not null,
  kind      text not null check (kind in ('ACCESS_ASKED', 'ACCESS_QUESTIONED', 'ACCESS_ANSWERED', 'ACCESS_DECIDED',
                                          'GLASS_BROKEN', 'GLASS_REPEATED', 'GLASS_REVIEWED', 'REFERENCES_GUESSED')),
  reference text,
  about     uuid,
  at        timestamptz not null default now(),
  seen_at   timestamptz
);
comment on table notice is 'Something that a viewer should know; it holds no content.';
create index notice_by_viewer on notice (viewer, at desc);

create table reference_attempt (
  subject uuid not null,
  at      timestamptz not null default now(),
  opened  boolean not null
);
comment on table reference_attempt is 'References typed in to reach a record that is not seen; five wrong ones in an hour stop the person.';
create index reference_attempt_by_subject on reference_attempt (subject, at);

create table access_request (
  id           uuid primary key,
  requester    uuid not null references staff,
  agency       text not null references agency,
  role         text not null references staff_role,
  reference    text not null,
  record       uuid references referral on delete cascade,
  data_classes text[] not null,
  purpose      text not null,
  why          text not null,
  duration     text not null check (duration in ('TODAY', 'SEVEN_DAYS', 'TWENTY_EIGHT_DAYS', 'UNTIL_OUTCOME')),
  status       text not null default 'ASKED' check (status in ('ASKED', 'QUESTIONED', 'APPROVED', 'REFUSED', 'WITHDRAWN')),
  version      bigint not null default 1,
  question     text,
  answer       text,
  decision     text,
  decided_by   uuid,
  asked_at     timestamptz not null default now(),
  decided_at   timestamptz
);
comment on table access_request is 'Requests for sight of a record. record is null where the reference names none, which the requester is never told.';

create table break_glass (
  id           uuid primary key,
  access_grant uuid not null references access_grant,
  record       uuid not null references referral on delete cascade,
  reference    text not null,
  owner_agency text not null references agency,
  subject      uuid not null references staff,
  agency       text not null references agency,
  role         text not null references staff_role,
  data_classes text[] not null,
  reason       text not null,
  reason_text  text not null check (length(reason_text) >= 30),
  opened_at    timestamptz not null default now(),
  expires_at   timestamptz not null,
  closed_at    timestamptz,
  review_due   timestamptz not null,
  verdict      text check (verdict in ('JUSTIFIED', 'QUERY', 'MISUSE')),
  verdict_text text,
  reviewed_by  uuid,
  reviewed_at  timestamptz
);
comment on table break_glass is 'Emergencies in which somebody looked without being asked, and what governance made of it.';

insert into code_value (list, code, label, hint, position, valid_from) values
  ('break-glass-reason', 'RISK_TO_LIFE', 'Risk to life or serious harm now', null, 1, '2026-01-01'),
  ('break-glass-reason', 'MISSING_PERSON', 'Missing or vulnerable person', null, 2, '2026-01-01'),
  ('break-glass-reason', 'COURT_SITTING', 'Court sitting now', null, 3, '2026-01-01'),
  ('break-glass-reason', 'STRATEGY_DISCUSSION', 'Safeguarding strategy discussion', null, 4, '2026-01-01'),
  ('exclusion-reason', 'VICTIM', 'They are the person harmed', null, 1, '2026-01-01'),
  ('exclusion-reason', 'SUSPECT', 'They are suspected', null, 2, '2026-01-01'),
  ('exclusion-reason', 'WITNESS', 'They are a witness', null, 3, '2026-01-01'),
  ('exclusion-reason', 'RELATIVE', 'They are a relative', null, 4, '2026-01-01'),
  ('exclusion-reason', 'NEIGHBOUR', 'They are a neighbour', null, 5, '2026-01-01'),
  ('exclusion-reason', 'COMPLAINT', 'A complaint about them is part of it', null, 6, '2026-01-01'),
  ('exclusion-reason', 'OTHER', 'Another conflict of interest', null, 7, '2026-01-01'),
  ('access-duration', 'TODAY', 'Until midnight', null, 1, '2026-01-01'),
  ('access-duration', 'SEVEN_DAYS', '7 days', null, 2, '2026-01-01'),
  ('access-duration', 'TWENTY_EIGHT_DAYS', '28 days', null, 3, '2026-01-01'),
  ('access-duration', 'UNTIL_OUTCOME', 'Until there is an outcome', null, 4, '2026-01-01');

-- Whether the caller has guessed too often: five wrong references in an hour.
create function guessed_too_often() returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select count(*) >= 5 from reference_attempt where subject = caller_subject() and not opened and at > now() - interval '1 hour' $$;

-- Notes a wrong reference; the fifth tells the caller's governance.
create function guessed() returns void language plpgsql security definer set search_path = public, pg_temp as
$$
begin
  insert into reference_attempt (subject, opened) values (caller_subject(), false);
  if (select count(*) = 5 from reference_attempt where subject = caller_subject() and not opened and at > now() - interval '1 hour') then
    insert into notice (viewer, kind, about) values (caller_agency() || '/information-governance', 'REFERENCES_GUESSED', caller_subject());
  end if;
end
$$;

-- Files a request. Whether the reference names anything makes no difference to the answer.
create function ask_access(p_id uuid, p_reference text, p_classes text[], p_purpose text, p_why text, p_duration text) returns void
  language plpgsql security definer set search_path = public, pg_temp as
$$
declare
  r referral;
begin
  select * into r from referral where reference = p_reference and state <> 'DRAFT'
    and not exists (select from exclusion x where x.record = referral.id and x.subject = caller_subject() and x.lifted_at is null);
  insert into access_request (id, requester, agency, role, reference, record, data_classes, purpose, why, duration)
    values (p_id, caller_subject(), caller_agency(), caller_role(), p_reference, r.id, p_classes, p_purpose, p_why, p_duration);
  if r.id is null then
    perform guessed();
  else
    insert into notice (viewer, kind, reference, about)
      select distinct v.viewer, 'ACCESS_ASKED', r.reference, p_id from visibility v
       where v.record = r.id and 'access.decide' = any (v.actions) and v.valid @> now();
  end if;
end
$$;

-- Opens a record in an emergency: for four hours, named classes only, never a draft, an excluded caller's or a restricted record.
create function open_glass(p_id uuid, p_reference text, p_classes text[], p_reason text, p_text text, p_review_due timestamptz) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as
$$
declare
  r referral;
  v_grant uuid := gen_random_uuid();
begin
  select * into r from referral where reference = p_reference and state <> 'DRAFT' and not restricted
    and not exists (select from exclusion x where x.record = referral.id and x.subject = caller_subject() and x.lifted_at is null)
    and exists (select from role_permission p where p.role = caller_role() and p.action = 'breakglass.use' and days(p.valid_from, p.valid_to) @> now()
                 and (p.scope = 'ANY' or current_setting('concordat.viewers') like '%!lead%'));
  if r.id is null then
    perform guessed();
    return false;
  end if;
  insert into reference_attempt (subject, opened) values (caller_subject(), true);
  insert into access_grant (id, record, subject, agency, role, kind, data_classes, purpose, valid_from, valid_to, granted_by)
    values (v_grant, r.id, caller_subject(), caller_agency(), caller_role(), 'BREAK_GLASS', array_append(p_classes, 'D1'), 'EMERGENCY',
            now(), now() + interval '4 hours', caller_subject());
  insert into break_glass (id, access_grant, record, reference, owner_agency, subject, agency, role, data_classes, reason, reason_text,
                           expires_at, review_due)
    values (p_id, v_grant, r.id, r.reference, r.from_agency, caller_subject(), caller_agency(), caller_role(), p_classes, p_reason, p_text,
            now() + interval '4 hours', p_review_due);
  insert into notice (viewer, kind, reference, about)
    select r.from_agency || '/information-governance', 'GLASS_BROKEN', r.reference, p_id
    union select caller_agency() || '/information-governance', 'GLASS_BROKEN', r.reference, p_id
    union select '#' || m.manager, 'GLASS_BROKEN', r.reference, p_id from staff_manager m
           where m.subject = caller_subject() and days(m.valid_from, m.valid_to) @> now()
    union select distinct v.viewer, 'GLASS_BROKEN', r.reference, p_id from visibility v
           where v.record = r.id and 'access.decide' = any (v.actions) and v.valid @> now()
    union select caller_agency() || '/information-governance', 'GLASS_REPEATED', null, caller_subject()
           where (select count(*) >= 3 from break_glass b where b.subject = caller_subject() and b.opened_at > now() - interval '30 days');
  return true;
end
$$;

-- Ends one's own emergency before its time.
create function close_glass(p_id uuid) returns boolean language plpgsql security definer set search_path = public, pg_temp as
$$
declare
  v_grant uuid;
begin
  update break_glass set closed_at = now() where id = p_id and subject = caller_subject() and closed_at is null and expires_at > now()
    returning access_grant into v_grant;
  update access_grant set revoked_at = now() where id = v_grant;
  return v_grant is not null;
end
$$;

-- What was shown while the glass was broken, for those who review it: when, what was done and which classes; never the content.
create function glass_shown(p_id uuid) returns table (at timestamptz, action text, classes text) language sql stable
  security definer set search_path = public, pg_temp as
$$
  select e.at, e.action, array_to_string(e.data_classes, ',') from break_glass b join ledger_entry e
      on e.actor = b.subject and b.record = any (e.record_ids) and e.permitted
     and e.at between b.opened_at and coalesce(b.closed_at, b.expires_at)
   where b.id = p_id and caller_role() = 'information-governance' and caller_agency() in (b.agency, b.owner_agency)
   order by e.at
$$;

create function end_grants() returns trigger language plpgsql security definer set search_path = public, pg_temp as
$$
begin
  update access_grant set revoked_at = now() where record = new.id and until_outcome and revoked_at is null;
  return null;
end
$$;
create trigger end_grants after update on referral for each row when (old.state <> new.state and new.state = 'REJECTED') execute function end_grants();

do $$
declare t text;
begin
  foreach t in array array['notice', 'reference_attempt', 'access_request', 'break_glass'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy owner_all on %I to concordat_owner using (true) with check (true)', t);
  end loop;
end
$$;
create policy own on notice for select to concordat_app using (viewer = any ((select caller_viewers())::text[]));
create policy seen on notice for update to concordat_app using (viewer = any ((select caller_viewers())::text[]));
create policy told on notice for insert to concordat_app with check ((select caller_subject()) is not null);
create policy concerned on access_request for select to concordat_app
  using (requester = (select caller_subject()) or (record is not null and may(record, 'access.decide')));
create policy moved on access_request for update to concordat_app
  using ((requester = (select caller_subject()) and status in ('ASKED', 'QUESTIONED')) or (record is not null and may(record, 'access.decide')))
  with check ((requester = (select caller_subject()) and status in ('ASKED', 'WITHDRAWN'))
              or (requester <> (select caller_subject()) and may(record, 'access.decide')
                  and (status = 'QUESTIONED' or decided_by = (select caller_subject()))));
create policy concerned on break_glass for select to concordat_app
  using (subject = (select caller_subject())
         or ((select caller_role()) = 'information-governance' and (select caller_agency()) in (agency, owner_agency)));
create policy reviewed on break_glass for update to concordat_app
  using (subject <> (select caller_subject()) and (select caller_role()) = 'information-governance'
         and (select caller_agency()) in (agency, owner_agency))
  with check (reviewed_by = (select caller_subject()));

grant select, insert on notice to concordat_app;
grant update (seen_at) on notice to concordat_app;
grant select (id, requester, agency, role, reference, data_classes, purpose, why, duration, status, version, question, answer, decision,
              decided_by, asked_at, decided_at) on access_request to concordat_app;
grant update (status, version, question, answer, decision, decided_by, decided_at) on access_request to concordat_app;
grant select on break_glass to concordat_app;
grant update (verdict, verdict_text, reviewed_by, reviewed_at) on break_glass to concordat_app;
revoke execute on function guessed_too_often(), guessed(), ask_access(uuid, text, text[], text, text, text),
  open_glass(uuid, text, text[], text, text, timestamptz), close_glass(uuid), glass_shown(uuid), end_grants() from public;
grant execute on function guessed_too_often(), ask_access(uuid, text, text[], text, text, text),
  open_glass(uuid, text, text[], text, text, timestamptz), close_glass(uuid), glass_shown(uuid) to concordat_app;
