-- A document that is added to a referral that was sent is told to the agency that received it (ADR 31).

do $$
declare v_kinds text := (select pg_get_expr(conbin, conrelid) from pg_constraint where conname = 'notice_kind_check');
begin
  alter table notice drop constraint notice_kind_check;
  execute 'alter table notice add constraint notice_kind_check check (kind = ''DOCUMENT_ADDED'' or ' || v_kinds || ')';
end
$$;

-- Tells those of the receiver who may do something to the referral. Which of them may see the document is asked when they read it (policy document on notice), as it may
-- change until then. Of several under one class within ten minutes there is one notice, until somebody has opened it. Nobody is told twice: of two names under which one person
-- sees, the wider is told (a team and not also who leads it or has the referral).
create function tell_of_document() returns trigger language plpgsql security definer set search_path = public, pg_temp as
$$
begin
  insert into notice (viewer, kind, reference, about)
    with doer as (
      select distinct d.viewer
        from unnest(array['referral.acknowledge', 'referral.decide', 'referral.work', 'referral.assign']) action
       cross join lateral doers(new.referral, action) d (viewer))
    select told.viewer, 'DOCUMENT_ADDED', r.reference, new.id
      from referral r cross join doer told
     where r.id = new.referral and r.state <> 'DRAFT' and r.from_agency = new.holder and split_part(told.viewer, '/', 1) = r.to_agency
       and not exists (select from doer w left join staff s on s.subject = nullif(split_part(told.viewer, '#', 2), '')::uuid
                        where w.viewer <> told.viewer
                          and (starts_with(told.viewer, w.viewer) and substr(told.viewer, length(w.viewer) + 1, 1) in ('#', '!', '/')
                               or starts_with(w.viewer, split_part(told.viewer, '#', 1) || '/') and split_part(w.viewer, '/', 3) = any (s.teams)))
       and not exists (select from notice n join document d on d.id = n.about
                        where n.viewer = told.viewer and n.kind = 'DOCUMENT_ADDED' and n.at > now() - interval '10 minutes'
                          and d.referral = r.id and d.data_class = new.data_class and d.holder = new.holder
                          and not exists (select from notice_seen s where s.notice = n.id));
  return null;
end
$$;
create trigger tell after insert on document for each row execute function tell_of_document();

-- Whether the caller is told that it was added: they see it, and it was not they who did.
create function tells_of_document(p_document uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$
  select exists (select from document d where d.id = p_document and d.attached_by is distinct from caller_subject()
                    and knows(d.referral) and sees_document(d.referral, d.holder, d.data_class))
$$;
create policy document on notice as restrictive for select to concordat_app using (kind <> 'DOCUMENT_ADDED' or tells_of_document(about));
revoke execute on function tell_of_document(), tells_of_document(uuid) from public;
grant execute on function tells_of_document(uuid) to concordat_app;
