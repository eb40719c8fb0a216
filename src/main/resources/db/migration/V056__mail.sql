-- Notices by e-mail (ADR 33): an outbox that is filled from the notices, and settled by the product itself.

create table staff_email (
  subject      uuid primary key references staff on delete cascade,
  email        text not null check (length(email) between 3 and 254),
  confirmed_at timestamptz not null default now()
);
comment on table staff_email is 'Where a member of staff gets mail, as their verified claim said when they were last here.';

create table mail_setting (
  subject uuid primary key references staff on delete cascade,
  choice  text not null check (choice in ('AT_ONCE', 'DAILY', 'NONE')),
  since   timestamptz not null default now()
);
comment on table mail_setting is 'How somebody wants to be told by e-mail; who chose nothing is told at once.';

-- What was told before is in no outbox, and will be in none.
alter table notice add column posted boolean not null default true;
alter table notice alter posted set default false;
comment on column notice.posted is 'Whether it has been put into the outboxes of whom it is addressed to.';
create index notice_to_post on notice (at) where not posted;
revoke insert on notice from concordat_app;
grant insert (id, viewer, kind, reference, about, agency) on notice to concordat_app;

create table mail (
  id       uuid primary key,
  subject  uuid not null references staff on delete cascade,
  state    text not null default 'HANDING' check (state in ('HANDING', 'SENT', 'REFUSED', 'UNSURE')),
  at       timestamptz not null default now(),
  ended_at timestamptz
);
comment on table mail is 'Each mail that was handed to the mail server, without content. UNSURE: nobody knows whether the server took it.';
create index mail_by_subject on mail (subject, at desc);

create table mail_outbox (
  subject   uuid not null references staff on delete cascade,
  notice    uuid not null references notice on delete cascade,
  mail      uuid references mail on delete set null,
  at        timestamptz not null default now(),
  looked_at timestamptz,
  reminded  boolean not null default false,
  primary key (subject, notice)
);
comment on table mail_outbox is 'Who has still to be told of which notice by e-mail. mail: the one that is being handed over for it.';
comment on column mail_outbox.looked_at is 'When it was last found that they may not read it; that may change.';
comment on column mail_outbox.reminded is 'Nobody knows whether a mail for it was taken, and another was made: there is no third.';
create index mail_outbox_by_notice on mail_outbox (notice);
create index mail_outbox_by_mail on mail_outbox (mail);

do $$
declare t text;
begin
  foreach t in array array['staff_email', 'mail_setting', 'mail', 'mail_outbox'] loop
    execute format('alter table %I enable row level security, force row level security', t);
    execute format('create policy owner_all on %I to concordat_owner using (true) with check (true)', t);
  end loop;
end
$$;
create policy own on staff_email for select to concordat_app using (subject = (select caller_subject()));
create policy own on mail_setting to concordat_app using (subject = (select caller_subject())) with check (subject = (select caller_subject()));
grant select on staff_email to concordat_app;
grant select, insert, update on mail_setting to concordat_app;

-- Keeps the address of the bound caller. null: the token does not say; empty: it says that there is none. Confirmed once a day, so that who does not
-- come any more is known. The lock is bind_caller's, for its reason: a second transaction of this very request must not wait for the first.
-- What cannot be an address counts as none: nobody is kept out for it.
create function keep_email(p_email text) returns boolean language plpgsql security definer set search_path = public, pg_temp as
$$
begin
  if length(p_email) not between 3 and 254 then
    p_email := '';
  end if;
  if p_email is null or caller_subject() is null
     or exists (select from staff_email e where e.subject = caller_subject() and e.email = p_email and e.confirmed_at > now() - interval '1 day')
     or (p_email = '' and not exists (select from staff_email e where e.subject = caller_subject()))
     or not pg_try_advisory_xact_lock(hashtextextended(caller_subject()::text, 0)) then
    return false;
  end if;
  if p_email = '' then
    delete from staff_email where subject = caller_subject();
  else
    insert into staff_email (subject, email) select s.subject, p_email from staff s where s.subject = caller_subject()
      on conflict (subject) do update set email = excluded.email, confirmed_at = excluded.confirmed_at;
  end if;
  return true;
end
$$;

-- Of these roles those that can be held in an agency today, in their order.
create function roles_held(p_agency text, p_roles text[]) returns text[] language sql stable as
$$
  select array(select r.code from unnest(p_roles) with ordinality held (code, place)
                 join staff_role r on r.code = held.code join agency a on a.kind = any (r.kinds)
                where a.code = p_agency and days(r.valid_from, r.valid_to) @> now() and days(a.valid_from, a.valid_to) @> now()
                order by held.place)
$$;

-- The one of them that somebody acts in: their own choice, else the first; null where there is none.
create function role_acted_in(p_subject uuid, p_held text[]) returns text language sql stable as
$$ select coalesce((select a.role from acting_role a where a.subject = p_subject and a.role = any (p_held)), p_held[1]) $$;

-- As before; which role somebody acts in is asked of the functions that the delivery of mail asks.
create or replace function bind_caller(p_subject uuid, p_username text, p_display_name text, p_agency text, p_roles text[], p_teams text[],
                                       out o_status text, out o_role text, out o_leads text[], out o_roles text[])
  language plpgsql security definer set search_path = public, pg_temp as
$$
declare
  known staff;
  v_teams text[] := array(select t from unnest(p_teams) t where t ~ '^[a-z0-9-]{1,60}$' order by t);
begin
  o_roles := roles_held(p_agency, p_roles);
  o_role := role_acted_in(p_subject, o_roles);
  if o_role is null then
    o_status := 'UNKNOWN';
    return;
  end if;
  select * into known from staff where subject = p_subject;
  if known.suspended_at is not null then
    o_status := 'SUSPENDED';
    return;
  end if;
  -- Whoever is registering this caller already is this very request, whose refusal is written in a second transaction:
  -- that one must not wait for the first, which waits for it.
  if (known.subject is null or known.username is distinct from p_username
     or known.display_name is distinct from p_display_name or known.agency is distinct from p_agency
     or known.role is distinct from o_role or known.roles is distinct from o_roles or known.teams is distinct from v_teams)
     and pg_try_advisory_xact_lock(hashtextextended(p_subject::text, 0)) then
    insert into staff (subject, username, display_name, agency, role, roles, teams)
    values (p_subject, p_username, p_display_name, p_agency, o_role, o_roles, v_teams)
    on conflict (subject) do update set username = excluded.username, display_name = excluded.display_name,
      agency = excluded.agency, role = excluded.role, roles = excluded.roles, teams = excluded.teams;
  end if;
  o_leads := leads(p_subject, p_agency, v_teams);
  perform set_config('concordat.subject', p_subject::text, true),
          set_config('concordat.agency', p_agency, true),
          set_config('concordat.role', o_role, true),
          set_config('concordat.viewers', array_to_string(viewers(p_subject, p_agency, o_role, v_teams, o_leads), ','), true);
  o_status := 'ACTIVE';
end
$$;

-- The post that somebody holds now, with the names under which they are a viewer in it, as bind_caller would bind them; no row where they hold none.
create function post_of(p_subject uuid) returns table (o_agency text, o_role text, o_viewers text[]) language sql stable as
$$
  select s.agency, p.role, viewers(s.subject, s.agency, p.role, s.teams, leads(s.subject, s.agency, s.teams)) from staff s
   cross join lateral (
     select role_acted_in(s.subject, roles_held(s.agency, case when s.roles = '{}' then array[s.role] else s.roles end)) as role) p
   where s.subject = p_subject and s.suspended_at is null and p.role is not null
$$;

-- Puts new notices into the outbox of everybody to whom they are addressed, or could be within days: who is suspended, acts in another role or leads the team
-- from a later day on is asked about when it is delivered. The newest first, where they are many. Never in the notice's own transaction: whoever makes one must not feel how many they are.
create function post_notices() returns void language sql security definer set search_path = public, pg_temp as
$$
  with addressed as (
    update notice set posted = true where id in (select n.id from notice n where not n.posted order by n.at desc limit 1000 for no key update skip locked) and caller_role() = 'system'
    returning id, at, viewer, split_part(viewer, '/', 1) as agency, split_part(viewer, '/', 2) as role,
              split_part(split_part(viewer, '/', 3), '!', 1) as team),
  person as (
    select s.subject, a.id, a.at from addressed a join staff s on s.subject = split_part(a.viewer, '#', 2)::uuid where a.viewer like '%#%'
    union all
    select s.subject, a.id, a.at from addressed a join staff s on s.agency = a.agency and a.role = any (s.roles || s.role) and (a.team = '' or a.team = any (s.teams))
     where a.viewer not like '%#%'
       and (a.viewer not like '%!lead' or exists (select from team_lead l where l.subject = s.subject and l.agency = s.agency and l.team = a.team
                                                      and (l.valid_to is null or l.valid_to >= london_day()))))
  insert into mail_outbox (subject, notice, at)
  select p.subject, p.id, p.at from person p join staff_email e on e.subject = p.subject left join mail_setting m on m.subject = p.subject
   where m.choice is distinct from 'NONE' and p.at > now() - interval '7 days'
$$;

-- Who wants no mail is told of nothing that waits by now, even if they change their mind.
create function forget_post() returns trigger language plpgsql security definer set search_path = public, pg_temp as
$$
begin
  delete from mail_outbox where subject = new.subject;
  return null;
end
$$;
create trigger refused after insert or update on mail_setting for each row when (new.choice = 'NONE') execute function forget_post();

-- The last seven o'clock in the morning in London, by that instant.
create function last_seven(p_at timestamptz) returns timestamptz language sql stable as
$$ select ((p_at at time zone 'Europe/London' - interval '7 hours')::date + time '07:00') at time zone 'Europe/London' $$;

-- Who is to be sent a mail now, or whether one person is. At once means ten minutes after the last mail at the soonest, so that many notices make few mails; daily is
-- at seven in the morning in London. What a server refused waits a minute, two, four … up to six hours. What was being handed over when the portal died is
-- asked about again after an hour, once; something new waits for that a quarter of an hour, as a node may still be at it. What they may not read is looked at
-- every quarter of an hour.
create function mail_due(p_subject uuid) returns setof uuid language sql stable security definer set search_path = public, pg_temp as
$$
  select w.subject from (
      select o.subject, coalesce(c.choice, 'AT_ONCE') as choice from mail_outbox o
        join staff_email e on e.subject = o.subject and e.confirmed_at > now() - interval '90 days'
        left join mail_setting c on c.subject = o.subject left join mail h on h.id = o.mail
       where caller_role() = 'system' and (p_subject is null or o.subject = p_subject)
         and (h.id is null or not o.reminded and h.at < now() - interval '1 hour')
         and (o.looked_at is null or o.looked_at < now() - interval '15 minutes')
         and case coalesce(c.choice, 'AT_ONCE') when 'AT_ONCE' then true when 'DAILY' then o.at < last_seven(now()) else false end
       group by o.subject, c.choice) w
   cross join lateral (select max(m.at) filter (where m.state = 'SENT') as sent,
                              coalesce(bool_or(m.state = 'HANDING' and m.at >= now() - interval '15 minutes'), false) as handing
                         from mail m where m.subject = w.subject) last
   cross join lateral (select count(*) as tries, max(m.ended_at) as at from mail m
                        where m.subject = w.subject and m.state = 'REFUSED' and m.at > coalesce(last.sent, '-infinity')) refused
   where not last.handing and (w.choice = 'DAILY' or last.sent is null or last.sent < now() - interval '10 minutes')
     and (refused.tries = 0 or refused.at + least(interval '6 hours', interval '1 minute' * power(2, least(refused.tries, 12) - 1)) <= now())
$$;

-- Lets this transaction alone see to one person's mail: where to send it, and of what they have still to be told. Nothing where another node does, or it is not due.
create function claim_mail(p_subject uuid, out o_email text, out o_notices uuid[]) language plpgsql security definer set search_path = public, pg_temp as
$$
begin
  if caller_role() is distinct from 'system' or not pg_try_advisory_xact_lock(hashtextextended('mail/' || p_subject, 0)) then
    return;
  end if;
  -- a statement of its own: it sees what the former holder of the lock has committed
  if not exists (select from mail_due(p_subject)) then
    return;
  end if;
  select e.email, nullif(array(select o.notice from mail_outbox o where o.subject = p_subject and (o.mail is null or not o.reminded)), '{}')
    into o_email, o_notices from staff_email e where e.subject = p_subject;
end
$$;

-- Binds this transaction to what one person would see now if they were here: nothing, where they hold no post.
create function bind_addressee(p_subject uuid) returns void language plpgsql security definer set search_path = public, pg_temp as
$$
declare p record;
begin
  if caller_role() is distinct from 'system' then
    raise insufficient_privilege using message = 'only the product itself asks what somebody would be told';
  end if;
  select * into p from post_of(p_subject);
  perform set_config('concordat.subject', p_subject::text, true), set_config('concordat.agency', coalesce(p.o_agency, ''), true),
          set_config('concordat.role', coalesce(p.o_role, ''), true),
          set_config('concordat.viewers', coalesce(array_to_string(p.o_viewers, ','), ''), true);
end
$$;

-- Hands over a mail for those notices that its addressee may read now and has not seen. Of what they have seen they need not be told any more; what they may not
-- read is looked at again later.
create function hand_mail(p_mail uuid, p_subject uuid, p_notices uuid[], p_unseen uuid[]) returns void language plpgsql
  security definer set search_path = public, pg_temp as
$$
begin
  if caller_role() is distinct from 'system' then
    raise insufficient_privilege using message = 'only the product itself sends mail';
  end if;
  update mail set state = 'UNSURE', ended_at = now() where subject = p_subject and state = 'HANDING';
  delete from mail_outbox o where o.subject = p_subject and o.notice = any (p_notices)
     and exists (select from notice_seen n where n.notice = o.notice and n.subject = p_subject);
  update mail_outbox set looked_at = now() where subject = p_subject and notice = any (p_notices) and notice <> all (p_unseen);
  if cardinality(p_unseen) > 0 then
    insert into mail (id, subject) values (p_mail, p_subject);
    update mail_outbox set reminded = reminded or mail is not null, mail = p_mail, looked_at = null where subject = p_subject and notice = any (p_unseen);
  end if;
end
$$;

-- Keeps what became of a mail: the server took it, and its addressee is told, or it did not, and they have still to be.
create function end_mail(p_mail uuid, p_taken boolean) returns void language plpgsql security definer set search_path = public, pg_temp as
$$
begin
  if caller_role() is distinct from 'system' then
    raise insufficient_privilege using message = 'only the product itself sends mail';
  end if;
  update mail set state = case when p_taken then 'SENT' else 'REFUSED' end, ended_at = now() where id = p_mail and state = 'HANDING';
  if found and p_taken then
    delete from mail_outbox where mail = p_mail;
  elsif found then
    update mail_outbox set mail = null where mail = p_mail;
  end if;
end
$$;

-- Gives up after a week, on what was never posted too, and where nobody knows of two mails whether they were taken: the notice stays in the portal. Answers how many people could have read
-- something and were told of it by no mail for a week.
create function tidy_mail() returns bigint language sql security definer set search_path = public, pg_temp as
$$
  with old as (delete from mail where at < now() - interval '30 days' and caller_role() = 'system'),
       unsure as (update mail set state = 'UNSURE', ended_at = now()
                   where state = 'HANDING' and at between now() - interval '30 days' and now() - interval '2 hours' and caller_role() = 'system'),
       given_up as (delete from mail_outbox o
                     where caller_role() = 'system' and (o.at < now() - interval '7 days'
                           or o.reminded and exists (select from mail h where h.id = o.mail and h.at < now() - interval '1 hour'))
                 returning o.subject, o.looked_at, o.mail),
       past as (update notice set posted = true where not posted and at < now() - interval '7 days' and caller_role() = 'system')
  select count(distinct g.subject) from given_up g join staff_email e on e.subject = g.subject and e.confirmed_at > now() - interval '90 days'
    left join mail_setting c on c.subject = g.subject
   where g.looked_at is null and g.mail is null and c.choice is distinct from 'NONE'
$$;

revoke execute on function keep_email(text), post_of(uuid), post_notices(), forget_post(), mail_due(uuid), claim_mail(uuid), bind_addressee(uuid),
  hand_mail(uuid, uuid, uuid[], uuid[]), end_mail(uuid, boolean), tidy_mail() from public;
grant execute on function keep_email(text), post_notices(), mail_due(uuid), claim_mail(uuid), bind_addressee(uuid),
  hand_mail(uuid, uuid, uuid[], uuid[]), end_mail(uuid, boolean), tidy_mail() to concordat_app;
