-- What the compartments of a referral are filled with, what lets NHS data leave its confidence, and who answers for sharing against somebody's wish.

insert into code_value (list, code, label, hint, position, valid_from) values
  ('ethnicity', 'WHITE_BRITISH', 'White: English, Welsh, Scottish, Northern Irish or British', null, 1, '2026-01-01'),
  ('ethnicity', 'WHITE_IRISH', 'White: Irish', null, 2, '2026-01-01'),
  ('ethnicity', 'WHITE_GYPSY_TRAVELLER', 'White: Gypsy or Irish Traveller', null, 3, '2026-01-01'),
  ('ethnicity', 'WHITE_ROMA', 'White: Roma', null, 4, '2026-01-01'),
  ('ethnicity', 'WHITE_OTHER', 'White: any other', null, 5, '2026-01-01'),
  ('ethnicity', 'MIXED_WHITE_CARIBBEAN', 'Mixed: White and Black Caribbean', null, 6, '2026-01-01'),
  ('ethnicity', 'MIXED_WHITE_AFRICAN', 'Mixed: White and Black African', null, 7, '2026-01-01'),
  ('ethnicity', 'MIXED_WHITE_ASIAN', 'Mixed: White and Asian', null, 8, '2026-01-01'),
  ('ethnicity', 'MIXED_OTHER', 'Mixed: any other', null, 9, '2026-01-01'),
  ('ethnicity', 'ASIAN_INDIAN', 'Asian: Indian', null, 10, '2026-01-01'),
  ('ethnicity', 'ASIAN_PAKISTANI', 'Asian: Pakistani', null, 11, '2026-01-01'),
  ('ethnicity', 'ASIAN_BANGLADESHI', 'Asian: Bangladeshi', null, 12, '2026-01-01'),
  ('ethnicity', 'ASIAN_CHINESE', 'Asian: Chinese', null, 13, '2026-01-01'),
  ('ethnicity', 'ASIAN_OTHER', 'Asian: any other', null, 14, '2026-01-01'),
  ('ethnicity', 'BLACK_AFRICAN', 'Black: African', null, 15, '2026-01-01'),
  ('ethnicity', 'BLACK_CARIBBEAN', 'Black: Caribbean', null, 16, '2026-01-01'),
  ('ethnicity', 'BLACK_OTHER', 'Black: any other', null, 17, '2026-01-01'),
  ('ethnicity', 'OTHER_ARAB', 'Arab', null, 18, '2026-01-01'),
  ('ethnicity', 'OTHER_ANY', 'Any other ethnic group', null, 19, '2026-01-01'),
  ('ethnicity', 'UNSTATED', 'They prefer not to say', null, 20, '2026-01-01'),
  ('contact-method', 'NO_CONTACT', 'They do not want to be contacted', 'The receiving agency asks you', 6, '2026-01-01'),
  ('confidentiality', 'CONSENTED', 'They consented', null, 1, '2026-01-01'),
  ('confidentiality', 'PUBLIC_INTEREST', 'The public interest', 'To prevent serious harm or a serious crime', 2, '2026-01-01'),
  ('confidentiality', 'COURT_ORDER_OR_DUTY', 'A court order or a legal duty', null, 3, '2026-01-01'),
  ('confidentiality', 'NOT_NEEDED', 'Not needed: there is no clinical detail', null, 4, '2026-01-01');

alter table referral_needs add column confidentiality text;
comment on column referral_needs.confidentiality is 'What sets the common law duty of confidence aside, where the NHS sends; neither the wish nor the lawful basis.';

-- The demo agreements let through what a sender can now write down and the receiving role sees: a safeguarding concern to a trust, housing history
-- from council to council. Antecedents between forces travel by the national systems, so no agreement here has them.
insert into agreement_class (agreement, from_agency, data_class)
  select g.id, giver.code, case taker.kind when 'NHS' then 'D15' else 'D14' end
    from agreement g
    cross join lateral (values (g.party_a, g.party_b), (g.party_b, g.party_a)) as way (giver, taker)
    join agency giver on giver.code = way.giver join agency taker on taker.code = way.taker
   where g.proposed_by is null and g.title like '%(synthetic)'
     and (taker.kind = 'NHS' or (giver.kind = 'COUNCIL' and taker.kind = 'COUNCIL'))
  on conflict do nothing;
do $$ begin perform publish(r.id) from referral r where r.state <> 'DRAFT'; end $$;

-- Sharing without the agreement of the person harmed is answered for by somebody who may (action consent.override).
create table consent_override (
  referral   uuid primary key references referral on delete cascade,
  to_agency  text not null references agency,
  wish       text not null,
  reason     text not null,
  decided_by uuid not null,
  role       text not null references staff_role,
  decided_at timestamptz not null default now()
);
comment on table consent_override is 'Who answered for sharing with that agency although the person harmed did not agree: holds for that receiver, wish and reason only.';

-- The caller's to override: drafts of their agency, and of the team they lead where the role reaches no further. The header, the wish and the
-- reason that was proposed; whatever else there is in the draft stays with its author.
create function draft_to_override(p_reference text)
  returns table (id uuid, from_agency text, from_team text, owner uuid, to_agency text, urgency text, wish text, reason text, decided_role text,
                 decided_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp as
$$
  select r.id, r.from_agency, r.from_team, r.owner, r.to_agency, r.urgency, n.wish, n.override_reason, o.role, o.decided_at
    from referral r join referral_needs n on n.referral = r.id
    left join consent_override o on o.referral = r.id and o.to_agency = r.to_agency and o.wish = n.wish and o.reason = n.override_reason
   where r.reference = p_reference and r.state = 'DRAFT' and r.from_agency = caller_agency() and r.to_agency is not null
     and r.person_known is not false and n.wish <> 'AGREES'
     and not exists (select from exclusion x where x.record = r.id and x.subject = caller_subject() and x.lifted_at is null)
     and exists (select from role_permission p
                  where p.role = caller_role() and p.action = 'consent.override' and days(p.valid_from, p.valid_to) @> now()
                    and (p.scope = 'SENDER'
                         or (p.scope = 'SENDING_LEAD'
                             and r.from_agency || '/' || p.role || '/' || r.from_team || '!lead' = any (caller_viewers()))))
$$;

-- Records that the caller answers for it; false where it is not theirs, or is not what they saw any more.
create function override_consent(p_reference text, p_to text, p_wish text, p_reason text) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as
$$
declare
  v_draft uuid := (select d.id from draft_to_override(p_reference) d where d.to_agency = p_to and d.wish = p_wish);
begin
  if v_draft is null or not exists (select from code_value c where c.list = 'override-reason' and c.code = p_reason
                                       and days(c.valid_from, c.valid_to) @> now()) then
    return false;
  end if;
  update referral_needs set override_reason = p_reason, version = version + 1
    where referral = v_draft and override_reason is distinct from p_reason;
  insert into consent_override (referral, to_agency, wish, reason, decided_by, role)
    values (v_draft, p_to, p_wish, p_reason, caller_subject(), caller_role())
    on conflict (referral) do update set to_agency = excluded.to_agency, wish = excluded.wish, reason = excluded.reason,
      decided_by = excluded.decided_by, role = excluded.role, decided_at = excluded.decided_at;
  return true;
end
$$;

-- The database's own answer: nothing is sent against the wish that nobody answers for.
create function guard_consent() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
  if current_user = 'concordat_app' and new.person_known is not false and not exists (
      select from referral_needs n
       where n.referral = new.id
         and (n.wish = 'AGREES' or exists (select from consent_override o where o.referral = n.referral and o.to_agency = new.to_agency
                                              and o.wish = n.wish and o.reason = n.override_reason))) then
    raise insufficient_privilege using message = 'nobody answers for sharing this without agreement';
  end if;
  return new;
end
$$;
create trigger guard_consent before update on referral for each row when (old.state = 'DRAFT' and new.state = 'SUBMITTED')
  execute function guard_consent();

alter table consent_override enable row level security, force row level security;
create policy owner_all on consent_override to concordat_owner using (true) with check (true);
create policy seen on consent_override for select to concordat_app using (sees(referral, 'D4'));
grant select on consent_override to concordat_app;
revoke execute on function draft_to_override(text), override_consent(text, text, text, text), guard_consent() from public;
grant execute on function draft_to_override(text), override_consent(text, text, text, text) to concordat_app;
