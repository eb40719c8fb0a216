-- A referral is closed once the file that it brings is over, for everybody in it (ADR 36); what came of it says again what was decided on the file.

create function file_open(p_referral uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$
  select sees(p_referral, 'D1') and exists (
    select from prosecution p join defendant d on d.prosecution = p.id
     where p.referral = p_referral and p.submitted_at is not null and d.state not in ('PREPARING', 'NFA', 'OUT_OF_COURT', 'ADMIN_FINALISED', 'UPHELD', 'FINALISED'))
$$;
revoke execute on function file_open(uuid) from public;
grant execute on function file_open(uuid) to concordat_app;

-- As before, and not while somebody in the file is still being reviewed or before the court.
create or replace function guard_close() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
  if current_user = 'concordat_app' and at_risk(old.id) and worked_on(old.id) then
    raise insufficient_privilege using message = 'somebody else closes what was at risk';
  end if;
  if current_user = 'concordat_app' and file_open(old.id) then
    raise insufficient_privilege using message = 'the file is not over';
  end if;
  if current_user = 'concordat_app' and outcome_owed(old.id) then
    raise insufficient_privilege using message = 'the person harmed is told first';
  end if;
  if current_user = 'concordat_app' and telling_owed(old.id) then
    raise insufficient_privilege using message = 'the person harmed is still owed something';
  end if;
  return new;
end
$$;

-- Whether prosecutors decided on the file that the caller's agency received on that referral, so that it says what has to be told of it: each decision and result does when it is made (ADR 40), and the outcome of the referral says it again.
create function file_tells(p_referral uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as
$$
  select sees(p_referral, 'D1') and exists (select from charging_decision c where c.referral = p_referral and c.agency = caller_agency() and c.kind <> 'ADMIN_FINALISED')
$$;
revoke execute on function file_tells(uuid) from public;
grant execute on function file_tells(uuid) to concordat_app;
