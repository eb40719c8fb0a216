-- A caller whose first request is refused is registered once, and the refusal does not wait for it.

-- Binds the caller to this transaction and registers what the token says of them; the settings end with the transaction.
create or replace function bind_caller(p_subject uuid, p_username text, p_display_name text, p_agency text, p_role text, p_teams text)
  returns text language plpgsql security definer set search_path = public, pg_temp as
$$
declare
  known staff;
  reads_casework boolean;
begin
  select casework into reads_casework from staff_role
    where code = p_role and valid_from <= current_date and (valid_to is null or valid_to >= current_date);
  if reads_casework is null
     or not exists (select from agency where code = p_agency and valid_from <= current_date
                    and (valid_to is null or valid_to >= current_date)) then
    return 'UNKNOWN';
  end if;
  select * into known from staff where subject = p_subject;
  if known.suspended_at is not null then
    return 'SUSPENDED';
  end if;
  -- Whoever is registering this caller already is this very request, whose refusal is written in a second transaction:
  -- that one must not wait for the first, which waits for it.
  if (known.subject is null or known.username is distinct from p_username
     or known.display_name is distinct from p_display_name or known.agency is distinct from p_agency
     or known.role is distinct from p_role or array_to_string(known.teams, ',') is distinct from p_teams)
     and pg_try_advisory_xact_lock(hashtextextended(p_subject::text, 0)) then
    insert into staff (subject, username, display_name, agency, role, teams)
    values (p_subject, p_username, p_display_name, p_agency, p_role, string_to_array(p_teams, ','))
    on conflict (subject) do update set username = excluded.username, display_name = excluded.display_name,
      agency = excluded.agency, role = excluded.role, teams = excluded.teams;
  end if;
  perform set_config('concordat.subject', p_subject::text, true),
          set_config('concordat.agency', p_agency, true),
          set_config('concordat.role', p_role, true),
          set_config('concordat.viewers',
            case when reads_casework then 'staff/' || p_subject || ',' || p_agency || '/' || p_role else '' end, true);
  return 'ACTIVE';
end
$$;
