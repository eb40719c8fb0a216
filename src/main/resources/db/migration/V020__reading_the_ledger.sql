-- Reading the ledger: everybody their own trail; governance what its agency's people did and what its agency was sent; the board's governance all.

create index ledger_entry_by_agency on ledger_entry (actor_agency, at);

create policy own_trail on ledger_entry for select to concordat_app using (actor = (select caller_subject()));
create policy governed on ledger_entry for select to concordat_app
  using ((select caller_role()) = 'information-governance'
         and ((select caller_agency()) = 'BOARD' or actor_agency = (select caller_agency()) or recipients @> array[(select caller_agency())]));
-- Neither the bytes that are committed to nor their key: who holds both could open a commitment that retention has closed.
grant select (ordinal, id, at, verb, action, permitted, reason, actor, actor_agency, actor_role, record_type, record_ids, version, data_classes,
              recipients, agreement, purpose, lawful_basis) on ledger_entry to concordat_app;
