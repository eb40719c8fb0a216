-- That the glass was broken is worth a look by itself, whatever was read through it: its entry names no class but the header.
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
  -- One question each: what is not asked must not be made ready for every entry.
  if p_mark = 'REFUSED' then
    return not e.permitted;
  elsif p_mark = 'OUT_OF_HOURS' then
    return out_of_hours(e.at, e.actor_agency, e.actor_role);
  elsif p_mark = 'GLASS' then
    if e.action = 'breakglass.use' and not e.permitted then
      return true;
    end if;
    -- The portal's clock dates the entry of the opening, the database's the opening itself.
    return e.record_type = 'referral'
      and exists (select from break_glass b where b.subject = e.actor and b.record = any (e.record_ids) and not barred(b.record)
                    and e.at between b.opened_at - case e.action when 'breakglass.use' then interval '1 minute' else interval '0' end and coalesce(b.closed_at, b.expires_at));
  elsif not e.permitted or e.record_type <> 'referral' then
    return false;
  elsif p_mark = 'BULK' then
    if greatest(cardinality(e.subject_ids), case when 'D2' = any (e.data_classes) then cardinality(e.record_ids) end) >= limit_at('PEOPLE_AT_ONCE', e.at) then
      return true;
    elsif e.verb <> 'CONSULT' or cardinality(e.record_ids) <> 1 then
      return false;
    end if;
    return coalesce((select count(distinct b.record_ids) from ledger_entry b
                      where b.actor = e.actor and b.at > e.at - interval '1 hour' and b.at <= e.at and b.permitted and b.verb = 'CONSULT'
                        and b.record_type = 'referral' and cardinality(b.record_ids) = 1) >= limit_at('RECORDS_WITHIN_AN_HOUR', e.at), false);
  elsif p_mark = 'SAME_NAME' and 'D2' = any (e.data_classes) then
    return exists (select from staff s join referral_identity i on i.referral = any (e.record_ids) join referral r on r.id = i.referral
                    where s.subject = e.actor and (e.subject_ids = '{}' or r.harmed = any (e.subject_ids))
                      and family_names(s.display_name) && family_names(i.name) and knows(r.id));
  end if;
  return false;
end
$$;
