-- What a record is taken out for, on paper or as a file. What stays within the agency is consulted; everything else is disclosed to whom the use names.

insert into code_value (list, code, label, hint, applies_to, position, valid_from) values
  ('export-use', 'OWN_FILE', 'For our own file', 'It stays within your agency', null, 1, '2026-01-01'),
  ('export-use', 'COURT', 'For a court or tribunal', null, null, 2, '2026-01-01'),
  ('export-use', 'CASE_PANEL', 'For a case panel', 'Those who meet about this person', null, 3, '2026-01-01'),
  ('export-use', 'LEGAL_DUTY', 'Somebody else is owed it by law', 'For example a coroner, or the person themselves', null, 4, '2026-01-01');

-- Who receives something and is no agency here, as the ledger says it.
insert into code_value (list, code, label, hint, applies_to, position, valid_from) values
  ('recipient', 'COURT', 'A court or tribunal', null, null, 1, '2026-01-01'),
  ('recipient', 'CASE_PANEL', 'A case panel', null, null, 2, '2026-01-01'),
  ('recipient', 'LEGAL_DUTY', 'Somebody who is owed it by law', null, null, 3, '2026-01-01'),
  ('recipient', 'INFORMATION_COMMISSIONER', 'The Information Commissioner', null, null, 4, '2026-01-01');
