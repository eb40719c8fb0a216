-- What was sent stays as it was sent; whoever answers for it may amend it, and each class of it then has versions. Nothing but the class itself says that
-- it was amended: whoever does not see a class does not learn that it has versions.

insert into code_value (list, code, label, hint, position, valid_from) values
  ('amend-reason', 'NEW_INFORMATION', 'There is new information', null, 1, '2026-01-01'),
  ('amend-reason', 'CORRECTION', 'It was wrong when it was sent', 'Whoever got it is asked to confirm that they have corrected it too', 2, '2026-01-01'),
  ('amend-reason', 'TYPING_ERROR', 'A typing error that misleads nobody', null, 3, '2026-01-01');

create table referral_amendment (
  id       uuid primary key,
  referral uuid not null references referral on delete cascade,
  reason   text not null,
  text     text not null,
  actor    uuid not null,
  agency   text not null references agency,
  role     text not null references staff_role,
  at       timestamptz not null,
  xact     xid8 not null default pg_current_xact_id()
);
comment on table referral_amendment is 'Who amended a referral after it was sent, and why; there for those who see one of the classes amended.';
comment on column referral_amendment.xact is 'The transaction in which it was made: only in that are the compartments open to it.';
create index referral_amendment_by_referral on referral_amendment (referral);

create table referral_version (
  referral   uuid not null references referral on delete cascade,
  data_class text not null,
  number     integer not null check (number > 0),
  content    jsonb not null,
  at         timestamptz not null,
  amendment  uuid references referral_amendment on delete cascade,
  primary key (referral, data_class, number),
  check ((number = 1) = (amendment is null))
);
comment on table referral_version is 'What stood in a class of a referral: 1 is what was sent, kept from the first amendment of the class on. Of the data class that it names.';
create index referral_version_by_amendment on referral_version (amendment);

create table amendment_receipt (
  amendment       uuid not null references referral_amendment on delete cascade,
  referral        uuid not null references referral on delete cascade,
  agency          text not null references agency,
  data_classes    text[] not null,
  acknowledged_by uuid,
  acknowledged_at timestamptz,
  primary key (amendment, referral, agency),
  check ((acknowledged_by is null) = (acknowledged_at is null))
);
comment on table amendment_receipt is 'Who got what was wrong when it was sent, and whether they have confirmed the correction (DPA 2018 s.38(5)).';
create index amendment_receipt_by_referral on amendment_receipt (referral);

-- Whether the caller is amending the referral in this very transaction.
create function amends(p_record uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$
  select exists (select from referral_amendment a
                  where a.referral = p_record and a.actor = caller_subject() and a.xact = pg_current_xact_id_if_assigned())
$$;

-- Keeps what stood in a class before and what stands in it now. What was agreed with the person harmed is not amended: it is what the sending rests on.
create function keep_version() returns trigger language plpgsql security definer set search_path = public, pg_temp as
$$
declare
  v_class text := tg_argv[0];
  v_old   jsonb := case tg_op when 'UPDATE' then jsonb_strip_nulls(to_jsonb(old)) - 'referral' - 'version' else '{}' end;
  v_new   jsonb := jsonb_strip_nulls(to_jsonb(new)) - 'referral' - 'version';
  a       referral_amendment;
begin
  select * into a from referral_amendment x where x.referral = new.referral and x.actor = caller_subject() and x.xact = pg_current_xact_id();
  if not found or v_old = v_new then
    return null;
  end if;
  if v_class = 'D4' and (v_old ->> 'wish', v_old ->> 'override_reason', v_old ->> 'told', v_old ->> 'not_told_reason', v_old ->> 'confidentiality')
      is distinct from (v_new ->> 'wish', v_new ->> 'override_reason', v_new ->> 'told', v_new ->> 'not_told_reason', v_new ->> 'confidentiality') then
    raise insufficient_privilege using message = 'what the sending rests on is not amended';
  end if;
  insert into referral_version (referral, data_class, number, content, at)
    select r.id, v_class, 1, v_old, r.submitted_at from referral r where r.id = new.referral
    on conflict do nothing;
  insert into referral_version (referral, data_class, number, content, at, amendment)
    select a.referral, v_class, max(v.number) + 1, v_new, a.at, a.id from referral_version v where v.referral = a.referral and v.data_class = v_class
    on conflict (referral, data_class, number) do nothing;
  return null;
end
$$;

-- Whether it came on from another agency's referral, also where the caller does not see that one.
create function came_on(p_record uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$
  select knows(p_record) and exists (select from referral_link l where l.other = p_record and l.kind = 'REDIRECTED_AS')
$$;

-- Whether the caller's role writes that class down at all.
create function writes_class(p_class text) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$
  select exists (select from role_data_class c where c.role = caller_role() and c.data_class = p_class and c.drafting = 'FULL'
                    and days(c.valid_from, c.valid_to) @> now())
$$;

-- An amendment waits for a recall that is on its way, and is not made of what was recalled by then.
create function hold_amended() returns trigger language plpgsql security definer set search_path = public, pg_temp as
$$
begin
  perform from referral r where r.id = new.referral and not r.recalled for share;
  return case when found then new end;
end
$$;
create trigger hold before insert on referral_amendment for each row execute function hold_amended();

do $$
declare
  t text;
  c text;
begin
  foreach t in array array['referral_amendment', 'referral_version', 'amendment_receipt'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy owner_all on %I to concordat_owner using (true) with check (true)', t);
  end loop;
  foreach t in array array['referral_identity/D2', 'referral_monitoring/D3', 'referral_needs/D4', 'referral_incident/D5', 'referral_suspect/D6',
      'referral_antecedents/D7', 'referral_intelligence/D8', 'referral_witness/D9', 'referral_clinical/D13', 'referral_housing/D14',
      'referral_safeguarding/D15'] loop
    c := split_part(t, '/', 2);
    t := split_part(t, '/', 1);
    execute format('create policy added on %1$I for insert to concordat_app with check (writes_class(%2$L) and sees(referral, %2$L) and may(referral, ''referral.amend'') and amends(referral))', t, c);
    execute format('create policy amended on %1$I for update to concordat_app using (writes_class(%2$L) and sees(referral, %2$L) and may(referral, ''referral.amend'') and amends(referral))', t, c);
    execute format('create trigger keep_version after insert or update on %I for each row execute function keep_version(%L)', t, c);
  end loop;
end
$$;

create policy seen on referral_version for select to concordat_app using (sees(referral, data_class));
create policy seen on referral_amendment for select to concordat_app
  using (exists (select from referral_version v where v.amendment = referral_amendment.id));
create policy made on referral_amendment for insert to concordat_app
  with check (actor = (select caller_subject()) and agency = (select caller_agency()) and role = (select caller_role())
              and xact = pg_current_xact_id() and may(referral, 'referral.amend')
              and exists (select from referral r where r.id = referral_amendment.referral and r.from_agency = agency and not r.recalled
                             and (is_open(r.state) and r.state <> 'DRAFT' or r.state = 'REDIRECTED')));
create policy seen on amendment_receipt for select to concordat_app
  using (case when agency = (select caller_agency()) or exists (select from referral r where r.id = amendment_receipt.referral and r.from_agency = (select caller_agency()))
         then exists (select from unnest(data_classes) c where sees(referral, c) or sees(referral, c || ':M'))
           -- once the content is gone, whoever takes in what arrives still corrects what they noted of it
           or (may(referral, 'referral.acknowledge')
               and exists (select from referral r where r.id = amendment_receipt.referral and r.to_agency = amendment_receipt.agency and r.content_until <= now())) end);
create policy acknowledged on amendment_receipt for update to concordat_app
  using (agency = (select caller_agency()) and acknowledged_at is null
         and (may(referral, 'referral.acknowledge') or may(referral, 'referral.work')
              -- or somebody of an agency that only was given sight
              or (sees(referral, 'D1')
                  and exists (select from referral r where r.id = amendment_receipt.referral and agency not in (r.from_agency, r.to_agency)))))
  with check (acknowledged_by = (select caller_subject()));
grant select on referral_version to concordat_app;
-- not the classes: one who sees one of them would read which others were amended
grant select (amendment, referral, agency, acknowledged_by, acknowledged_at) on amendment_receipt to concordat_app;
grant select, insert on referral_amendment to concordat_app;
grant update (acknowledged_by, acknowledged_at) on amendment_receipt to concordat_app;

-- Tells whoever works with a class that was amended, of the agency that received it and of those to which it went on, as far as that class went on; and
-- whoever was given sight of it. Where it had been wrong, every agency that ever got it is to confirm that, by the ledger of disclosures and by grants,
-- not by what it may still see (DPA 2018 s.38(5)). Answers for the caller's own amendment of this transaction only.
create function tell_of_amendment(p_amendment uuid) returns void language plpgsql security definer set search_path = public, pg_temp as
$$
declare
  a         referral_amendment;
  v_classes text[];
begin
  select * into a from referral_amendment x where x.id = p_amendment and x.actor = caller_subject() and x.xact = pg_current_xact_id();
  if not found then
    return;
  end if;
  select array_agg(v.data_class) into v_classes from referral_version v where v.amendment = a.id;
  with recursive gone (record) as (
    select a.referral union select l.other from gone join referral_link l on l.referral = gone.record and l.kind = 'REDIRECTED_AS'),
  -- which of the classes it is about, in each: of what went on only those that did
  reached (record, classes) as (
    select a.referral, v_classes
    union all
    select gone.record, array(select distinct d.data_class from disclosure d where d.referral = gone.record and d.data_class = any (v_classes))
      from gone where gone.record <> a.referral),
  -- by the names of a role, or of the one person who has it there
  doer (record, viewer, names) as (
    select v.record, v.viewer, '{}'::text[] from gone join visibility v on v.record = gone.record
     where v.valid @> now() and v.actions && '{referral.acknowledge,referral.decide,referral.work,referral.follow}' and v.source <> 'exclusion'
       and v.source not in ('assignee', 'owner')
    union select r.id, '#' || s.subject, viewers(s.subject, s.agency, s.role, s.teams, '{}') from gone join referral r on r.id = gone.record
      join staff s on s.subject = r.assignee or (s.subject = r.owner and r.id <> a.referral)),
  given (record, agency, subject, seat, classes) as (
    select g.record, g.agency, g.subject, g.agency || '/' || g.role || '#' || g.subject, array(select unnest(g.data_classes) intersect select unnest(t.classes))
      from reached t join access_grant g on g.record = t.record join referral r on r.id = g.record
     where g.agency not in (a.agency, r.from_agency, r.to_agency) and g.data_classes && t.classes
       and (g.revoked_at is null or g.revoked_at > g.valid_from)),
  reader (viewer, reference, record) as (
    select d.viewer, r.reference, r.id from doer d join referral r on r.id = d.record and not r.recalled join reached t on t.record = d.record
     where split_part(d.viewer, '/', 1) <> a.agency and d.viewer <> '#' || a.actor
       and exists (select from visibility v cross join lateral unnest(v.data_classes) c
                    where v.record = d.record and v.valid @> now() and v.source <> 'exclusion' and split_part(c, ':', 1) = any (t.classes)
                      and c not like '%:H' and split_part(v.viewer, '/', 1) <> a.agency
                      and (v.viewer = any (d.names)
                           or (split_part(v.viewer, '#', 2) in ('', split_part(d.viewer, '#', 2))
                               and (split_part(d.viewer, '#', 1) = split_part(v.viewer, '#', 1)
                                    or split_part(d.viewer, '#', 1) like split_part(v.viewer, '#', 1) || '/%'))))
    -- the content is gone from there, what they noted of it is not
    union select v.viewer, r.reference, r.id from reached t join referral r on r.id = t.record and not r.recalled and r.content_until <= now()
      join visibility v on v.record = r.id and v.valid @> now() and 'referral.acknowledge' = any (v.actions) and v.source <> 'exclusion'
     where exists (select from disclosure d where d.referral = r.id and d.to_agency = r.to_agency and d.data_class = any (t.classes))
       and split_part(v.viewer, '/', 1) = r.to_agency and r.to_agency <> a.agency
    union select '#' || g.subject, r.reference, r.id from given g join referral r on r.id = g.record and not r.recalled
      join visibility v on v.record = r.id and v.viewer = g.seat and v.valid @> now() and v.data_classes && g.classes),
  got (record, agency, classes) as (
    select d.referral, d.to_agency, array_agg(distinct d.data_class) from reached t join disclosure d on d.referral = t.record and d.data_class = any (t.classes)
     where d.to_agency <> a.agency group by 1, 2
    union all
    select g.record, g.agency, array_agg(distinct c) from given g cross join lateral unnest(g.classes) c group by 1, 2),
  receipt as (
    insert into amendment_receipt (amendment, referral, agency, data_classes)
      select a.id, got.record, got.agency, array_agg(distinct c) from got cross join lateral unnest(got.classes) c where a.reason = 'CORRECTION' group by 2, 3
      on conflict do nothing)
  insert into notice (viewer, kind, reference, about)
    select distinct viewer, 'REFERRAL_CORRECTED', reference, record from reader;
end
$$;

revoke execute on function amends(uuid), came_on(uuid), writes_class(text), hold_amended(), keep_version(), tell_of_amendment(uuid) from public;
grant execute on function amends(uuid), came_on(uuid), writes_class(text), tell_of_amendment(uuid) to concordat_app;
