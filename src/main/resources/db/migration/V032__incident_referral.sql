-- Which referral was made of which incident: known to whoever sees both.
create table incident_referral (
  referral    uuid primary key references referral on delete cascade,
  incident    uuid not null references incident on delete cascade,
  referred_by uuid not null,
  referred_at timestamptz not null default now()
);
comment on table incident_referral is 'Referrals that were started from an incident.';
create index incident_referral_by_incident on incident_referral (incident);
alter table incident_referral enable row level security, force row level security;
create policy owner_all on incident_referral to concordat_owner using (true) with check (true);
create policy seen on incident_referral for select to concordat_app using (sees(referral, 'D1') and sees_incident(incident, 'D1'));
create policy made on incident_referral for insert to concordat_app
  with check (referred_by = (select caller_subject()) and drafts(referral) and sees_incident(incident, 'D1'));
grant select, insert on incident_referral to concordat_app;
