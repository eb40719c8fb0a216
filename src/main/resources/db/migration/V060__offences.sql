-- What may be charged, in which form and until when; what a court may add; and what a file has to hold (domain.md 1.5 to 1.7, 3.1, 3.2). Dated, because Acts change
-- (ADR 37). Codes of offences are fakes of the ZZ26001 kind until the national list is loaded.

create table offence (
  code              text not null check (code ~ '^([A-Z]{2}[0-9]{5}|COML[0-9]{3})$'),
  label             text not null,
  law               text not null,
  mode              text not null check (mode in ('SUMMARY', 'EITHER_WAY', 'INDICTABLE')),
  limit_months      integer check (limit_months > 0),
  consent           text check (consent = 'ATTORNEY_GENERAL'),
  home_office_class text,
  position          integer not null,
  valid_from        date not null,
  valid_to          date,
  primary key (code, valid_from),
  check (limit_months is null or mode = 'SUMMARY')
);
comment on table offence is 'Offences that can be charged, dated by the day on which they were committed. limit_months: within how many months proceedings are begun; consent: without whose consent none are.';
insert into offence (code, label, law, mode, limit_months, consent, home_office_class, position, valid_from) values
  ('ZZ26001', 'Wounding or grievous bodily harm', 'Offences against the Person Act 1861 s.20', 'EITHER_WAY', null, null, '8N', 1, '1861-11-01'),
  ('ZZ26002', 'Assault occasioning actual bodily harm', 'Offences against the Person Act 1861 s.47', 'EITHER_WAY', null, null, '8N', 2, '1861-11-01'),
  ('ZZ26003', 'Strangulation or suffocation', 'Serious Crime Act 2015 s.75A', 'EITHER_WAY', null, null, '8N', 3, '2022-06-07'),
  ('ZZ26004', 'Common assault', 'Criminal Justice Act 1988 s.39', 'SUMMARY', 6, null, '105A', 4, '1988-10-12'),
  ('ZZ26005', 'Criminal damage', 'Criminal Damage Act 1971 s.1(1)', 'EITHER_WAY', null, null, '58D', 5, '1971-10-14'),
  ('ZZ26006', 'Fear or provocation of violence', 'Public Order Act 1986 s.4', 'SUMMARY', 6, null, '9A', 6, '1987-04-01'),
  ('ZZ26007', 'Intentional harassment, alarm or distress', 'Public Order Act 1986 s.4A', 'SUMMARY', 6, null, '9A', 7, '1995-02-03'),
  ('ZZ26008', 'Harassment, alarm or distress', 'Public Order Act 1986 s.5', 'SUMMARY', 6, null, '9A', 8, '1987-04-01'),
  ('ZZ26009', 'Harassment', 'Protection from Harassment Act 1997 s.2', 'SUMMARY', 6, null, '8L', 9, '1997-06-16'),
  ('ZZ26010', 'Stalking', 'Protection from Harassment Act 1997 s.2A', 'SUMMARY', 6, null, '8L', 10, '2012-11-25'),
  ('ZZ26011', 'Putting people in fear of violence', 'Protection from Harassment Act 1997 s.4', 'EITHER_WAY', null, null, '8L', 11, '1997-06-16'),
  ('ZZ26012', 'Stalking with fear of violence or serious alarm or distress', 'Protection from Harassment Act 1997 s.4A', 'EITHER_WAY', null, null, '8L', 12, '2012-11-25'),
  ('ZZ26101', 'Wounding or grievous bodily harm, aggravated', 'Crime and Disorder Act 1998 s.29(1)(a)', 'EITHER_WAY', null, null, '8P', 21, '1998-09-30'),
  ('ZZ26102', 'Assault occasioning actual bodily harm, aggravated', 'Crime and Disorder Act 1998 s.29(1)(b)', 'EITHER_WAY', null, null, '8P', 22, '1998-09-30'),
  ('ZZ26103', 'Strangulation or suffocation, aggravated', 'Crime and Disorder Act 1998 s.29(1)(ba)', 'EITHER_WAY', null, null, '8P', 23, '2022-06-07'),
  ('ZZ26104', 'Common assault, aggravated', 'Crime and Disorder Act 1998 s.29(1)(c)', 'EITHER_WAY', null, null, '105B', 24, '1998-09-30'),
  ('ZZ26105', 'Criminal damage, aggravated', 'Crime and Disorder Act 1998 s.30', 'EITHER_WAY', null, null, '58J', 25, '1998-09-30'),
  ('ZZ26106', 'Fear or provocation of violence, aggravated', 'Crime and Disorder Act 1998 s.31(1)(a)', 'EITHER_WAY', null, null, '9B', 26, '1998-09-30'),
  ('ZZ26107', 'Intentional harassment, alarm or distress, aggravated', 'Crime and Disorder Act 1998 s.31(1)(b)', 'EITHER_WAY', null, null, '9B', 27, '1998-09-30'),
  ('ZZ26108', 'Harassment, alarm or distress, aggravated', 'Crime and Disorder Act 1998 s.31(1)(c)', 'SUMMARY', 6, null, '9B', 28, '1998-09-30'),
  ('ZZ26109', 'Harassment, aggravated', 'Crime and Disorder Act 1998 s.32(1)(a)', 'EITHER_WAY', null, null, '8M', 29, '1998-09-30'),
  ('ZZ26110', 'Stalking, aggravated', 'Crime and Disorder Act 1998 s.32(1)(a)', 'EITHER_WAY', null, null, '8M', 30, '2012-11-25'),
  ('ZZ26111', 'Putting people in fear of violence, aggravated', 'Crime and Disorder Act 1998 s.32(1)(b)', 'EITHER_WAY', null, null, '8M', 31, '1998-09-30'),
  ('ZZ26112', 'Stalking with fear of violence or serious alarm or distress, aggravated', 'Crime and Disorder Act 1998 s.32(1)(b)', 'EITHER_WAY', null, null, '8M', 32, '2012-11-25'),
  ('ZZ26201', 'Words, behaviour or material to stir up racial hatred', 'Public Order Act 1986 s.18', 'EITHER_WAY', null, 'ATTORNEY_GENERAL', null, 41, '1987-04-01'),
  ('ZZ26202', 'Publishing material to stir up racial hatred', 'Public Order Act 1986 s.19', 'EITHER_WAY', null, 'ATTORNEY_GENERAL', null, 42, '1987-04-01'),
  ('ZZ26203', 'Possessing material to stir up racial hatred', 'Public Order Act 1986 s.23', 'EITHER_WAY', null, 'ATTORNEY_GENERAL', null, 43, '1987-04-01'),
  ('ZZ26204', 'Threatening words, behaviour or material to stir up religious hatred', 'Public Order Act 1986 s.29B', 'EITHER_WAY', null, 'ATTORNEY_GENERAL', null, 44, '2007-10-01'),
  ('ZZ26205', 'Threatening words, behaviour or material to stir up hatred on sexual orientation', 'Public Order Act 1986 s.29B', 'EITHER_WAY', null, 'ATTORNEY_GENERAL', null, 45, '2010-03-23'),
  ('ZZ26301', 'Wounding or grievous bodily harm with intent', 'Offences against the Person Act 1861 s.18', 'INDICTABLE', null, null, null, 51, '1861-11-01'),
  ('ZZ26302', 'Threat to kill', 'Offences against the Person Act 1861 s.16', 'EITHER_WAY', null, null, null, 52, '1861-11-01'),
  ('ZZ26304', 'Indecent or grossly offensive letter or message', 'Malicious Communications Act 1988 s.1', 'EITHER_WAY', null, null, null, 54, '2015-04-13'),
  ('ZZ26305', 'Threatening communication', 'Online Safety Act 2023 s.181', 'EITHER_WAY', null, null, null, 55, '2024-01-31');
insert into offence (code, label, law, mode, limit_months, consent, home_office_class, position, valid_from, valid_to) values
  ('ZZ26303', 'Threatening letter or message', 'Malicious Communications Act 1988 s.1', 'EITHER_WAY', null, null, null, 53, '2015-04-13', '2024-01-30');

create table aggravation (
  basic      text not null,
  aggravated text not null,
  strand     text not null check (strand in ('DIS', 'RAC', 'REL', 'SO', 'TG')),
  provision  text not null,
  commenced  date,
  ended      date,
  primary key (basic, strand)
);
comment on table aggravation is 'Which offence has an aggravated form for hostility on which strand, by the day of the offence. Without a day of commencement it is not in force: the day is entered when an order is made.';
insert into aggravation (basic, aggravated, strand, provision, commenced)
  select 'ZZ260' || n, 'ZZ261' || n, s.strand, 'CDA_29_32', case s.strand when 'RAC' then greatest(date '1998-09-30', since) when 'REL' then greatest(date '2001-12-14', since) end
    from (values ('01', null), ('02', null), ('03', date '2022-06-07'), ('04', null), ('05', null), ('06', null), ('07', null), ('08', null), ('09', null),
                 ('10', date '2012-11-25'), ('11', null), ('12', date '2012-11-25')) as o (n, since)
    cross join unnest('{RAC,REL,DIS,SO,TG}'::text[]) as s (strand);

create table uplift_provision (
  code            text not null,
  label           text not null,
  strand          text not null check (strand in ('DIS', 'RAC', 'REL', 'SO', 'TG')),
  in_the_offence  boolean not null,
  valid_from      date not null,
  valid_to        date,
  primary key (code, strand)
);
comment on table uplift_provision is 'By which provision a court makes a sentence heavier for hostility on a strand, by the day of conviction. in_the_offence: not where the offence is the aggravated one, which has it in it.';
insert into uplift_provision (code, label, strand, in_the_offence, valid_from, valid_to) values
  ('CJA_2003_145', 'Criminal Justice Act 2003 s.145', 'RAC', true, '2005-04-04', '2020-11-30'),
  ('CJA_2003_145', 'Criminal Justice Act 2003 s.145', 'REL', true, '2005-04-04', '2020-11-30'),
  ('CJA_2003_146', 'Criminal Justice Act 2003 s.146', 'DIS', false, '2005-04-04', '2020-11-30'),
  ('CJA_2003_146', 'Criminal Justice Act 2003 s.146', 'SO', false, '2005-04-04', '2020-11-30'),
  ('CJA_2003_146', 'Criminal Justice Act 2003 s.146', 'TG', false, '2012-12-03', '2020-11-30'),
  ('SA_2020_66', 'Sentencing Act 2020 s.66', 'RAC', true, '2020-12-01', null),
  ('SA_2020_66', 'Sentencing Act 2020 s.66', 'REL', true, '2020-12-01', null),
  ('SA_2020_66', 'Sentencing Act 2020 s.66', 'DIS', false, '2020-12-01', null),
  ('SA_2020_66', 'Sentencing Act 2020 s.66', 'SO', false, '2020-12-01', null),
  ('SA_2020_66', 'Sentencing Act 2020 s.66', 'TG', false, '2020-12-01', null);

create table file_item (
  code       text not null check (code ~ '^[A-Z_]{1,60}$'),
  label      text not null,
  hint       text,
  data_class text not null check (data_class in ('D4', 'D5', 'D7')),
  core       boolean not null,
  position   integer not null,
  valid_from date not null,
  valid_to   date,
  primary key (code, valid_from)
);
comment on table file_item is 'What a prosecutor needs on a hate crime, dated (domain.md 3.2). core: without it no file is submitted; the rest may follow, or not be there, with a reason.';
insert into file_item (code, label, hint, data_class, core, position, valid_from) values
  ('ACCOUNT', 'What happened, and which offences it amounts to', 'An accurate account', 'D5', true, 1, '2026-01-01'),
  ('RECORDED_AS_HATE', 'That it is recorded as a hate crime, and on which strands', null, 'D5', true, 2, '2026-01-01'),
  ('PERCEIVED_BY', 'Who perceived hostility', 'The person harmed, a witness, an officer or somebody else', 'D5', true, 3, '2026-01-01'),
  ('HOSTILITY', 'The evidence of hostility', 'What was said or done that demonstrates it, or what shows that it was the motive', 'D5', true, 4, '2026-01-01'),
  ('OTHER_AGGRAVATION', 'What else makes it more serious', null, 'D5', false, 5, '2026-01-01'),
  ('VICTIM_STATEMENT', 'The victim personal statement', 'Offered, made, or declined', 'D4', false, 6, '2026-01-01'),
  ('RISK', 'Risks to victims and witnesses', null, 'D4', false, 7, '2026-01-01'),
  ('COMMUNITY_TENSION', 'Whether it could raise tension in the community', null, 'D5', false, 8, '2026-01-01'),
  ('SPECIAL_MEASURES', 'Special measures for victims and witnesses', null, 'D4', false, 9, '2026-01-01'),
  ('EARLIER_VICTIM', 'Earlier incidents against the victim', null, 'D5', false, 10, '2026-01-01'),
  ('EARLIER_SUSPECT', 'Earlier incidents by the suspect', null, 'D7', false, 11, '2026-01-01'),
  ('WILLINGNESS', 'Whether the victim is willing to give evidence', null, 'D4', true, 12, '2026-01-01'),
  ('WIDER_IMPACT', 'The wider impact', null, 'D5', false, 13, '2026-01-01'),
  ('RECURRENCE', 'How likely it is to happen again', null, 'D4', false, 14, '2026-01-01'),
  ('SAFETY', 'What was done for safety', null, 'D4', false, 15, '2026-01-01'),
  ('OTHER_AGENCIES', 'What other agencies know', 'Social care, housing', 'D5', false, 16, '2026-01-01'),
  ('ORDERS', 'Other orders in force or broken', null, 'D7', false, 17, '2026-01-01');

insert into code_value (list, code, label, hint, applies_to, position, valid_from) values
  ('charging-decision', 'CHARGE_FULL_CODE', 'Charge: the Full Code Test is met', null, null, 1, '2026-01-01'),
  ('charging-decision', 'CHARGE_THRESHOLD', 'Charge: the Threshold Test is met', 'Kept under review, and the Full Code Test applied as soon as possible', null, 2, '2026-01-01'),
  ('charging-decision', 'NFA_EVIDENTIAL', 'No further action: the evidence is not enough', null, null, 3, '2026-01-01'),
  ('charging-decision', 'NFA_PUBLIC_INTEREST', 'No further action: not in the public interest', null, null, 4, '2026-01-01'),
  ('charging-decision', 'OUT_OF_COURT_DISPOSAL', 'Out of court disposal', null, null, 5, '2026-01-01'),
  ('charging-decision', 'EARLY_ADVICE', 'Early advice', null, null, 6, '2026-01-01'),
  ('charging-decision', 'ACTION_PLAN', 'Action plan: further material is needed', null, null, 7, '2026-01-01'),
  ('charging-decision', 'PENDING_RESPONSE_FURTHER_INVESTIGATION', 'Back to the police for further investigation', null, null, 8, '2026-01-01'),
  ('charging-decision', 'ADMIN_FINALISED', 'Closed without a legal decision', null, null, 9, '2026-01-01'),
  ('monitoring-flag', 'DISABILITY', 'Disability hate crime', null, 'DIS', 1, '2026-01-01'),
  ('monitoring-flag', 'RACIST', 'Racist crime', null, 'RAC', 2, '2026-01-01'),
  ('monitoring-flag', 'RELIGIOUS', 'Religious crime', null, 'REL', 3, '2026-01-01'),
  ('monitoring-flag', 'HOMOPHOBIC', 'Homophobic crime', 'Biphobic crime too', 'SO', 4, '2026-01-01'),
  ('monitoring-flag', 'TRANSPHOBIC', 'Transphobic crime', null, 'TG', 5, '2026-01-01'),
  ('monitoring-flag', 'OLDER_PERSON', 'Crime against an older person', 'A flag of its own, not a strand', null, 6, '2026-01-01'),
  ('mg-form', 'MG1', 'MG1 File front sheet', null, 'D5', 1, '2026-01-01'),
  ('mg-form', 'MG2', 'MG2 Special measures assessment', null, 'D4', 2, '2026-01-01'),
  ('mg-form', 'MG3', 'MG3 Report for a charging decision', null, 'D5', 3, '2026-01-01'),
  ('mg-form', 'MG3A', 'MG3A Further report', null, 'D5', 4, '2026-01-01'),
  ('mg-form', 'MG4', 'MG4 Charges', null, 'D6', 5, '2026-01-01'),
  ('mg-form', 'MG4A', 'MG4A Bail: grant or variation', null, 'D7', 6, '2026-01-01'),
  ('mg-form', 'MG4B', 'MG4B Bail: variation asked for', null, 'D7', 7, '2026-01-01'),
  ('mg-form', 'MG4C', 'MG4C Surety', null, 'D7', 8, '2026-01-01'),
  ('mg-form', 'MG4D', 'MG4D Postal requisition', null, 'D6', 9, '2026-01-01'),
  ('mg-form', 'MG4E', 'MG4E Postal requisition: notice', null, 'D6', 10, '2026-01-01'),
  ('mg-form', 'MG4F', 'MG4F Notification of no further action', null, 'D6', 11, '2026-01-01'),
  ('mg-form', 'MG5', 'MG5 Case summary', null, 'D5', 12, '2026-01-01'),
  ('mg-form', 'MG6', 'MG6 Evidence and information, not for the defence', null, 'D5', 13, '2026-01-01'),
  ('mg-form', 'MG6A', 'MG6A Briefing before an interview', null, 'D6', 14, '2026-01-01'),
  ('mg-form', 'MG6B', 'MG6B Record of an officer''s misconduct', null, 'D8', 15, '2026-01-01'),
  ('mg-form', 'MG6C', 'MG6C Unused material, not sensitive', null, 'D5', 16, '2026-01-01'),
  ('mg-form', 'MG6D', 'MG6D Unused material, sensitive', 'Kept as intelligence: it is never shared as anything else', 'D8', 17, '2026-01-01'),
  ('mg-form', 'MG6E', 'MG6E Report of the disclosure officer', null, 'D5', 18, '2026-01-01'),
  ('mg-form', 'MG7', 'MG7 Remand application', null, 'D7', 19, '2026-01-01'),
  ('mg-form', 'MG8', 'MG8 Breach of bail', null, 'D7', 20, '2026-01-01'),
  ('mg-form', 'MG9', 'MG9 List of witnesses', null, 'D9', 21, '2026-01-01'),
  ('mg-form', 'MG10', 'MG10 When witnesses cannot come', null, 'D9', 22, '2026-01-01'),
  ('mg-form', 'MG11', 'MG11 Witness statement', 'The victim personal statement too', 'D9', 23, '2026-01-01'),
  ('mg-form', 'MG12', 'MG12 Exhibits', null, 'D5', 24, '2026-01-01'),
  ('mg-form', 'MG13', 'MG13 Orders to be asked for', null, 'D6', 25, '2026-01-01'),
  ('mg-form', 'MG15', 'MG15 Record of an interview', null, 'D6', 26, '2026-01-01'),
  ('mg-form', 'MG16', 'MG16 Bad character', null, 'D7', 27, '2026-01-01'),
  ('mg-form', 'MG18', 'MG18 Offences to be taken into consideration', null, 'D7', 28, '2026-01-01'),
  ('mg-form', 'MG19', 'MG19 Compensation', null, 'D2', 29, '2026-01-01'),
  ('mg-form', 'MG20', 'MG20 Further evidence', null, 'D5', 30, '2026-01-01'),
  ('mg-form', 'MG21', 'MG21 Forensic submission', null, 'D5', 31, '2026-01-01');
comment on table code_value is 'Dated pick lists. applies_to: a regime (legal lists), AFTER_QUESTION (only once something was asked), the action by which an outcome is recorded, AGGRAVATED or BASIC (classes of offences), CLOCK (ends a time limit), the strand of a monitoring flag, the data class of an MG form, or null for all.';

do $$
declare t text;
begin
  foreach t in array array['offence', 'aggravation', 'uplift_provision', 'file_item'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy owner_all on %I to concordat_owner using (true) with check (true)', t);
    execute format('grant select on %I to concordat_app', t);
    execute format('create policy bound_caller on %I for select to concordat_app using ((select caller_subject()) is not null)', t);
  end loop;
end
$$;
