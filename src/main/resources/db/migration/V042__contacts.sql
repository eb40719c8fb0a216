-- What the person harmed was told, and when (domain.md 3.5, 7.2): a log of contacts by either agency. It ends the time limit of the first contact
-- and sets the next 28 days within which news is due.

insert into code_value (list, code, label, hint, applies_to, position, valid_from) values
  ('contact-kind', 'FIRST_CONTACT', 'First contact', null, 'CLOCK', 1, '2026-01-01'),
  ('contact-kind', 'ACKNOWLEDGEMENT', 'Acknowledgement, and what happens next', null, null, 2, '2026-01-01'),
  ('contact-kind', 'UPDATE', 'How it is going', null, 'CLOCK', 3, '2026-01-01'),
  ('contact-kind', 'DECISION', 'A decision, and why', null, 'CLOCK', 4, '2026-01-01'),
  ('contact-kind', 'OUTCOME', 'What came of it', null, 'CLOCK', 5, '2026-01-01'),
  ('contact-kind', 'SUPPORT', 'Referral to support', null, null, 6, '2026-01-01'),
  ('contact-kind', 'OTHER', 'Something else', null, null, 7, '2026-01-01'),
  ('contact-made-by', 'IN_PERSON', 'In person', null, null, 1, '2026-01-01'),
  ('contact-made-by', 'TELEPHONE', 'Telephone', null, null, 2, '2026-01-01'),
  ('contact-made-by', 'VIDEO', 'Video call', null, null, 3, '2026-01-01'),
  ('contact-made-by', 'TEXT', 'Text message', null, null, 4, '2026-01-01'),
  ('contact-made-by', 'EMAIL', 'Email', null, null, 5, '2026-01-01'),
  ('contact-made-by', 'POST', 'Letter', null, null, 6, '2026-01-01'),
  ('contact-made-by', 'THROUGH_ANOTHER', 'Through somebody they trust', 'For example a family spokesperson, an advocate or another agency', null, 7, '2026-01-01'),
  ('contact-exemption', 'ASKED_NOT', 'They asked not to be contacted', null, null, 1, '2026-01-01'),
  ('contact-exemption', 'RISK', 'Contact would put somebody at risk', null, null, 2, '2026-01-01'),
  ('contact-exemption', 'NO_SAFE_WAY', 'No safe way to reach them is known', null, null, 3, '2026-01-01'),
  ('contact-exemption', 'ANOTHER_AGENCY', 'Another agency is their one contact', null, null, 4, '2026-01-01'),
  ('contact-exemption', 'NOBODY_KNOWN', 'Nobody is known who was harmed', null, null, 5, '2026-01-01'),
  ('contact-exemption', 'DIED', 'They have died and there is no spokesperson', null, null, 6, '2026-01-01');
comment on table code_value is
  'Dated pick lists. applies_to: a regime (legal lists), AFTER_QUESTION (only once something was asked), CLOCK (ends a time limit), or null for all.';

create table referral_contact (
  id        uuid primary key,
  referral  uuid not null references referral on delete cascade,
  kind      text not null,
  result    text not null check (result in ('TOLD', 'TRIED', 'EXEMPT')),
  at        timestamptz not null,
  logged_at timestamptz not null default now(),
  actor     uuid not null,
  agency    text not null references agency,
  role      text not null references staff_role,
  due_step  text,
  due_at    timestamptz,
  check ((due_step is null) = (due_at is null))
);
comment on column referral_contact.due_step is 'The time limit that it ended, which was due at due_at; empty where it ended none. Function contact_ends_limit writes both.';
comment on table referral_contact is
  'That the person harmed was told something, that it was tried, or that they were not to be told: data class D16, and the agency''s own with D4. How, why and in what words is in contact_words.';
create index referral_contact_by_referral on referral_contact (referral, at);

create table contact_words (
  contact   uuid primary key references referral_contact on delete cascade,
  referral  uuid not null references referral on delete cascade,
  agency    text not null references agency,
  made_by   text,
  exemption text,
  words     text not null,
  check ((made_by is null) <> (exemption is null))
);
comment on table contact_words is 'How the person harmed was told, or why not, and in what words: data class D4, for the agency that wrote it.';
create index contact_words_by_referral on contact_words (referral);

alter table referral_contact enable row level security, force row level security;
alter table contact_words enable row level security, force row level security;
create policy owner_all on referral_contact to concordat_owner using (true) with check (true);
create policy owner_all on contact_words to concordat_owner using (true) with check (true);
-- What the other agency writes after the receiver's sight of the content ended is not the receiver's any more.
create policy seen on referral_contact for select to concordat_app
  using ((agency = (select caller_agency()) and (sees(referral, 'D4') or sees(referral, 'D16')))
         or (sees(referral, 'D16') and exists (select from referral r where r.id = referral_contact.referral
                                                 and (r.content_until is null or referral_contact.logged_at < r.content_until))));
-- Whoever works on it or manages that, and whoever answers for it at the agency that sent it; each needs to see how contact is safe.
create policy made on referral_contact for insert to concordat_app
  with check (actor = (select caller_subject()) and agency = (select caller_agency()) and role = (select caller_role())
              and at <= clock_timestamp() and sees(referral, 'D4')
              and exists (select from referral r where r.id = referral_contact.referral and r.state <> 'DRAFT'
                            and (((select caller_agency()) = r.to_agency and (may(r.id, 'referral.work') or may(r.id, 'referral.assign')))
                                 or ((select caller_agency()) = r.from_agency and may(r.id, 'referral.follow')))));
create policy seen on contact_words for select to concordat_app using (agency = (select caller_agency()) and sees(referral, 'D4'));
create policy written on contact_words for insert to concordat_app
  with check (agency = (select caller_agency()) and sees(referral, 'D4')
              and exists (select from referral_contact c where c.id = contact_words.contact and c.referral = contact_words.referral
                            and c.agency = contact_words.agency and c.actor = (select caller_subject())));
grant select on referral_contact to concordat_app;
grant insert (id, referral, kind, result, at, actor, agency, role) on referral_contact to concordat_app;
grant select, insert on contact_words to concordat_app;

-- The receiver's contact ends the limit of the first contact, or sets that of the news anew, from when the person harmed was told, or excused from it. What
-- happened before the clock was started does not end it; the minute counts, because contacts are logged by the minute. While the work rests, it is
-- the clock that stands still. What was due is kept with the contact, which ends one limit at most. Whether it ended one.
create function contact_ends_limit(p_contact uuid) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as
$$
declare
  c     referral_contact;
  r     referral;
  v_due timestamptz;
begin
  select * into c from referral_contact
   where id = p_contact and actor = caller_subject() and agency = caller_agency() and result in ('TOLD', 'EXEMPT') and due_step is null
     and exists (select from code_value v where v.list = 'contact-kind' and v.code = kind and v.applies_to = 'CLOCK'
                    and days(v.valid_from, v.valid_to) @> now());
  select * into r from referral where id = c.referral and to_agency = c.agency and not recalled for update;
  select (((c.at at time zone 'Europe/London')::date + l.amount)::timestamp + time '17:00') at time zone 'Europe/London' into v_due
    from service_level l where l.step = 'UPDATE' and l.urgency = r.urgency and l.unit = 'DAYS' and days(l.valid_from, l.valid_to) @> now();
  if v_due is null then
    return false;
  end if;
  if r.due_step in ('FIRST_CONTACT', 'UPDATE') and date_trunc('minute', r.clock_started) <= c.at then
    update referral_contact set due_step = r.due_step, due_at = r.due_at where id = c.id;
    update referral set due_step = 'UPDATE', clock_started = c.at, due_at = v_due, version = version + 1 where id = r.id;
    return true;
  elsif r.paused_step in ('FIRST_CONTACT', 'UPDATE') and date_trunc('minute', r.paused_started) <= c.at then
    update referral_contact set due_step = r.paused_step, due_at = r.paused_due where id = c.id;
    update referral set paused_step = 'UPDATE', paused_started = c.at, paused_due = v_due, paused_at = greatest(paused_at, c.at), version = version + 1
     where id = r.id;
    return true;
  end if;
  return false;
end
$$;
revoke execute on function contact_ends_limit(uuid) from public;
grant execute on function contact_ends_limit(uuid) to concordat_app;
