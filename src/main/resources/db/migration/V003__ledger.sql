-- Everything that anyone saw or did. The application may only add.

create table ledger_entry (
  id           uuid primary key,
  at           timestamptz not null default clock_timestamp(),
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
  purpose      text,
  lawful_basis text
);
comment on table ledger_entry is 'The operations of DPA 2018 section 62, refused ones too. No names, no narrative.';
create index ledger_entry_by_record on ledger_entry using gin (record_ids);
create index ledger_entry_by_actor on ledger_entry (actor, at);

alter table ledger_entry enable row level security, force row level security;
create policy owner_all on ledger_entry for select to concordat_owner using (true);
create policy own_acts on ledger_entry for insert to concordat_app
  with check (actor = (select caller_subject()) and actor_agency = (select caller_agency()) and actor_role = (select caller_role()));
grant insert on ledger_entry to concordat_app;
