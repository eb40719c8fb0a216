-- Notices by e-mail (ADR 33): an outbox that is written with the notice, and settled by the product itself.

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
  subject uuid not null references staff on delete cascade,
  notice  uuid not null references notice on delete cascade,
  mail    uuid references mail on delete set null,
  at      timestamptz not null default now(),
  reminded boolean not null default false,
  primary key (subject, notice)
);
comment on table mail_outbox is 'Who has still to be told of which notice by e-mail. mail: the one that is being handed over for it; reminded: after one of which nobody knows whether it arrived, which is done once.';
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
create function keep_email(p_email text) returns boolean language plpgsql security definer set search_path = public, pg_temp as
$$
begin
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

-- The post that somebody holds now, with the names under which they are a viewer in it, as bind_caller would bind them; no row where they hold none.
create function post_of(p_subject uuid) returns table (o_agency text, o_role text, o_viewers text[]) language sql stable as
$$
  select s.agency, p.role, viewers(s.subject, s.agency, p.role, s.teams, leads(s.subject, s.agency, s.teams)) from staff s
   cross join lateral (select coalesce((select a.role from acting_role a where a.subject = s.subject and a.role = any (s.roles)), s.role) as role) p
    join agency a on a.code = s.agency join staff_role r on r.code = p.role and a.kind = any (r.kinds)
   where s.subject = p_subject and s.suspended_at is null and days(r.valid_from, r.valid_to) @> now() and days(a.valid_from, a.valid_to) @> now()
$$;

-- A notice goes into the outbox of everybody to whom it is addressed, in its own transaction.
create function post_notice() returns trigger language plpgsql security definer set search_path = public, pg_temp as
$$
begin
  insert into mail_outbox (subject, notice)
  select s.subject, new.id from staff s join staff_email e on e.subject = s.subject left join mail_setting m on m.subject = s.subject
   cross join lateral post_of(s.subject) p
   where (s.agency = split_part(new.viewer, '/', 1) or '#' || s.subject = new.viewer) and new.viewer = any (p.o_viewers)
     and m.choice is distinct from 'NONE';
  return null;
end
$$;
create trigger posted after insert on notice for each row execute function post_notice();

-- Who is to be sent a mail now, or whether one person is. At once means ten minutes after the last mail at the soonest, so that many notices make few mails; daily is
-- at seven in the morning in London. What a server refused waits a minute, two, four … up to six hours. What was being handed over when the portal died is
-- asked about again after an hour.
create function mail_due(p_subject uuid) returns setof uuid language sql stable security definer set search_path = public, pg_temp as
$$
  select w.subject from (
      select o.subject, min(o.at) as oldest from mail_outbox o left join mail h on h.id = o.mail
       where (p_subject is null or o.subject = p_subject) and (h.id is null or h.at < now() - interval '1 hour' and not o.reminded)
       group by o.subject) w
    join staff_email e on e.subject = w.subject and e.confirmed_at > now() - interval '90 days'
    left join mail_setting c on c.subject = w.subject
   cross join lateral (select max(m.at) filter (where m.state = 'SENT') as sent,
                              coalesce(bool_or(m.state = 'HANDING' and m.at >= now() - interval '1 hour'), false) as handing
                         from mail m where m.subject = w.subject) last
   cross join lateral (select count(*) as tries, max(m.ended_at) as at from mail m
                        where m.subject = w.subject and m.state = 'REFUSED' and m.at > coalesce(last.sent, '-infinity')) refused
   cross join lateral (select ((now() at time zone 'Europe/London' - interval '7 hours')::date + time '07:00') at time zone 'Europe/London' as at) seven
   where caller_role() = 'system' and not last.handing
     and case coalesce(c.choice, 'AT_ONCE') when 'AT_ONCE' then last.sent is null or last.sent < now() - interval '10 minutes'
                                            when 'DAILY' then w.oldest < seven.at else false end
     and (refused.tries = 0 or refused.at + least(interval '6 hours', interval '1 minute' * power(2, least(refused.tries, 12) - 1)) <= now())
$$;

-- Lets this transaction alone see to one person's mail: where to send it, and of what they have still to be told. Nothing where another node does, or it is not due.
create function claim_mail(p_subject uuid, out o_email text, out o_notices uuid[]) language plpgsql security definer set search_path = public, pg_temp as
$$
begin
  if caller_role() is distinct from 'system' or not pg_try_advisory_xact_lock(hashtextextended('mail/' || p_subject, 0))
     or not exists (select from mail_due(p_subject)) then
    return;
  end if;
  select e.email into o_email from staff_email e where e.subject = p_subject;
  o_notices := array(select o.notice from mail_outbox o left join mail h on h.id = o.mail
                      where o.subject = p_subject and (h.id is null or h.at < now() - interval '1 hour' and not o.reminded));
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

-- Hands over a mail for those notices that its addressee may still read and has not seen; of the others they need not be told any more.
create function hand_mail(p_mail uuid, p_subject uuid, p_notices uuid[], p_unseen uuid[]) returns void language plpgsql
  security definer set search_path = public, pg_temp as
$$
begin
  if caller_role() is distinct from 'system' then
    raise insufficient_privilege using message = 'only the product itself sends mail';
  end if;
  update mail set state = 'UNSURE', ended_at = now() where subject = p_subject and state = 'HANDING';
  delete from mail_outbox where subject = p_subject and notice = any (p_notices) and notice <> all (p_unseen);
  if cardinality(p_unseen) > 0 then
    insert into mail (id, subject) values (p_mail, p_subject);
    update mail_outbox set mail = p_mail, reminded = reminded or mail is not null where subject = p_subject and notice = any (p_unseen);
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

-- Gives up after a week: the notice stays in the portal. Answers how many people could not be told.
create function tidy_mail() returns bigint language sql security definer set search_path = public, pg_temp as
$$
  with old as (delete from mail where at < now() - interval '30 days' and caller_role() = 'system'),
       given_up as (delete from mail_outbox where at < now() - interval '7 days' and caller_role() = 'system' returning subject)
  select count(distinct subject) from given_up
$$;

revoke execute on function keep_email(text), post_of(uuid), post_notice(), mail_due(uuid), claim_mail(uuid), bind_addressee(uuid),
  hand_mail(uuid, uuid, uuid[], uuid[]), end_mail(uuid, boolean), tidy_mail() from public;
grant execute on function keep_email(text), mail_due(uuid), claim_mail(uuid), bind_addressee(uuid),
  hand_mail(uuid, uuid, uuid[], uuid[]), end_mail(uuid, boolean), tidy_mail() to concordat_app;
