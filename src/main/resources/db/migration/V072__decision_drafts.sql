-- What a prosecutor typed of a decision and did not record yet (domain.md 3.1; ADR 43): advice in the making, so that a session that ends or a browser that closes loses none of it.

create table decision_draft (
  defendant   uuid not null,
  writer      uuid not null,
  prosecution uuid not null,
  referral    uuid not null,
  agency      text not null references agency,
  answers     jsonb not null check (jsonb_typeof(answers) = 'object' and pg_column_size(answers) <= 400000),
  kept_at     timestamptz not null,
  primary key (defendant, writer),
  foreign key (defendant, prosecution, referral) references defendant (id, prosecution, referral) on delete cascade
);
comment on table decision_draft is 'What somebody typed of a decision that they did not record yet: advice, data class D10, read by its writer alone and only while the review is theirs. answers: as typed, by field.';

alter table decision_draft enable row level security, force row level security;
create policy owner_all on decision_draft to concordat_owner using (true) with check (true);
create policy own on decision_draft to concordat_app
  using (writer = (select caller_subject()) and agency = (select caller_agency()) and reviews_file(referral))
  with check (writer = (select caller_subject()) and agency = (select caller_agency()) and reviews_file(referral)
              and exists (select from defendant d where d.id = decision_draft.defendant));
grant select, insert on decision_draft to concordat_app;
grant update (answers, kept_at) on decision_draft to concordat_app;

-- Once a decision on somebody stands, nothing is left of what anybody had typed instead.
create function erase_decision_drafts() returns trigger language plpgsql security definer set search_path = public, pg_temp as
$$
begin
  delete from decision_draft where defendant = new.defendant;
  return null;
end
$$;
create trigger erase_drafts after insert on charging_decision for each row execute function erase_decision_drafts();
revoke execute on function erase_decision_drafts() from public;
