-- Lists that change with the law or with practice: dated, so that an old record keeps the word it was given.

create table code_value (
  list       text not null,
  code       text not null check (code ~ '^[A-Z0-9_]{1,60}$'),
  label      text not null,
  hint       text,
  applies_to text,
  position   integer not null,
  valid_from date not null,
  valid_to   date,
  primary key (list, code, valid_from)
);
comment on table code_value is 'Dated pick lists. applies_to: a regime (legal lists) or null for all.';

create table bank_holiday (day date primary key, name text not null);
comment on table bank_holiday is 'Bank holidays of England and Wales: not working days.';

create table service_level (
  urgency    text not null check (urgency in ('URGENT', 'HIGH', 'STANDARD')),
  step       text not null check (step in ('ACKNOWLEDGE', 'DECIDE', 'FIRST_CONTACT')),
  amount     integer not null check (amount > 0),
  unit       text not null check (unit in ('HOURS', 'WORKING_DAYS')),
  valid_from date not null,
  valid_to   date,
  primary key (urgency, step, valid_from)
);

alter table code_value enable row level security, force row level security;
alter table bank_holiday enable row level security, force row level security;
alter table service_level enable row level security, force row level security;
create policy owner_all on code_value to concordat_owner using (true) with check (true);
create policy owner_all on bank_holiday to concordat_owner using (true) with check (true);
create policy owner_all on service_level to concordat_owner using (true) with check (true);
create policy bound_caller on code_value for select to concordat_app using ((select caller_subject()) is not null);
create policy bound_caller on bank_holiday for select to concordat_app using ((select caller_subject()) is not null);
create policy bound_caller on service_level for select to concordat_app using ((select caller_subject()) is not null);
grant select on code_value, bank_holiday, service_level to concordat_app;

insert into code_value (list, code, label, hint, applies_to, position, valid_from) values
  ('category', 'VERBAL_ABUSE', 'Verbal abuse', null, null, 1, '2026-01-01'),
  ('category', 'THREATS', 'Threats', null, null, 2, '2026-01-01'),
  ('category', 'NEIGHBOUR_HARASSMENT', 'Harassment by a neighbour', null, null, 3, '2026-01-01'),
  ('category', 'ONLINE_ABUSE', 'Online abuse', null, null, 4, '2026-01-01'),
  ('category', 'ASSAULT', 'Assault', null, null, 5, '2026-01-01'),
  ('category', 'SPITTING', 'Spitting or coughing at somebody', null, null, 6, '2026-01-01'),
  ('category', 'DAMAGE', 'Damage to a home, vehicle or business', null, null, 7, '2026-01-01'),
  ('category', 'GRAFFITI', 'Graffiti or a symbol', null, null, 8, '2026-01-01'),
  ('category', 'DAMAGE_WORSHIP', 'Damage to a place of worship or community building', null, null, 9, '2026-01-01'),
  ('category', 'OFFENSIVE_POST', 'Offensive post or leaflet', null, null, 10, '2026-01-01'),
  ('category', 'SERVICE_REFUSED', 'Discriminatory refusal of a service', null, null, 11, '2026-01-01'),
  ('category', 'SCHOOL_BULLYING', 'School or college bullying', null, null, 12, '2026-01-01'),
  ('category', 'PUBLIC_TRANSPORT', 'Incident on public transport', null, null, 13, '2026-01-01'),
  ('category', 'WORKPLACE', 'Incident at work', null, null, 14, '2026-01-01'),
  ('category', 'MATE_CRIME', 'Mate crime or exploitation', null, null, 15, '2026-01-01'),
  ('category', 'ASSISTANCE_ATTACK', 'Attack on an assistance dog or mobility aid', null, null, 16, '2026-01-01'),
  ('category', 'EVENT', 'Hate at an event, protest or sport', null, null, 17, '2026-01-01'),
  ('location-type', 'HOME', 'Home', null, null, 1, '2026-01-01'),
  ('location-type', 'STREET', 'Street', null, null, 2, '2026-01-01'),
  ('location-type', 'SHOP', 'Shop', null, null, 3, '2026-01-01'),
  ('location-type', 'TRANSPORT', 'Transport', null, null, 4, '2026-01-01'),
  ('location-type', 'SCHOOL', 'School or college', null, null, 5, '2026-01-01'),
  ('location-type', 'HEALTHCARE', 'Healthcare premises', null, null, 6, '2026-01-01'),
  ('location-type', 'WORSHIP', 'Place of worship', null, null, 7, '2026-01-01'),
  ('location-type', 'LICENSED', 'Licensed premises', null, null, 8, '2026-01-01'),
  ('location-type', 'SPORTS', 'Sports venue', null, null, 9, '2026-01-01'),
  ('location-type', 'ONLINE', 'Online', null, null, 10, '2026-01-01'),
  ('location-type', 'COUNCIL_BUILDING', 'Council building', null, null, 11, '2026-01-01'),
  ('perceived-by', 'VICTIM', 'The person harmed', null, null, 1, '2026-01-01'),
  ('perceived-by', 'WITNESS', 'A witness', null, null, 2, '2026-01-01'),
  ('perceived-by', 'FAMILY_OR_CARER', 'A family member or carer', null, null, 3, '2026-01-01'),
  ('perceived-by', 'PROFESSIONAL', 'You or another professional', null, null, 4, '2026-01-01'),
  ('perceived-by', 'OTHER', 'Somebody else', null, null, 5, '2026-01-01'),
  ('contact-method', 'TELEPHONE', 'Telephone', null, null, 1, '2026-01-01'),
  ('contact-method', 'TEXT', 'Text message', null, null, 2, '2026-01-01'),
  ('contact-method', 'EMAIL', 'Email', null, null, 3, '2026-01-01'),
  ('contact-method', 'POST', 'Letter', null, null, 4, '2026-01-01'),
  ('contact-method', 'THROUGH_US', 'Only through us', 'The receiving agency asks you, and you pass it on', null, 5, '2026-01-01'),
  ('wish', 'AGREES', 'Yes, they want it', null, null, 1, '2026-01-01'),
  ('wish', 'DOES_NOT_AGREE', 'No, they do not want it', 'You need a reason to share all the same', null, 2, '2026-01-01'),
  ('wish', 'NOT_ASKED', 'They have not been asked', 'You need a reason', null, 3, '2026-01-01'),
  ('override-reason', 'SERIOUS_HARM', 'To prevent serious harm', null, null, 1, '2026-01-01'),
  ('override-reason', 'SAFEGUARDING_CHILD', 'To safeguard a child', null, null, 2, '2026-01-01'),
  ('override-reason', 'SAFEGUARDING_ADULT', 'To safeguard an adult at risk', null, null, 3, '2026-01-01'),
  ('override-reason', 'CRIME_PREVENTION', 'To prevent or detect crime', null, null, 4, '2026-01-01'),
  ('override-reason', 'LEGAL_DUTY', 'A legal duty', null, null, 5, '2026-01-01'),
  ('override-reason', 'BEST_INTERESTS', 'They lack capacity and it is in their best interests', null, null, 6, '2026-01-01'),
  ('purpose', 'PREVENT_DETECT', 'Preventing and detecting crime', null, null, 1, '2026-01-01'),
  ('purpose', 'PROSECUTION', 'Prosecuting an offence', null, 'DPA_PART_3', 2, '2026-01-01'),
  ('purpose', 'VICTIM_SUPPORT', 'Supporting the person harmed', null, null, 3, '2026-01-01'),
  ('purpose', 'SAFEGUARDING', 'Safeguarding', null, null, 4, '2026-01-01'),
  ('purpose', 'PUBLIC_SAFETY', 'Protecting public safety', null, null, 5, '2026-01-01'),
  ('lawful-basis', 'UK_GDPR_6_1_E', 'Public task', 'UK GDPR article 6(1)(e)', 'UK_GDPR', 1, '2026-01-01'),
  ('lawful-basis', 'UK_GDPR_6_1_C', 'Legal obligation', 'UK GDPR article 6(1)(c)', 'UK_GDPR', 2, '2026-01-01'),
  ('lawful-basis', 'UK_GDPR_6_1_D', 'Vital interests', 'UK GDPR article 6(1)(d)', 'UK_GDPR', 3, '2026-01-01'),
  ('lawful-basis', 'DPA_35_2_B', 'Necessary for a law-enforcement task', 'DPA 2018 section 35(2)(b)', 'DPA_PART_3', 4, '2026-01-01'),
  ('lawful-basis', 'DPA_35_2_A', 'Consent', 'DPA 2018 section 35(2)(a), rarely right', 'DPA_PART_3', 5, '2026-01-01'),
  ('condition', 'SCH1_10', 'Preventing or detecting unlawful acts', 'UK GDPR article 9(2)(g), DPA 2018 schedule 1 paragraph 10', 'UK_GDPR', 1, '2026-01-01'),
  ('condition', 'SCH1_6', 'Statutory or government purposes', 'UK GDPR article 9(2)(g), DPA 2018 schedule 1 paragraph 6', 'UK_GDPR', 2, '2026-01-01'),
  ('condition', 'SCH1_18', 'Safeguarding children and individuals at risk', 'UK GDPR article 9(2)(g), DPA 2018 schedule 1 paragraph 18', 'UK_GDPR', 3, '2026-01-01'),
  ('condition', 'SCH1_2', 'Health or social care', 'UK GDPR article 9(2)(h), DPA 2018 schedule 1 paragraph 2', 'UK_GDPR', 4, '2026-01-01'),
  ('condition', 'ART9_2_C', 'Vital interests', 'UK GDPR article 9(2)(c)', 'UK_GDPR', 5, '2026-01-01'),
  ('condition', 'SCH8_1', 'Statutory purposes', 'DPA 2018 schedule 8 paragraph 1', 'DPA_PART_3', 6, '2026-01-01'),
  ('condition', 'SCH8_2', 'Administration of justice', 'DPA 2018 schedule 8 paragraph 2', 'DPA_PART_3', 7, '2026-01-01'),
  ('condition', 'SCH8_3', 'Vital interests', 'DPA 2018 schedule 8 paragraph 3', 'DPA_PART_3', 8, '2026-01-01'),
  ('condition', 'SCH8_4', 'Safeguarding children and individuals at risk', 'DPA 2018 schedule 8 paragraph 4', 'DPA_PART_3', 9, '2026-01-01'),
  ('reject-reason', 'NOT_HATE_RELATED', 'Not hate-related', null, null, 1, '2026-01-01'),
  ('reject-reason', 'OUT_OF_AREA', 'Out of our area', null, null, 2, '2026-01-01'),
  ('reject-reason', 'BELOW_THRESHOLD', 'Below our threshold', null, null, 3, '2026-01-01'),
  ('reject-reason', 'ALREADY_KNOWN', 'Already known to us', null, null, 4, '2026-01-01'),
  ('reject-reason', 'NO_LAWFUL_BASIS', 'No lawful basis to hold it', null, null, 5, '2026-01-01'),
  ('reject-reason', 'WRONG_AGENCY', 'Sent to the wrong agency', null, null, 6, '2026-01-01'),
  ('reject-reason', 'VICTIM_DECLINED', 'The person harmed declined', null, null, 7, '2026-01-01');

insert into service_level (urgency, step, amount, unit, valid_from) values
  ('URGENT', 'ACKNOWLEDGE', 1, 'HOURS', '2026-01-01'),
  ('URGENT', 'DECIDE', 1, 'HOURS', '2026-01-01'),
  ('URGENT', 'FIRST_CONTACT', 2, 'WORKING_DAYS', '2026-01-01'),
  ('HIGH', 'ACKNOWLEDGE', 1, 'WORKING_DAYS', '2026-01-01'),
  ('HIGH', 'DECIDE', 1, 'WORKING_DAYS', '2026-01-01'),
  ('HIGH', 'FIRST_CONTACT', 2, 'WORKING_DAYS', '2026-01-01'),
  ('STANDARD', 'ACKNOWLEDGE', 2, 'WORKING_DAYS', '2026-01-01'),
  ('STANDARD', 'DECIDE', 5, 'WORKING_DAYS', '2026-01-01'),
  ('STANDARD', 'FIRST_CONTACT', 2, 'WORKING_DAYS', '2026-01-01');

insert into bank_holiday (day, name) values
  ('2026-01-01', 'New Year''s Day'), ('2026-04-03', 'Good Friday'), ('2026-04-06', 'Easter Monday'),
  ('2026-05-04', 'Early May bank holiday'), ('2026-05-25', 'Spring bank holiday'), ('2026-08-31', 'Summer bank holiday'),
  ('2026-12-25', 'Christmas Day'), ('2026-12-28', 'Boxing Day (substitute day)'),
  ('2027-01-01', 'New Year''s Day'), ('2027-03-26', 'Good Friday'), ('2027-03-29', 'Easter Monday'),
  ('2027-05-03', 'Early May bank holiday'), ('2027-05-31', 'Spring bank holiday'), ('2027-08-30', 'Summer bank holiday'),
  ('2027-12-27', 'Christmas Day (substitute day)'), ('2027-12-28', 'Boxing Day (substitute day)'),
  ('2028-01-03', 'New Year''s Day (substitute day)'), ('2028-04-14', 'Good Friday'), ('2028-04-17', 'Easter Monday'),
  ('2028-05-01', 'Early May bank holiday'), ('2028-05-29', 'Spring bank holiday'), ('2028-08-28', 'Summer bank holiday'),
  ('2028-12-25', 'Christmas Day'), ('2028-12-26', 'Boxing Day');
