-- The timeline of a referral says which parts of it went to another agency: a row of the disclosure is there for those only who see the part itself,
-- because that something stands in a part which is withheld from them is not theirs to know.
drop policy seen on disclosure;
create policy seen on disclosure for select to concordat_app using (sees(referral, 'D1') and sees(referral, data_class));
