-- The board's governance enters whose cosignatures are taken; each agency's governance leaves those of its own witness.

create policy entered on ledger_witness for insert to concordat_app
  with check ((select caller_role()) = 'information-governance' and (select caller_agency()) = 'BOARD');
grant insert on ledger_witness to concordat_app;
alter table ledger_witness add constraint of_an_agency foreign key (agency) references agency;

drop policy witnessed on ledger_cosignature;
create policy witnessed on ledger_cosignature for insert to concordat_app
  with check ((select caller_role()) = 'information-governance'
              and (select caller_agency()) = (select w.agency from ledger_witness w where w.name = witness));
