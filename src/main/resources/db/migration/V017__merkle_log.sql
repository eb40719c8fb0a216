-- The ledger as a log that nobody can quietly rewrite: entries by month, sequenced into a Merkle tree (RFC 9162), its tiles and signed checkpoints.

alter table ledger_entry rename to ledger_entry_v003;
alter index ledger_entry_by_record rename to ledger_entry_v003_by_record;
alter index ledger_entry_by_actor rename to ledger_entry_v003_by_actor;

create table ledger_entry (
  ordinal      bigint generated always as identity,
  id           uuid not null,
  at           timestamptz not null,
  verb         text not null check (verb in ('COLLECT', 'ALTER', 'CONSULT', 'DISCLOSE', 'COMBINE', 'ERASE')),
  action       text not null,
  permitted    boolean not null,
  reason       text,
  actor        uuid not null,
  actor_agency text not null,
  actor_role   text not null,
  record_type  text not null,
  record_ids   uuid[] not null,
  version      bigint,
  data_classes text[] not null,
  recipients   text[] not null,
  agreement    text,
  purpose      text,
  lawful_basis text,
  entry        bytea not null,
  key          bytea not null check (length(key) = 32),
  commitment   bytea not null check (length(commitment) = 32),
  primary key (at, ordinal)
) partition by range (at);
comment on table ledger_entry is 'The operations of DPA 2018 section 62, refused ones too. No names, no narrative.';
comment on column ledger_entry.ordinal is 'Drawn before the transaction commits: what was committed before another transaction began has the lower one.';
comment on column ledger_entry.entry is 'The entry as canonical JSON (RFC 8785): what the other columns say, in the form that is committed to.';
comment on column ledger_entry.commitment is 'HMAC-SHA-256 of the entry under its key; with key and entry gone it tells nothing.';
create index ledger_entry_by_record on ledger_entry using gin (record_ids);
create index ledger_entry_by_actor on ledger_entry (actor, at);

alter table ledger_entry enable row level security, force row level security;
create policy owner_all on ledger_entry for select to concordat_owner using (true);
create policy own_acts on ledger_entry for insert to concordat_app
  with check (actor = (select caller_subject()) and actor_agency = (select caller_agency()) and actor_role = (select caller_role())
              and at between now() - interval '1 hour' and now() + interval '1 hour');
grant insert on ledger_entry to concordat_app;

-- A partition for each month from one month to another; those that exist stay as they are.
create function ledger_months(p_from date, p_to date) returns void language plpgsql security definer set search_path = public, pg_temp as
$$
declare
  v_month date := date_trunc('month', p_from);
  v_name  text;
begin
  while v_month <= p_to loop
    v_name := 'ledger_entry_' || to_char(v_month, 'YYYY_MM');
    if to_regclass(v_name) is null then
      execute format('create table %I partition of ledger_entry for values from (%L) to (%L)', v_name,
                     v_month::timestamp at time zone 'UTC', (v_month + interval '1 month')::timestamp at time zone 'UTC');
      execute format('alter table %I enable row level security, force row level security', v_name);
    end if;
    v_month := v_month + interval '1 month';
  end loop;
end
$$;

-- What has been committed and waits for its place in the tree.
create table ledger_pending (
  ordinal bigint primary key,
  at      timestamptz not null
);
create function ledger_wait() returns trigger language plpgsql security definer set search_path = public, pg_temp as
$$
begin
  insert into ledger_pending values (new.ordinal, new.at);
  return null;
end
$$;
create trigger ledger_wait after insert on ledger_entry for each row execute function ledger_wait();

create table ledger_leaf (
  leaf    bigint primary key check (leaf >= 0),
  ordinal bigint not null unique,
  at      timestamptz not null
);
comment on table ledger_leaf is 'Which entry is which leaf of the tree; leaves are counted from 0 without a gap.';

create table ledger_tile (
  level  smallint not null check (level >= 0),
  tile   bigint not null check (tile >= 0),
  hashes bytea not null check (length(hashes) between 32 and 8192 and length(hashes) % 32 = 0),
  primary key (level, tile)
);
comment on table ledger_tile is 'Up to 256 neighbouring hashes of the tree at height 8 x level, as C2SP tlog-tiles cuts it.';

create table ledger_checkpoint (
  tree_size bigint primary key check (tree_size > 0),
  root      bytea not null check (length(root) = 32),
  at        timestamptz not null,
  note      text not null
);
comment on table ledger_checkpoint is 'Signed tree heads as C2SP tlog-checkpoint notes, never changed.';

create table ledger_witness (
  name        text primary key,
  agency      text not null,
  key         text not null
);
comment on table ledger_witness is 'Whose cosignatures are taken, by the name of their key.';

create table ledger_cosignature (
  tree_size bigint not null references ledger_checkpoint,
  witness   text not null references ledger_witness,
  at        timestamptz not null,
  line      text not null,
  primary key (tree_size, witness)
);
comment on table ledger_cosignature is 'Who has witnessed which checkpoint, and when by their own clock (C2SP tlog-cosignature).';

create table security_event (
  id     bigint generated always as identity primary key,
  at     timestamptz not null default clock_timestamp(),
  kind   text not null,
  actor  uuid,
  agency text,
  detail text
);
comment on table security_event is 'What is no operation on personal data: sign-in, administration, the system, and who fetched checkpoints and proofs. No names.';
create index security_event_by_time on security_event (at);
alter table security_event enable row level security, force row level security;
create policy owner_all on security_event for select to concordat_owner using (true);
create policy append on security_event for insert to concordat_app with check (actor is not distinct from (select caller_subject()));
grant insert on security_event to concordat_app;

-- The sequencer's doors: it works for nobody, so that no policy lets it through. Whoever uses them holds the advisory lock of the ledger until
-- the end of the transaction.
create function ledger_head() returns table (tree_size bigint, root bytea, note text)
  language sql stable security definer set search_path = public, pg_temp as
$$ select c.tree_size, c.root, c.note from ledger_checkpoint c order by c.tree_size desc limit 1 $$;

create function ledger_hashes(p_level smallint, p_tile bigint) returns bytea language sql stable security definer set search_path = public, pg_temp as
$$ select t.hashes from ledger_tile t where t.level = p_level and t.tile = p_tile $$;

create function ledger_next(p_limit integer) returns table (ordinal bigint, at timestamptz, verb text, permitted boolean, commitment bytea)
  language sql security definer set search_path = public, pg_temp as
$$
  select e.ordinal, e.at, e.verb, e.permitted, e.commitment from ledger_pending p join ledger_entry e on e.at = p.at and e.ordinal = p.ordinal
   order by p.ordinal limit p_limit
$$;

create function ledger_seal(p_first bigint, p_ordinals bigint[], p_levels smallint[], p_tiles bigint[], p_hashes bytea[], p_root bytea, p_at timestamptz, p_note text)
  returns void language plpgsql security definer set search_path = public, pg_temp as
$$
declare
  v_size bigint := p_first + cardinality(p_ordinals);
  v_gone bigint;
  v_grown bigint;
begin
  if p_first <> coalesce((select max(tree_size) from ledger_checkpoint), 0) then
    raise exception 'the tree has grown meanwhile' using errcode = 'serialization_failure';
  end if;
  insert into ledger_leaf
    select p_first + o.position - 1, o.ordinal, p.at
      from unnest(p_ordinals) with ordinality o (ordinal, position) join ledger_pending p using (ordinal);
  delete from ledger_pending where ordinal = any (p_ordinals);
  get diagnostics v_gone = row_count;
  if v_gone <> cardinality(p_ordinals) then
    raise exception 'an entry has been sequenced already' using errcode = 'serialization_failure';
  end if;
  insert into ledger_tile select * from unnest(p_levels, p_tiles, p_hashes)
    on conflict (level, tile) do update set hashes = excluded.hashes
    where substr(excluded.hashes, 1, length(ledger_tile.hashes)) = ledger_tile.hashes;
  get diagnostics v_grown = row_count;
  if v_grown <> cardinality(p_tiles) then
    raise exception 'a tile may only grow';
  end if;
  insert into ledger_checkpoint values (v_size, p_root, p_at, p_note);
end
$$;

do $$
declare t text;
begin
  perform ledger_months(coalesce((select min(at)::date from ledger_entry_v003), now()::date), (now() + interval '12 months')::date);
  foreach t in array array['ledger_pending', 'ledger_leaf', 'ledger_tile', 'ledger_checkpoint', 'ledger_witness', 'ledger_cosignature'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy owner_all on %I to concordat_owner using (true) with check (true)', t);
  end loop;
  -- Hashes and signatures tell nothing of anybody: who signs in may check them.
  foreach t in array array['ledger_leaf', 'ledger_tile', 'ledger_checkpoint', 'ledger_witness', 'ledger_cosignature'] loop
    execute format('create policy everybody on %I for select to concordat_app using ((select caller_subject()) is not null)', t);
    execute format('grant select on %I to concordat_app', t);
  end loop;
end
$$;

create policy witnessed on ledger_cosignature for insert to concordat_app
  with check ((select caller_agency()) = (select w.agency from ledger_witness w where w.name = witness));
grant insert on ledger_cosignature to concordat_app;

revoke execute on function ledger_months(date, date), ledger_wait(), ledger_head(), ledger_hashes(smallint, bigint), ledger_next(integer),
  ledger_seal(bigint, bigint[], smallint[], bigint[], bytea[], bytea, timestamptz, text) from public;
grant execute on function ledger_months(date, date), ledger_head(), ledger_hashes(smallint, bigint), ledger_next(integer),
  ledger_seal(bigint, bigint[], smallint[], bigint[], bytea[], bytea, timestamptz, text) to concordat_app;
