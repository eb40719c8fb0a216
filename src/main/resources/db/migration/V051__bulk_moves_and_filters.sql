-- Moves that somebody makes of many referrals at once, and lists that they keep as filters: each sees their own only.

create table bulk_run (
  id         uuid primary key,
  subject    uuid not null default caller_subject(),
  move       text not null check (move in ('ACKNOWLEDGE', 'ASSIGN')),
  started_at timestamptz not null default now()
);
comment on table bulk_run is 'A move that somebody makes of many referrals; the same again is not made twice. Erased after seven days.';
create index bulk_run_by_age on bulk_run (started_at);

create table bulk_item (
  run       uuid not null references bulk_run on delete cascade,
  position  integer not null check (position between 0 and 99),
  reference text not null,
  outcome   text,
  primary key (run, reference)
);
comment on table bulk_item is 'What became of each of them: done, or why not; null where its turn has not come.';

create table saved_filter (
  id          uuid primary key,
  subject     uuid not null default caller_subject(),
  name        text not null check (name = btrim(name) and length(name) between 1 and 60),
  queue       text check (queue in ('MINE', 'TEAM', 'UNASSIGNED', 'DUE', 'WAITING', 'CHANGED')),
  box         text check (box in ('DRAFTS', 'INBOX', 'SENT', 'SHARED')),
  open        boolean,
  state       text check (state in ('DRAFT', 'SUBMITTED', 'RECEIVED', 'INFO_REQUESTED', 'ACCEPTED', 'IN_PROGRESS', 'ON_HOLD', 'OUTCOME_RECORDED', 'CLOSED',
                                    'WITHDRAWN', 'REJECTED', 'REDIRECTED', 'DUPLICATE', 'CANCELLED_IN_ERROR')),
  from_agency text references agency,
  strand      text check (strand in ('DIS', 'RAC', 'REL', 'SO', 'TG', 'OTH', 'UNK')),
  sort        text not null check (sort in ('DUE', 'CHANGED', 'REFERENCE', 'FROM', 'STATE')),
  created_at  timestamptz not null default now(),
  unique (subject, name),
  check ((queue is null) <> (box is null))
);
comment on table saved_filter is 'A list as somebody filtered it, under a name of their own. No reference and no words but the name.';

-- At most twenty each, however many are kept at once.
create function guard_filters() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
  perform pg_advisory_xact_lock(hashtextextended('saved_filter/' || new.subject, 0));
  if (select count(*) from saved_filter where subject = new.subject) >= 20 then
    raise check_violation using message = 'twenty filters are the most';
  end if;
  return new;
end
$$;
create trigger guard before insert on saved_filter for each row execute function guard_filters();

do $$
declare
  t text;
begin
  foreach t in array array['bulk_run', 'bulk_item', 'saved_filter'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy owner_all on %I to concordat_owner using (true) with check (true)', t);
  end loop;
end
$$;

create policy own on bulk_run to concordat_app
  using (subject = (select caller_subject())) with check (subject = (select caller_subject()));
create policy own on bulk_item to concordat_app
  using (exists (select from bulk_run r where r.id = run)) with check (exists (select from bulk_run r where r.id = run));
create policy own on saved_filter to concordat_app
  using (subject = (select caller_subject())) with check (subject = (select caller_subject()));

grant select, insert on bulk_run to concordat_app;
grant select, insert on bulk_item to concordat_app;
grant update (outcome) on bulk_item to concordat_app;
grant select, insert, delete on saved_filter to concordat_app;
grant update (name) on saved_filter to concordat_app;
revoke execute on function guard_filters() from public;

-- What became of many moves is kept for seven days. Whose it is does not matter here: the product asks, in its own name.
create function erase_bulk_runs() returns void language sql security definer set search_path = public, pg_temp as
$$ delete from bulk_run where started_at < now() - interval '7 days' and caller_role() = 'system' $$;
revoke execute on function erase_bulk_runs() from public;
grant execute on function erase_bulk_runs() to concordat_app;
