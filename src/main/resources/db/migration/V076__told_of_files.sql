-- What becomes of a file for prosecutors is told to whoever has to go on with it: to the unit that it was submitted, to the force that it came back or was decided on (ADR 36).

do $$
declare v_kinds text := (select pg_get_expr(conbin, conrelid) from pg_constraint where conname = 'notice_kind_check');
begin
  alter table notice drop constraint notice_kind_check;
  execute 'alter table notice add constraint notice_kind_check check (kind = ''REFERRAL_FILE_MOVED'' or ' || v_kinds || ')';
end
$$;

-- Once a move of the file, however many are suspected, and nobody twice: of two names under which one person sees, the wider is told, as of documents (tell_of_document).
-- Prosecutors: whoever has the referral; before that, whoever takes in what arrives. The police: whoever may amend what they sent.
create function tell_of_file() returns trigger language plpgsql security definer set search_path = public, pg_temp as
$$
declare
  v_police boolean := new.move in ('SUBMIT', 'RESUBMIT');
begin
  if new.move in ('TAKE_IN', 'BEGIN') then
    return null;
  end if;
  insert into notice (viewer, kind, reference, about)
    with doer as (
      select distinct d.viewer
        from unnest(case when v_police then array['referral.acknowledge', 'referral.decide', 'outcome.cps.record'] else array['referral.amend'] end) action
       cross join lateral doers(new.referral, action) d (viewer))
    select told.viewer, 'REFERRAL_FILE_MOVED', r.reference, r.id
      from referral r cross join doer told
     where r.id = new.referral and split_part(told.viewer, '/', 1) = case when v_police then r.to_agency else r.from_agency end
       and (not v_police or r.assignee is null or told.viewer like '%#' || r.assignee)
       and not exists (select from doer w left join staff s on s.subject = nullif(split_part(told.viewer, '#', 2), '')::uuid
                        where w.viewer <> told.viewer and (not v_police or r.assignee is null)
                          and (starts_with(told.viewer, w.viewer) and substr(told.viewer, length(w.viewer) + 1, 1) in ('#', '!', '/')
                               or starts_with(w.viewer, split_part(told.viewer, '#', 1) || '/') and split_part(w.viewer, '/', 3) = any (s.teams)))
       and not exists (select from notice n where n.viewer = told.viewer and n.kind = 'REFERRAL_FILE_MOVED' and n.about = r.id and n.at = now());
  return null;
end
$$;
create trigger tell after insert on review_move for each row execute function tell_of_file();
revoke execute on function tell_of_file() from public;
