-- Whom an entry of the ledger is about, by ids that name nobody.

alter table referral add column harmed uuid not null default gen_random_uuid(), add column suspect uuid not null default gen_random_uuid(),
  add column witness uuid not null default gen_random_uuid();
comment on column referral.harmed is 'Who was harmed, by an id that stands for that part in this referral; it names nobody and never changes.';

-- Whom records are about, for the entries of whoever lists them. Nothing but such ids.
create function subjects_of(p_records uuid[]) returns table (record uuid, harmed uuid, suspect uuid, witness uuid)
  language sql stable security definer set search_path = public, pg_temp as
$$ select r.id, r.harmed, r.suspect, r.witness from referral r where r.id = any (p_records) and caller_subject() is not null $$;

alter table ledger_entry add column subject_ids uuid[] not null default '{}';
comment on column ledger_entry.subject_ids is 'The people of whom something was shown or changed; the header alone shows nobody.';
create index ledger_entry_by_subject on ledger_entry using gin (subject_ids) where subject_ids <> '{}';
alter table ledger_entry add column digest_key bytea check (length(digest_key) = 32);
comment on column ledger_entry.digest_key is 'Under which its digests of what was changed are made: not the key that exports carry, or they could be guessed at.';
grant select (subject_ids) on ledger_entry to concordat_app;

revoke execute on function subjects_of(uuid[]) from public;
grant execute on function subjects_of(uuid[]) to concordat_app;

-- What was shown in an emergency; that it was opened, looked at and reviewed is about the record too now, but shows nothing of it.
create or replace function glass_shown(p_id uuid) returns table (at timestamptz, action text, classes text) language sql stable
  security definer set search_path = public, pg_temp as
$$
  select e.at, e.action, array_to_string(e.data_classes, ',') from break_glass b join ledger_entry e
      on e.actor = b.subject and e.record_ids @> array[b.record] and e.permitted and e.action not like 'breakglass.%'
     and e.at between b.opened_at and coalesce(b.closed_at, b.expires_at)
   where b.id = p_id and caller_role() = 'information-governance' and caller_agency() in (b.agency, b.owner_agency)
   order by e.at
$$;
