-- Victim liaison works the clock (ADR 38), and so logs contacts: as before, and whoever works the Victims' Code clock at either agency.
drop policy made on referral_contact;
create policy made on referral_contact for insert to concordat_app
  with check (actor = (select caller_subject()) and agency = (select caller_agency()) and role = (select caller_role())
              and at <= clock_timestamp() and sees(referral, 'D4')
              and exists (select from referral r where r.id = referral_contact.referral and r.state <> 'DRAFT'
                            and (((select caller_agency()) = r.to_agency and (may(r.id, 'referral.work') or may(r.id, 'referral.assign')))
                                 or ((select caller_agency()) = r.from_agency and may(r.id, 'referral.follow'))
                                 or ((select caller_agency()) in (r.from_agency, r.to_agency) and may(r.id, 'timer.manage')))));
