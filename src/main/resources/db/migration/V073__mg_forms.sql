-- The forms of a file for prosecutors (domain.md 3.2; ADR 43) are typed documents: each belongs to the class that the list (V060) names, and goes with that part of the referral.

alter table document add column form text;
comment on column document.form is 'Which form of a file for prosecutors it is, a code of list mg-form; null for every other document.';

-- As before, and a form is one of the list on that day, under its own class, and from the force that sends a referral to prosecutors.
drop policy attached on document;
create policy attached on document for insert to concordat_app
  with check (attached_by = (select caller_subject()) and attached_role = (select caller_role()) and holder = (select caller_agency())
              and xact = pg_current_xact_id() and withdrawn_at is null and attaches(referral, data_class)
              and (document.form is null
                   or (exists (select from code_value c where c.list = 'mg-form' and c.code = document.form and c.applies_to = document.data_class
                                  and days(c.valid_from, c.valid_to) @> now())
                       and exists (select from referral r where r.id = document.referral and r.type = 'POLICE_TO_CPS_REVIEW' and r.from_agency = document.holder))));
grant insert (form) on document to concordat_app;
