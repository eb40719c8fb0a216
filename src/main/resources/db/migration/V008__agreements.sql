-- Agreements are proposed, signed, refused, withdrawn and ended by the two parties; the database refuses whatever is no such move.

alter table agreement
  add column row_version bigint not null default 1,
  add column signed_for  text references agency,
  add column closed_by   uuid,
  add column closed_for  text references agency,
  add column closed_at   timestamptz,
  add column reason      text,
  add constraint says_why check (status not in ('REFUSED', 'ENDED') or closed_by is null or coalesce(trim(reason), '') <> '');
comment on column agreement.row_version is 'Counts its changes, for optimistic locking.';
comment on column agreement.closed_by is 'Who refused, withdrew or ended it; null where a newer version took its place.';
comment on column agreement.reason is 'Why it was refused or ended, in words for the parties.';

create unique index agreement_in_force on agreement (code) where status = 'ACTIVE';
create unique index agreement_proposed on agreement (code) where status = 'PROPOSED';

create sequence agreement_serial start 1001 maxvalue 999999;

-- Whether the role that the caller acts in has the action today.
create function holds(p_action text) returns boolean language sql stable as
$$
  select exists (select from role_permission p where p.role = caller_role() and p.action = p_action and days(p.valid_from, p.valid_to) @> now())
$$;

-- The version that the next proposal of a code has; null where it is no code of the caller's agency with the other one. Proposals of one code
-- wait for each other.
create function next_agreement_version(p_code text, p_one text, p_other text) returns integer
  language plpgsql security definer set search_path = public, pg_temp as
$$
begin
  perform pg_advisory_xact_lock(hashtextextended(p_code, 0));
  return (select max(g.version) + 1 from agreement g where g.code = p_code and caller_agency() in (p_one, p_other)
          having bool_and(least(g.party_a, g.party_b) = least(p_one, p_other) and greatest(g.party_a, g.party_b) = greatest(p_one, p_other)));
end
$$;

-- A newer version takes the place of the one in force, at the same instant.
create function supersede_agreement() returns trigger language plpgsql security definer set search_path = public, pg_temp as
$$
begin
  update agreement set status = 'SUPERSEDED', active_to = new.active_from, row_version = row_version + 1
    where code = new.code and status = 'ACTIVE' and id <> new.id;
  return new;
end
$$;
create trigger supersede before update of status on agreement for each row when (old.status = 'PROPOSED' and new.status = 'ACTIVE')
  execute function supersede_agreement();

-- The database's own answer to who may make which move. Who did it and when it says itself: nobody can sign in another's name or for yesterday.
create function guard_agreement() returns trigger language plpgsql set search_path = public, pg_temp as
$$
declare
  v_mine  boolean := coalesce(caller_agency() in (new.party_a, new.party_b), false);
  v_ours  boolean := coalesce(caller_agency() = new.proposed_for, false);
  v_may   boolean := false;
begin
  if current_user <> 'concordat_app' then
    return new;
  end if;
  if tg_op = 'INSERT' then
    v_may := v_mine and v_ours and holds('agreement.propose') and new.proposed_by = caller_subject() and new.status = 'PROPOSED' and cardinality(new.purposes) > 0
      and new.review_date > london_day() and new.review_date <= london_day() + interval '1 year'
      and num_nonnulls(new.signed_by, new.signed_for, new.active_from, new.active_to, new.closed_by, new.closed_for, new.closed_at, new.reason) = 0
      and (new.version = 1 or new.version = next_agreement_version(new.code, new.party_a, new.party_b));
    if new.version = 1 then
      new.code := 'ISA-' || nextval('agreement_serial');
    end if;
    new.proposed_at := now();
    new.row_version := 1;
  else
    v_may := v_mine and case old.status || ' ' || new.status
      when 'PROPOSED ACTIVE' then not v_ours and holds('agreement.sign') and caller_subject() <> old.proposed_by and old.review_date > london_day()
      when 'PROPOSED REFUSED' then not v_ours and holds('agreement.sign') and caller_subject() <> old.proposed_by
      when 'PROPOSED WITHDRAWN' then v_ours and holds('agreement.propose')
      when 'ACTIVE ENDED' then holds('agreement.sign')
      else false end;
    new.row_version := old.row_version + 1;
    if new.status = 'ACTIVE' then
      new.signed_by := caller_subject();
      new.signed_for := caller_agency();
      new.active_from := now();
      new.reason := null;
    else
      new.closed_by := caller_subject();
      new.closed_for := caller_agency();
      new.closed_at := now();
      new.active_to := case when new.status = 'ENDED' then now() end;
    end if;
  end if;
  if v_may is not true then
    raise insufficient_privilege using message = 'this change of an agreement is not the caller''s to make';
  end if;
  return new;
end
$$;
create trigger guard before insert or update on agreement for each row execute function guard_agreement();

-- Proposals, and what came of those that nobody signed, are for the two parties' information governance.
drop policy bound_caller on agreement;
create policy in_force on agreement for select to concordat_app
  using ((select caller_subject()) is not null and status in ('ACTIVE', 'SUPERSEDED', 'ENDED'));
create policy parties on agreement for select to concordat_app
  using ((select caller_agency()) in (party_a, party_b) and (select holds('agreement.propose') or holds('agreement.sign')));
create policy proposed on agreement for insert to concordat_app
  with check (proposed_by = (select caller_subject()) and proposed_for = (select caller_agency()) and status = 'PROPOSED');
create policy moved on agreement for update to concordat_app
  using ((select caller_agency()) in (party_a, party_b) and status in ('PROPOSED', 'ACTIVE'))
  with check ((select caller_agency()) in (party_a, party_b));
-- The classes come with the proposal, in one transaction: nobody signs what grew after it was read.
create policy proposed on agreement_class for insert to concordat_app
  with check (data_class ~ '^D([1-9]|1[0-6])$'
              and exists (select from agreement g where g.id = agreement_class.agreement and g.status = 'PROPOSED' and g.proposed_at = now()
                            and g.proposed_by = (select caller_subject()) and agreement_class.from_agency in (g.party_a, g.party_b)));

grant insert on agreement, agreement_class to concordat_app;
grant update (status, reason) on agreement to concordat_app;
grant usage on sequence agreement_serial to concordat_app;
revoke execute on function next_agreement_version(text, text, text), supersede_agreement(), guard_agreement() from public;
grant execute on function next_agreement_version(text, text, text) to concordat_app;
