-- What was given on a request and until when, who has read which notice, and no move on a record while its reader has broken the glass.

alter table access_request add column given text[], add column given_until timestamptz, add column ended_at timestamptz, add column ended_by uuid;
comment on column access_request.given is 'The classes that were given; null where none were.';
comment on column access_request.ended_at is 'When the sight was taken back before its time.';

drop policy moved on access_request;
create policy moved on access_request for update to concordat_app
  using ((requester = (select caller_subject()) and status in ('ASKED', 'QUESTIONED')) or (record is not null and may(record, 'access.decide')))
  with check ((requester = (select caller_subject()) and status in ('ASKED', 'WITHDRAWN'))
              or (requester <> (select caller_subject()) and may(record, 'access.decide')
                  and (status = 'QUESTIONED' or (select caller_subject()) in (decided_by, ended_by))));
grant select (given, given_until, ended_at), update (given, given_until, ended_at, ended_by) on access_request to concordat_app;

create or replace function end_grants() returns trigger language plpgsql security definer set search_path = public, pg_temp as
$$
begin
  update access_grant set revoked_at = now() where record = new.id and until_outcome and revoked_at is null;
  update access_request set ended_at = now() where record = new.id and status = 'APPROVED' and duration = 'UNTIL_OUTCOME' and ended_at is null;
  return null;
end
$$;

-- Tells those who may decide on a request that the requester has answered.
create function tell_deciders(p_request uuid) returns void language sql security definer set search_path = public, pg_temp as
$$
  insert into notice (viewer, kind, reference, about)
    select distinct v.viewer, 'ACCESS_ANSWERED', q.reference, q.id from access_request q join visibility v on v.record = q.record
     where q.id = p_request and q.requester = caller_subject() and 'access.decide' = any (v.actions) and v.valid @> now()
$$;

create table notice_seen (
  notice  uuid not null references notice on delete cascade,
  subject uuid not null,
  at      timestamptz not null default now(),
  primary key (notice, subject)
);
comment on table notice_seen is 'Who has opened which notice: one to a whole role is seen by each of them for themselves.';
alter table notice_seen enable row level security;
alter table notice_seen force row level security;
create policy owner_all on notice_seen to concordat_owner using (true) with check (true);
create policy own on notice_seen for select to concordat_app using (subject = (select caller_subject()));
create policy seen on notice_seen for insert to concordat_app
  with check (subject = (select caller_subject()) and exists (select from notice n where n.id = notice_seen.notice));
grant select, insert on notice_seen to concordat_app;
drop policy seen on notice;
revoke update (seen_at) on notice from concordat_app;
alter table notice drop column seen_at;

create index break_glass_by_subject on break_glass (subject, expires_at);
create index notice_by_about on notice (about);
create index access_request_by_requester on access_request (requester, asked_at desc);

-- As before, and nothing may be done to a record by somebody who looks at it in an emergency.
create or replace function may(p_record uuid, p_action text) returns boolean language sql stable as
$$
  select coalesce(bool_or(p_action = any (v.actions)) and bool_or(v.data_classes && '{D1,D1:H}') and not bool_or(v.source in ('exclusion', 'break-glass')), false)
    from visibility v
   where v.record = p_record and v.viewer = any ((select caller_viewers())::text[]) and v.valid @> now()
$$;

revoke execute on function tell_deciders(uuid) from public;
grant execute on function tell_deciders(uuid) to concordat_app;
