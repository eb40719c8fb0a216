-- The ledger by person: entries say whom they showed, by ids that name nobody.

-- Which entries showed a person, of those that the caller may read.
create function ledger_about_person(p_subject uuid) returns table (at timestamptz, ordinal bigint)
  language sql stable security definer set search_path = public, pg_temp as
$$ select e.at, e.ordinal from ledger_entry e where e.subject_ids @> array[p_subject] and (e.actor = caller_subject() or governs(e)) $$;
revoke execute on function ledger_about_person(uuid) from public;
grant execute on function ledger_about_person(uuid) to concordat_app;

-- As before, but people are counted where an entry says whom it showed, and names are compared with those that it showed.
create or replace function ledger_marked(p_mark text, p_at timestamptz, p_ordinal bigint) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp as
$$
declare
  e ledger_entry;
begin
  select * into e from ledger_entry l where l.at = p_at and l.ordinal = p_ordinal;
  if e.id is null or not governs(e) then
    return false;
  end if;
  return coalesce(case p_mark
    when 'REFUSED' then not e.permitted
    when 'OUT_OF_HOURS' then out_of_hours(e.at, e.actor_agency, e.actor_role)
    when 'GLASS' then (e.action = 'breakglass.use' and (not e.permitted or not e.data_classes <@ '{D1}'))
      or exists (select from break_glass b where b.subject = e.actor and b.record = any (e.record_ids) and not barred(b.record)
                   and e.at between b.opened_at and coalesce(b.closed_at, b.expires_at))
    when 'BULK' then e.permitted and e.record_type = 'referral'
      and (greatest(cardinality(e.subject_ids), case when 'D2' = any (e.data_classes) then cardinality(e.record_ids) end) >= limit_at('PEOPLE_AT_ONCE', e.at)
           or (e.verb = 'CONSULT' and cardinality(e.record_ids) = 1
               and (select count(distinct b.record_ids) from ledger_entry b
                     where b.actor = e.actor and b.at > e.at - interval '1 hour' and b.at <= e.at and b.permitted and b.verb = 'CONSULT'
                       and b.record_type = 'referral' and cardinality(b.record_ids) = 1) >= limit_at('RECORDS_WITHIN_AN_HOUR', e.at)))
    when 'SAME_NAME' then e.record_type = 'referral' and (not e.permitted or 'D2' = any (e.data_classes))
      and exists (select from staff s join referral_identity i on i.referral = any (e.record_ids) join referral r on r.id = i.referral
                   where s.subject = e.actor and not barred(i.referral) and family_names(s.display_name) && family_names(i.name)
                     and (e.subject_ids = '{}' or r.harmed = any (e.subject_ids)))
    end, false);
end
$$;
