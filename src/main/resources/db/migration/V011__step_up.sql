-- Step-up: when somebody proved with a second factor who they are, and that an emergency needs it.

create table step_up (
  subject uuid not null,
  session text not null check (length(session) <= 100),
  at      timestamptz not null,
  primary key (subject, session, at)
);
comment on table step_up is 'Second factors proved, by session of the identity provider (RFC 9470); a few minutes long each counts.';

alter table step_up enable row level security;
alter table step_up force row level security;
create policy owner_all on step_up to concordat_owner using (true) with check (true);
create policy own on step_up for select to concordat_app using (subject = (select caller_subject()));
create policy proved on step_up for insert to concordat_app
  with check (subject = (select caller_subject()) and at between now() - interval '6 minutes' and now() + interval '10 seconds');
grant select, insert on step_up to concordat_app;

-- The database's own answer to whether the glass may be broken: somebody who has not just proved who they are breaks none.
create function guard_glass() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
  if not exists (select from step_up s where s.subject = new.subject and s.at > now() - interval '6 minutes') then
    raise insufficient_privilege using message = 'breaking the glass needs a fresh second factor';
  end if;
  return new;
end
$$;
create trigger guard before insert on break_glass for each row execute function guard_glass();
revoke execute on function guard_glass() from public;
