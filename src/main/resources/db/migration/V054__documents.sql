-- Documents that belong to a referral. Each has a data class and is seen by whoever sees that class: what came from the agency that sent it with the
-- class itself, what the receiver attached as its own work (ADR 23, ADR 31). Their bytes lie here, sealed under keys that the database does not know.

create table document (
  id               uuid primary key,
  referral         uuid not null references referral on delete cascade,
  data_class       text not null check (data_class in ('D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8', 'D9', 'D13', 'D14', 'D15')),
  holder           text not null references agency,
  name             text not null check (char_length(name) between 1 and 150 and name !~ '[[:cntrl:]/\\]'),
  type             text not null check (type in ('PDF', 'JPEG', 'PNG', 'TEXT', 'DOCX')),
  size             integer not null check (size between 1 and 26214400),
  digest           text not null check (digest ~ '^[0-9a-f]{64}$'),
  scan             text not null check (scan in ('CLEAN', 'NOT_SCANNED')),
  pages            integer not null default 0 check (pages between 0 and 20),
  chunks           integer not null check (chunks > 0),
  key_name         text not null,
  sealed_key       bytea not null,
  attached_by      uuid not null,
  attached_role    text not null references staff_role,
  attached_at      timestamptz not null,
  xact             xid8 not null default pg_current_xact_id(),
  withdrawn_at     timestamptz,
  withdrawn_by     uuid,
  withdrawn_role   text references staff_role,
  withdrawn_reason text,
  check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_role is null)
         and (withdrawn_at is null) = (withdrawn_reason is null)),
  check (withdrawn_reason ~ '\S' and withdrawn_at >= attached_at)
);
comment on table document is 'Documents of a referral: what is known of them beside their bytes, of the data class that each names. holder: the agency that attached it.';
comment on column document.digest is 'SHA-256 of the bytes as they were kept, before they were sealed.';
comment on column document.pages is 'How many pages of it are shown as pictures: of a picture one, of text and of a Word document none.';
comment on column document.xact is 'The transaction in which it was attached: only in that are its bytes added.';
create index document_by_referral on document (referral);

create table document_chunk (
  document uuid not null references document on delete cascade,
  number   integer not null check (number >= 0),
  bytes    bytea not null,
  primary key (document, number)
);
alter table document_chunk alter column bytes set storage external; -- sealed bytes cannot be compressed
comment on table document_chunk is 'The bytes of documents in pieces, each sealed with AES-256-GCM and bound to its place; of the class of their document, and of none once it is withdrawn.';

-- Whether the caller sees what that agency attached to the referral under that class.
create function sees_document(p_referral uuid, p_holder text, p_class text) returns boolean language sql stable as
$$
  select case when exists (select from referral r where r.id = p_referral and r.from_agency = p_holder) then sees(p_referral, p_class)
              else sees_casework(p_referral, p_holder, p_class) end
$$;

-- Whether the caller attaches something of that class to the referral now: its drafter; where it was sent from, whoever may amend it and writes that class;
-- where it went, whoever works on it or manages that, of what is its own work.
create function attaches(p_referral uuid, p_class text) returns boolean language sql stable as
$$
  select exists (select from referral r where r.id = p_referral and not r.recalled
    and case when r.state = 'DRAFT' then drafts(r.id) and writes_class(p_class) and sees(r.id, p_class)
             when r.from_agency = caller_agency() then (is_open(r.state) or r.state = 'REDIRECTED') and may(r.id, 'referral.amend') and writes_class(p_class)
                                                   and sees(r.id, p_class)
             when r.to_agency = caller_agency() then r.state in ('ACCEPTED', 'IN_PROGRESS', 'ON_HOLD', 'OUTCOME_RECORDED')
                                                 and (may(r.id, 'referral.work') or may(r.id, 'referral.assign'))
                                                 and sees_casework(r.id, r.to_agency, p_class)
             else false end)
$$;

-- Whether the caller withdraws what their agency attached under that class, however the referral stands by now: what should not have gone is never to stay. While it is
-- recalled nobody may do anything else to it, so that who at the sender amends referrals at all and writes that class does.
create function withdraws(p_referral uuid, p_class text) returns boolean language sql stable as
$$
  select exists (select from referral r where r.id = p_referral and r.state <> 'DRAFT'
    and case when r.from_agency = caller_agency() then (r.recalled and exists (select from role_permission p where p.role = caller_role() and p.action = 'referral.amend'
                                                                                      and days(p.valid_from, p.valid_to) @> now())
                                                         or may(r.id, 'referral.amend')) and writes_class(p_class) and sees(r.id, p_class)
             when r.to_agency = caller_agency() then (may(r.id, 'referral.work') or may(r.id, 'referral.assign'))
                                                 and sees_casework(r.id, r.to_agency, p_class)
             else false end)
$$;

alter table document enable row level security, force row level security;
alter table document_chunk enable row level security, force row level security;
create policy owner_all on document to concordat_owner using (true) with check (true);
create policy owner_all on document_chunk to concordat_owner using (true) with check (true);
create policy seen on document for select to concordat_app using (sees_document(referral, holder, data_class));
create policy attached on document for insert to concordat_app
  with check (attached_by = (select caller_subject()) and attached_role = (select caller_role()) and holder = (select caller_agency())
              and xact = pg_current_xact_id() and withdrawn_at is null and attaches(referral, data_class));
create policy withdrawn on document for update to concordat_app
  using (withdrawn_at is null and holder = (select caller_agency()) and withdraws(referral, data_class))
  with check (withdrawn_by = (select caller_subject()) and withdrawn_role = (select caller_role())
              and withdrawn_at <= clock_timestamp() + interval '1 minute'); -- clocks of two machines differ
create policy erased on document for delete to concordat_app
  using (attached_by = (select caller_subject()) and drafts(referral) and attaches(referral, data_class));
create policy seen on document_chunk for select to concordat_app
  using (exists (select from document d where d.id = document_chunk.document and d.withdrawn_at is null));
create policy attached on document_chunk for insert to concordat_app
  with check (exists (select from document d where d.id = document_chunk.document and d.attached_by = (select caller_subject())
                         and d.xact = pg_current_xact_id_if_assigned() and document_chunk.number < d.chunks));
grant select, delete on document to concordat_app;
grant insert (id, referral, data_class, holder, name, type, size, digest, scan, pages, chunks, key_name, sealed_key, attached_by, attached_role, attached_at)
  on document to concordat_app;
grant update (withdrawn_at, withdrawn_by, withdrawn_role, withdrawn_reason) on document to concordat_app;
grant select, insert on document_chunk to concordat_app;

-- As before, and its documents are erased with it, so that their classes are.
create or replace function stale_drafts() returns table (record uuid, agency text, version bigint, classes text)
  language sql stable security definer set search_path = public, pg_temp as
$$
  select r.id, r.from_agency, r.version,
         (select string_agg(c.class, ',' order by cast(substr(c.class, 2) as integer)) from (
            select unnest(array['D1', 'D2', 'D4', 'D5'])
            union select 'D3' from referral_monitoring x where x.referral = r.id
            union select 'D6' from referral_suspect x where x.referral = r.id
            union select 'D7' from referral_antecedents x where x.referral = r.id
            union select 'D8' from referral_intelligence x where x.referral = r.id
            union select 'D9' from referral_witness x where x.referral = r.id
            union select 'D13' from referral_clinical x where x.referral = r.id
            union select 'D14' from referral_housing x where x.referral = r.id
            union select 'D15' from referral_safeguarding x where x.referral = r.id
            union select d.data_class from document d where d.referral = r.id) as c (class))
    from referral r where r.state = 'DRAFT' and r.changed_at <= now() - interval '30 days' and caller_role() = 'system' order by r.changed_at limit 100
$$;

-- Holds a referral as it stands until this transaction ends: neither sent nor erased while a file is attached to it, and no two files at once, so that the same
-- one is kept once and what there is room for is counted.
create function hold_referral(p_reference text) returns void language plpgsql security definer set search_path = public, pg_temp as
$$ begin perform 1 from referral where reference = p_reference for no key update; end $$;
revoke execute on function hold_referral(text) from public;
grant execute on function hold_referral(text) to concordat_app;

-- What the caller's agency attached to a referral under a class that they see in full, withdrawn or not. Of no other class is anything counted: a limit that is
-- reached would tell of it.
create function documents_attached(p_referral uuid, p_class text, out o_count bigint, out o_bytes bigint)
  language sql stable security definer set search_path = public, pg_temp as
$$
  select count(*), coalesce(sum(d.size), 0) from document d 
   where d.referral = p_referral and d.data_class = p_class and d.holder = caller_agency() and sees_document(p_referral, d.holder, p_class)
$$;
revoke execute on function documents_attached(uuid, text) from public;
grant execute on function documents_attached(uuid, text) to concordat_app;

-- Under which keys documents lie: the start asks whether the portal was given them all.
create function document_keys() returns setof text language sql stable security definer set search_path = public, pg_temp as
$$ select distinct key_name from document $$;
revoke execute on function document_keys() from public;
grant execute on function document_keys() to concordat_app;
