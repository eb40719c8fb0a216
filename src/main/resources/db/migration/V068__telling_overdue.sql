-- What the person harmed should have been told by now is told to those who work the clock (ADR 38).

-- Tells of everything that is overdue and open: once, however many nodes look and however late they do, and anew where the calendar set it anew. Victim
-- liaison of the agency is told where there is any who may have the record, else whoever else works the clock on it. What it is about is not said.
create function tell_of_late_obligations() returns void language sql security definer set search_path = public, pg_temp as
$$
  with late as (
    update victim_obligation set escalated_at = now()
     where id in (select o.id from victim_obligation o join referral r on r.id = o.referral
                   where o.done_at is null and o.escalated_at is null and o.due_at <= now() and not r.recalled and caller_role() = 'system'
                   for update of o skip locked)
    returning referral, agency),
  keeper as (
    select l.referral, l.agency, d.viewer, split_part(split_part(d.viewer, '/', 2), '#', 1) = 'victim-liaison' as liaison
      from (select distinct referral, agency from late) l cross join lateral doers(l.referral, 'timer.manage') d (viewer)
     where split_part(d.viewer, '/', 1) = l.agency),
  manned as (
    select distinct k.referral, k.agency from keeper k
      join staff s on s.agency = k.agency and 'victim-liaison' = any (s.roles || s.role) and s.suspended_at is null
     where k.liaison and (k.viewer not like '%#%' or k.viewer like '%#' || s.subject::text)
       and not exists (select from exclusion x where x.record = k.referral and x.subject = s.subject and x.lifted_at is null))
  insert into notice (viewer, kind, reference, about)
    select distinct k.viewer, 'REFERRAL_TELLING_LATE', r.reference, r.id
      from keeper k join referral r on r.id = k.referral
     where k.liaison = exists (select from manned m where m.referral = k.referral and m.agency = k.agency)
$$;
do $$
declare v_kinds text := (select pg_get_expr(conbin, conrelid) from pg_constraint where conname = 'notice_kind_check');
begin
  alter table notice drop constraint notice_kind_check;
  execute 'alter table notice add constraint notice_kind_check check (kind = ''REFERRAL_TELLING_LATE'' or ' || v_kinds || ')';
end
$$;
revoke execute on function tell_of_late_obligations() from public;
grant execute on function tell_of_late_obligations() to concordat_app;
