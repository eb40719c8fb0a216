-- The timeline says when a measure of the safety plan was added, and in which role, however often it is changed afterwards. The database keeps it: nobody
-- says it and nobody changes it.
alter table plan_measure add column added_role text references staff_role, add column added_at timestamptz;
update plan_measure set added_role = changed_role, added_at = changed_at;
alter table plan_measure alter column added_role set not null, alter column added_at set not null;

create function keep_added() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
  new.added_role := new.changed_role;
  new.added_at := new.changed_at;
  return new;
end
$$;
create trigger keep_added before insert on plan_measure for each row execute function keep_added();
revoke execute on function keep_added() from public;
