-- The months of the ledger: what is exported of it, how long its entries are kept, and how a month of them is disposed of.

insert into code_value (list, code, label, hint, applies_to, position, valid_from) values
  ('ledger-use', 'LAWFULNESS', 'To verify that processing was lawful', 'DPA 2018 section 62(4)(a)', null, 1, '2026-01-01'),
  ('ledger-use', 'SELF_MONITORING', 'For self-monitoring, internal disciplinary proceedings included', 'DPA 2018 section 62(4)(b)', null, 2, '2026-01-01'),
  ('ledger-use', 'INTEGRITY', 'To ensure the integrity and security of personal data', 'DPA 2018 section 62(4)(c)', null, 3, '2026-01-01'),
  ('ledger-use', 'CRIMINAL_PROCEEDINGS', 'For criminal proceedings', 'DPA 2018 section 62(4)(d)', null, 4, '2026-01-01'),
  ('ledger-use', 'COMMISSIONER', 'The Information Commissioner asked for it', 'DPA 2018 section 62(5)', null, 5, '2026-01-01');

create table ledger_month (
  month           date primary key check (extract(day from month) = 1),
  id              uuid not null unique default gen_random_uuid(),
  rule            text,
  proposed_by     uuid,
  proposed_agency text references agency,
  proposed_at     timestamptz,
  approved_by     uuid,
  disposed_on     date,
  tombstone       bigint,
  tombstone_at    timestamptz,
  check ((rule is null) = (proposed_by is null) and (proposed_by is null) = (proposed_agency is null) and (proposed_by is null) = (proposed_at is null)),
  check ((approved_by is null) = (disposed_on is null) and (approved_by is null) = (tombstone is null) and (tombstone is null) = (tombstone_at is null)),
  check (approved_by <> proposed_by)
);
comment on table ledger_month is 'A month of entries (UTC), and its disposal: proposed by one, approved by another of another agency, told of by an entry of the kind ERASE about this id.';

create table ledger_retention (
  rule       text primary key,
  label      text not null,
  keep       interval not null,
  valid_from date not null,
  valid_to   date
);
comment on table ledger_retention is 'How long entries are kept after the end of their month; a month with an entry about a record that is still held is kept longer.';
insert into ledger_retention values ('LEDGER_SEVEN_YEARS', 'Seven years, and as long as the records', interval '7 years', '2026-01-01', null);

create index ledger_leaf_by_time on ledger_leaf (at, leaf);
alter table ledger_entry add column erased jsonb;
comment on column ledger_entry.erased is 'What an entry about the disposal of a month says of it: the rule, the date and the leaves.';

insert into ledger_month (month)
  select to_date(right(c.relname, 7), 'YYYY_MM') from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'ledger_entry'::regclass;

-- A partition and a row for each month from one month to another; those that exist stay as they are.
create or replace function ledger_months(p_from date, p_to date) returns void language plpgsql security definer set search_path = public, pg_temp as
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
      insert into ledger_month (month) values (v_month) on conflict do nothing;
    end if;
    v_month := v_month + interval '1 month';
  end loop;
end
$$;

-- The first leaf of an entry that was made then or later; null where there is none yet.
create function ledger_leaf_from(p_at timestamptz) returns bigint language sql stable security definer set search_path = public, pg_temp as
$$ select l.leaf from ledger_leaf l where l.at >= p_at order by l.at, l.leaf limit 1 $$;

-- Leaves as they are exported: in full what the caller's agency did or was sent, the hash alone of the rest; what was disposed of by rule and date.
create function ledger_rows(p_from bigint, p_to bigint)
  returns table (leaf bigint, hash bytea, at timestamptz, verb text, permitted boolean, key bytea, entry bytea, held boolean, rule text, disposed_on date, tombstone bigint)
  language sql stable security definer set search_path = public, pg_temp as
$$
  select l.leaf, substr(t.hashes, (l.leaf % 256)::int * 32 + 1, 32), e.at, e.verb, e.permitted, case when x.theirs then e.key end,
         case when x.theirs then e.entry end, e.ordinal is not null, m.rule, m.disposed_on,
         b.leaf
    from ledger_leaf l
    join ledger_tile t on t.level = 0 and t.tile = l.leaf / 256
    left join ledger_entry e on e.at = l.at and e.ordinal = l.ordinal
    cross join lateral (select caller_agency() = 'BOARD' or e.actor_agency = caller_agency() or e.recipients @> array[caller_agency()]
                               or e.erased is not null) x (theirs)
    left join ledger_month m on m.month = date_trunc('month', l.at at time zone 'UTC')::date and m.disposed_on is not null
    left join ledger_leaf b on b.ordinal = m.tombstone
   where l.leaf >= p_from and l.leaf < p_to and caller_role() = 'information-governance'
   order by l.leaf
$$;

-- Why a month may not be disposed of today; null where it may.
create function ledger_month_kept(p_month date) returns text language plpgsql stable security definer set search_path = public, pg_temp as
$$
declare
  v_from timestamptz := p_month::timestamp at time zone 'UTC';
  v_to   timestamptz := (p_month + interval '1 month')::timestamp at time zone 'UTC';
begin
  if not exists (select from ledger_month m where m.month = p_month and m.disposed_on is null) then
    return 'disposed';
  elsif exists (select from ledger_retention r where days(r.valid_from, r.valid_to) @> now() and v_to + r.keep > now()) then
    return 'too-young';
  elsif exists (select from ledger_pending p where p.at >= v_from and p.at < v_to) then
    return 'not-sequenced';
  elsif exists (select from ledger_entry e
                  join lateral unnest(e.record_ids) named (id) on true
                 where e.at >= v_from and e.at < v_to
                   and (exists (select from referral r where r.id = named.id) or exists (select from access_request r where r.id = named.id)
                        or exists (select from break_glass r where r.id = named.id))) then
    return 'records-held';
  end if;
  return null;
end
$$;

-- The leaves of a month that its disposal erases, as runs of neighbours: all but those that tell of other disposals.
create function ledger_month_leaves(p_month date) returns table (first bigint, next bigint)
  language sql stable security definer set search_path = public, pg_temp as
$$
  select min(s.leaf), max(s.leaf) + 1
    from (select l.leaf, l.leaf - row_number() over (order by l.leaf) as run
            from ledger_leaf l join ledger_entry e on e.at = l.at and e.ordinal = l.ordinal
           where l.at >= p_month::timestamp at time zone 'UTC' and l.at < (p_month + interval '1 month')::timestamp at time zone 'UTC'
             and e.erased is null) s
   group by s.run order by 1
$$;

-- Proposes the disposal of a month; false where it is proposed already or is kept.
create function propose_disposal(p_month date) returns boolean language plpgsql security definer set search_path = public, pg_temp as
$$
begin
  if caller_role() is distinct from 'information-governance' or ledger_month_kept(p_month) is not null then
    return false;
  end if;
  update ledger_month set proposed_by = caller_subject(), proposed_agency = caller_agency(), proposed_at = now(),
         rule = (select r.rule from ledger_retention r where days(r.valid_from, r.valid_to) @> now() order by r.keep desc limit 1)
    where month = p_month and proposed_by is null;
  return found;
end
$$;

-- Takes back a proposal that nobody has approved.
create function withdraw_disposal(p_month date) returns boolean language plpgsql security definer set search_path = public, pg_temp as
$$
begin
  update ledger_month set rule = null, proposed_by = null, proposed_agency = null, proposed_at = null
    where month = p_month and disposed_on is null and proposed_agency = caller_agency() and caller_role() = 'information-governance';
  return found;
end
$$;

-- Erases a month that somebody of another agency proposed, once this transaction has written the entry that tells of it: of the month, the rule,
-- the day, who proposed it and every leaf. False where that is not so. The entries that tell of other disposals stay: without them nobody could
-- tell a disposal from tampering.
create function dispose_month(p_month date) returns boolean language plpgsql security definer set search_path = public, pg_temp as
$$
declare
  v_month   ledger_month;
  v_ordinal bigint;
  v_at      timestamptz;
begin
  perform pg_advisory_xact_lock(hashtext('concordat.disposal'));
  select * into v_month from ledger_month where month = p_month for update;
  if caller_role() is distinct from 'information-governance' or ledger_month_kept(p_month) is not null or v_month.proposed_by is null
     or v_month.proposed_agency = caller_agency() or v_month.proposed_by = caller_subject() then
    return false;
  end if;
  select e.ordinal, e.at into v_ordinal, v_at
    from ledger_entry e
   where e.record_ids @> array[v_month.id] and e.verb = 'ERASE' and e.permitted and e.actor = caller_subject()
     and e.at > now() - interval '1 hour' and e.xmin = pg_current_xact_id()::xid
     and convert_from(e.entry, 'UTF8')::jsonb -> 'erased' = jsonb_build_object(
           'month', to_char(p_month, 'YYYY-MM'), 'rule', v_month.rule, 'date', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD'),
           'proposedBy', v_month.proposed_agency,
           'leaves', (select jsonb_agg(jsonb_build_array(l.first, l.next) order by l.first) from ledger_month_leaves(p_month) l));
  if not found then
    return false;
  end if;
  delete from ledger_entry e where e.at >= p_month::timestamp at time zone 'UTC'
     and e.at < (p_month + interval '1 month')::timestamp at time zone 'UTC' and e.erased is null;
  update ledger_month set approved_by = caller_subject(), disposed_on = (v_at at time zone 'UTC')::date, tombstone = v_ordinal, tombstone_at = v_at
    where month = p_month;
  return true;
end
$$;

-- A last wall: whatever runs as the owner erases nothing that is young or tells of a disposal.
create policy owner_disposes on ledger_entry for delete to concordat_owner using (erased is null and at < now() - interval '7 years');

do $$
declare t text;
begin
  foreach t in array array['ledger_month', 'ledger_retention'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy owner_all on %I to concordat_owner using (true) with check (true)', t);
    -- Which months there are and what became of them is no secret: whoever checks the ledger asks.
    execute format('create policy everybody on %I for select to concordat_app using ((select caller_subject()) is not null)', t);
    execute format('grant select on %I to concordat_app', t);
  end loop;
end
$$;

grant select (erased), insert (erased) on ledger_entry to concordat_app;
revoke execute on function ledger_leaf_from(timestamptz), ledger_rows(bigint, bigint), ledger_month_kept(date), ledger_month_leaves(date),
  propose_disposal(date), withdraw_disposal(date), dispose_month(date) from public;
grant execute on function ledger_leaf_from(timestamptz), ledger_rows(bigint, bigint), ledger_month_kept(date), ledger_month_leaves(date),
  propose_disposal(date), withdraw_disposal(date), dispose_month(date) to concordat_app;
