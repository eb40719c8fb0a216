-- What a trust asks when it refers a patient: the number and the ground stay with the trust (D13), how badly somebody was hurt goes with the needs (D4).

insert into code_value (list, code, label, hint, position, valid_from) values
  ('injury', 'NONE', 'Not hurt', null, 1, '2026-01-01'),
  ('injury', 'MINOR', 'Minor', 'No treatment was needed', 2, '2026-01-01'),
  ('injury', 'TREATMENT', 'Needed treatment', null, 3, '2026-01-01'),
  ('injury', 'SERIOUS', 'Serious', 'Admitted, or life-changing', 4, '2026-01-01'),
  ('nhs-number-status', 'VERIFIED', 'Number present and verified', null, 1, '2026-01-01'),
  ('nhs-number-status', 'NOT_TRACED', 'Number present, not traced', null, 2, '2026-01-01'),
  ('nhs-number-status', 'TRACE_REQUIRED', 'Trace required', null, 3, '2026-01-01'),
  ('nhs-number-status', 'ABSENT', 'No number', 'For example a visitor from abroad', 4, '2026-01-01'),
  ('capacity', 'HAS_CAPACITY', 'They have capacity to decide', null, 1, '2026-01-01'),
  ('capacity', 'LACKS_CAPACITY', 'They lack capacity', 'Decided in their best interests (Mental Capacity Act 2005 s.4)', 2, '2026-01-01'),
  ('capacity', 'NOT_ASSESSED', 'Not assessed', 'No reason to doubt it', 3, '2026-01-01'),
  ('caldicott-guardian', 'CONSULTED', 'Was asked and agreed', null, 1, '2026-01-01'),
  ('caldicott-guardian', 'NOT_CONSULTED', 'Was not asked', null, 2, '2026-01-01'),
  ('safeguarding-raised', 'NO_CONCERN', 'There is no safeguarding concern', null, 1, '2026-01-01'),
  ('safeguarding-raised', 'ADULT', 'Raised with the council for an adult', 'Care Act 2014 s.42', 2, '2026-01-01'),
  ('safeguarding-raised', 'CHILD', 'Raised with the council for a child', 'Children Act 1989 s.17 or s.47', 3, '2026-01-01'),
  ('safeguarding-raised', 'TO_RAISE', 'There is a concern that I raise next', 'It goes beside this referral, never instead of it', 4, '2026-01-01');

alter table referral_needs add column injury text;
comment on column referral_needs.injury is 'Code of list injury: a band, never a diagnosis.';
alter table referral_clinical add column nhs_number text, add column nhs_number_status text, add column capacity text,
  add column rationale text, add column guardian text, add column safeguarding text;
comment on column referral_clinical.nhs_number is 'Ten digits, checked by modulus 11; it stays with the trust.';
comment on column referral_clinical.safeguarding is 'Code of list safeguarding-raised: a concern goes to the council in parallel; in words it stands in referral_safeguarding.';
