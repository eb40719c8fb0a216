-- Search: one vector of words for each data class, in the table of that class, and one function that looks only where the caller sees the
-- class in full. Row-level security and a full-text index do not go together (@@ is not leakproof), so the function answers for the wall itself.

-- Words as English has them, whatever their accents.
create text search dictionary concordat_english (template = pg_catalog.snowball, language = english, stopwords = english);
create text search configuration concordat (copy = pg_catalog.english);
alter text search configuration concordat alter mapping for asciiword, asciihword, hword_asciipart with concordat_english;
alter text search configuration concordat alter mapping for word, hword, hword_part with unaccent, concordat_english;

-- One spelling of what can be typed in several: no marks of direction, no letters that are only marks (ʻAlī, Abcː: unaccent makes quotes and colons of
-- them), no apostrophe within a word, nothing that glues two words together.
create function plain(p_text text) returns text language sql immutable parallel safe set search_path = public, pg_temp as
$$
  select regexp_replace(translate(regexp_replace(normalize(coalesce(p_text, ''), nfkc), '[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD\u02B9-\u02BF\u02C8\u02D0\u02D1]', '', 'g'),
                                  '/_|', '   '),
                        '([[:alpha:]])[''’‘`´]([[:alpha:]])', '\1\2', 'g')
$$;

-- The parts of a name, without accents and in small letters. unaccent is stable only because its rules could be changed; ours are not.
create function name_parts(p_name text) returns text[] language sql immutable parallel safe set search_path = public, pg_temp as
$$
  select array(select left(part, 60) from regexp_split_to_table(lower(unaccent('unaccent', plain(p_name))), '[[:space:][:punct:]]+') part
                where part <> '' limit 30)
$$;

-- How a part of a name sounds in English: Mohammed and Muhammad are one. Null where nobody can say, for example in another script.
create function sound(p_part text) returns text language sql immutable parallel safe set search_path = public, pg_temp as
$$ select case when p_part ~ '^[a-z]{3,60}$' then nullif(metaphone(p_part, 12), '') end $$;

-- What a name is found by: n: each part, and two that stand together as one (O Brien, Al Rashid); s: how it sounds.
create function name_keys(p_name text) returns text[] language sql immutable parallel safe set search_path = public, pg_temp as
$$
  select array(select distinct key
                 from (select name_parts(p_name) as parts) p cross join lateral unnest(parts) with ordinality one (part, place)
                 cross join lateral (values ('n:' || part), ('n:' || part || parts[place + 1]), ('s:' || sound(part))) k (key)
                where key is not null)
$$;

-- What a postcode is found by: all of it, and its first half.
create function postcode_keys(p_postcode text) returns text[] language sql immutable parallel safe as
$$ select array['i:' || replace(lower(p_postcode), ' ', ''), 'i:' || split_part(lower(p_postcode), ' ', 1)] where p_postcode is not null $$;

-- What the numbers in a text are found by however they were spaced: NHS numbers, telephone numbers, those with +44 as they are dialled here.
create function number_keys(p_text text) returns text[] language sql immutable parallel safe as
$$
  select array(select distinct 'i:' || regexp_replace(regexp_replace(regexp_replace(one[1], '[^0-9+]', '', 'g'), '^(\+|00)440?', '0'), '[^0-9]', '', 'g')
                 from regexp_matches(p_text, '((?:\+|\m)\(?[0-9](?:[ ().-]{0,2}[0-9]){6,19})', 'g') one)
$$;

-- Who is barred stands among the words, so that the index itself passes over what they must not feel (x:).
create function word_vector(p_text text, p_keys text[], p_excluded uuid[]) returns tsvector language sql immutable parallel safe
  set search_path = public, pg_temp as
$$
  select to_tsvector('concordat', plain(p_text))
         || array_to_tsvector(coalesce(p_keys, '{}') || array(select 'x:' || subject::text from unnest(p_excluded) subject))
$$;

-- Where search looks: each table whose rows are seen by a data class, that class, its text as it is looked through and as it is shown, what in it is a
-- name and what a number (null for neither), and the further keys; all in SQL. Everything that follows is made of this.
create function searched() returns table (name text, class text, content text, shown text, named text, numbered text, keys text) language sql immutable as
$$
  values ('referral_identity', 'D2', $t$coalesce(name, '') || ' . ' || coalesce(address, '')$t$,
          $t$concat_ws(', ', name, address)$t$, 'name', null, 'name_keys(name)'),
         ('referral_monitoring', 'D3', 'notes', 'notes', null, null, 'null'),
         ('referral_needs', 'D4', $t$coalesce(contact_detail, '') || ' . ' || coalesce(contact_safety, '') || ' . ' || coalesce(communication, '')$t$,
          $t$concat_ws(' · ', contact_detail, contact_safety, communication)$t$, null, 'contact_detail', 'number_keys(contact_detail)'),
         ('referral_incident', 'D5', $t$coalesce(narrative, '') || ' . ' || coalesce(place, '') || ' . ' || coalesce(postcode, '')$t$,
          $t$concat_ws(' · ', narrative, place, postcode)$t$, null, 'postcode', 'postcode_keys(postcode)'),
         ('referral_suspect', 'D6', $t$coalesce(name, '') || ' . ' || coalesce(description, '')$t$,
          $t$concat_ws(' · ', name, description)$t$, 'name', null, 'name_keys(name)'),
         ('referral_antecedents', 'D7', $t$coalesce(history, '') || ' . ' || coalesce(bail_conditions, '')$t$,
          $t$concat_ws(' · ', history, bail_conditions)$t$, null, null, 'null'),
         ('referral_intelligence', 'D8', 'report', 'report', null, null, 'null'),
         ('referral_witness', 'D9', $t$coalesce(name, '') || ' . ' || coalesce(contact, '')$t$,
          $t$concat_ws(' · ', name, contact)$t$, 'name', 'contact', 'name_keys(name) || number_keys(contact)'),
         ('referral_clinical', 'D13', $t$coalesce(detail, '') || ' . ' || coalesce(rationale, '')$t$,
          $t$concat_ws(' · ', nhs_number, detail, rationale)$t$, null, 'nhs_number', 'number_keys(nhs_number)'),
         ('referral_housing', 'D14', 'history', 'history', null, null, 'null'),
         ('referral_safeguarding', 'D15', 'concern', 'concern', null, null, 'null'),
         ('referral_feedback', 'D16', $t$coalesce(comment, '') || ' . ' || coalesce(advice, '')$t$,
          $t$concat_ws(' · ', comment, advice)$t$, null, null, 'null'),
         ('info_answer', 'D5', 'answer', 'answer', null, null, 'null')
$$;

-- Of the rows of visibility of a record: who is a viewer of a class in full. What the caller sees is not decided by this; it is only where search
-- looks, so that what others hold costs the caller no time.
create function audience_of(p_seen visibility[], p_class text) returns text[] language sql immutable parallel safe set search_path = public, pg_temp as
$$ select array(select distinct v.viewer from unnest(p_seen) v where p_class = any (v.data_classes) order by 1) $$;

-- The rows that count for it: now, or later. Nobody publishes a record when a period begins or ends.
create function audiences_of(p_record uuid) returns visibility[] language sql stable security definer set search_path = public, pg_temp as
$$ select array(select v from visibility v where v.record = p_record and (upper_inf(v.valid) or upper(v.valid) > now())) $$;

create function excluded_from(p_record uuid) returns uuid[] language sql stable security definer set search_path = public, pg_temp as
$$ select array(select x.subject from exclusion x where x.record = p_record and x.lifted_at is null order by 1) $$;

-- A row that is new; whoever publishes the record at this moment is waited for.
create function keep_audience() returns trigger language plpgsql security definer set search_path = public, pg_temp as
$$
begin
  perform 1 from referral r where r.id = new.referral for share;
  new.audience := audience_of(audiences_of(new.referral), tg_argv[0]);
  new.excluded := excluded_from(new.referral);
  return new;
end
$$;

do $$
declare
  s record;
  v_content text;
  v_trigger record;
begin
  for s in select * from searched() loop
    v_content := (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
                   where attrelid = s.name::regclass and attnum > 0 and not attisdropped);
    -- what publish keeps beside the content is no change of it: masked forms and versions are not made again
    for v_trigger in select tgname as name, proname as function
                       from pg_trigger t join pg_proc p on p.oid = t.tgfoid where tgrelid = s.name::regclass and tgname in ('mask', 'keep_version') loop
      execute format('drop trigger %I on %I', v_trigger.name, s.name);
      execute format('create trigger %I after insert or update of %s on %I for each row execute function %I(%L)',
                     v_trigger.name, v_content, s.name, v_trigger.function, s.class);
    end loop;
    execute format('alter table %I add column audience text[] not null default ''{}'', add column excluded uuid[] not null default ''{}''', s.name);
    execute format('alter table %I add column words tsvector generated always as (word_vector(%s, %s, excluded)) stored', s.name, s.content, s.keys);
    execute format('comment on column %I.words is ''What search finds it by: words, parts of names (n:), their sound (s:), numbers (i:), and who is barred (x:).''', s.name);
    execute format('comment on column %I.audience is ''The viewers who see this class of the record in full; function publish keeps it.''', s.name);
    execute format('comment on column %I.excluded is ''Who is barred from the record; function publish keeps it.''', s.name);
    execute format('create trigger keep_audience before insert on %I for each row execute function keep_audience(%L)', s.name, s.class);
    -- without a list of what waits, which everybody's search would read through
    execute format('create index %1$I on %2$I using gin (audience, words) with (fastupdate = off)', s.name || '_words', s.name);
  end loop;
end
$$;
create index info_answer_by_referral on info_answer (referral);
-- publish reads and writes the rows of one referral: without this it read through everybody's, each time
create index referral_listing_by_referral on referral_listing (referral);
create index referral_listing_reference on referral_listing (viewer, reference collate "C");
create index crime_by_reference on crime (reference);
create index outcome_detail_by_urn on outcome_detail (value) where field = 'urn';

-- As before, and what search keeps beside the content is no content.
create or replace function keep_version() returns trigger language plpgsql security definer set search_path = public, pg_temp as
$$
declare
  v_class text := tg_argv[0];
  v_old   jsonb := case tg_op when 'UPDATE' then jsonb_strip_nulls(to_jsonb(old)) - '{referral,version,words,audience,excluded}'::text[] else '{}' end;
  v_new   jsonb := jsonb_strip_nulls(to_jsonb(new)) - '{referral,version,words,audience,excluded}'::text[];
  a       referral_amendment;
begin
  select * into a from referral_amendment x where x.referral = new.referral and x.actor = caller_subject() and x.xact = pg_current_xact_id();
  if not found or v_old = v_new then
    return null;
  end if;
  if v_class = 'D4' and (v_old ->> 'wish', v_old ->> 'override_reason', v_old ->> 'told', v_old ->> 'not_told_reason', v_old ->> 'confidentiality')
      is distinct from (v_new ->> 'wish', v_new ->> 'override_reason', v_new ->> 'told', v_new ->> 'not_told_reason', v_new ->> 'confidentiality') then
    raise insufficient_privilege using message = 'what the sending rests on is not amended';
  end if;
  insert into referral_version (referral, data_class, number, content, at)
    select r.id, v_class, 1, v_old, r.submitted_at from referral r where r.id = new.referral
    on conflict do nothing;
  insert into referral_version (referral, data_class, number, content, at, amendment)
    select a.referral, v_class, max(v.number) + 1, v_new, a.at, a.id from referral_version v where v.referral = a.referral and v.data_class = v_class
    on conflict (referral, data_class, number) do nothing;
  return null;
end
$$;

-- Lets where search looks follow who sees the record: one reading of visibility, and only rows for which that changes anything are written.
do $$
begin
  execute format($function$
    create function keep_audiences(p_record uuid) returns void language plpgsql security definer
      set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as
    $body$
    declare
      v_seen     constant visibility[] := audiences_of(p_record);
      v_excluded constant uuid[] := excluded_from(p_record);
    begin
%s
    end
    $body$
    $function$,
    (select string_agg(format(
       $line$      update %I t set audience = a.viewers, excluded = v_excluded from (select audience_of(v_seen, %L) as viewers) a
       where t.referral = p_record and (t.audience <> a.viewers or t.excluded <> v_excluded);$line$, name, class), E'\n') from searched()));
end
$$;

-- As before, and where search looks for it follows.
create or replace function publish(p_record uuid) returns void language plpgsql security definer set search_path = public, pg_temp as
$$
declare
  r referral;
  v_before referral_listing[];
begin
  select * into r from referral where id = p_record for no key update;
  if not found then
    return;
  end if;
  delete from visibility where record = r.id;
  insert into visibility (viewer, record, data_classes, actions, valid, source, agreement)
    select a.viewer, r.id, a.data_classes, a.actions, a.valid, a.source, a.agreement from audience(r) a;
  v_before := array(select l from referral_listing l where l.referral = r.id);
  delete from referral_listing where referral = r.id;
  insert into referral_listing (viewer, referral, box, open, reference, state, type, from_agency, to_agency, urgency, strands, person,
                                assignee, due_at, due_step, clock_started, changed_at, excluded, valid, holder, team, turn)
    select v.viewer, r.id, v.box, is_open(r.state), r.reference, r.state, r.type, r.from_agency, r.to_agency, r.urgency, r.strands,
           coalesce(r.person_known, true), r.assignee, coalesce(r.due_at, 'infinity'), r.due_step, r.clock_started, r.changed_at,
           array(select subject from exclusion where record = r.id and lifted_at is null order by subject), v.valid,
           case v.box when 'INBOX' then coalesce(r.assignee, '00000000-0000-0000-0000-000000000000') when 'SENT' then r.owner end,
           case v.box when 'INBOX' then r.to_team when 'SENT' then r.from_team end,
           case when not is_open(r.state) or r.recalled and v.box = 'INBOX' then null
                when v.box = 'INBOX' then case when r.state in ('INFO_REQUESTED', 'ON_HOLD') then 'THEIRS' else 'OURS' end
                when v.box = 'SENT' then case when r.state = 'INFO_REQUESTED' and not r.recalled then 'OURS' else 'THEIRS' end end
      from (select viewer,
                   case when r.state = 'DRAFT' then 'DRAFTS' when bool_or(source in ('recipient', 'assignee')) then 'INBOX'
                        when bool_or(source in ('sender', 'owner')) then 'SENT' else 'SHARED' end as box, range_agg(valid) as valid
              from visibility where record = r.id and 'D1' = any (data_classes) group by viewer) v;
  perform tell_lists(v_before, array(select l from referral_listing l where l.referral = r.id));
  insert into referral_header (referral, reference, type, state, from_agency, to_agency, created_at, submitted_at)
    values (r.id, r.reference, r.type, r.state, r.from_agency, r.to_agency, r.created_at, r.submitted_at)
    on conflict (referral) do update set type = excluded.type, state = excluded.state, to_agency = excluded.to_agency,
      submitted_at = excluded.submitted_at;
  perform keep_audiences(r.id);
end
$$;

alter function publish(uuid) set plan_cache_mode = force_generic_plan; -- see V015; replacing the function forgot it
do $$ begin perform keep_audiences(r.id) from referral r; end $$;

-- What somebody typed, as words: all of them, the last one perhaps not finished once it has four letters (shorter ones stand nearly everywhere, and
-- an index reads all that begin like it, whoever holds them); quotes and "or" as on the web. Nobody asks for what does not
-- hold a word. Null where there is none.
create function word_query(p_text text) returns tsquery language sql immutable parallel safe
  set search_path = public, pg_temp set client_min_messages = warning as
$$
  select case when numnode(q) > 0 then q end
    from (select regexp_replace(plain(p_text), '(^|\s)-+', ' ', 'g') as typed) t
    cross join lateral (select websearch_to_tsquery('concordat', typed) as whole, substring(typed from '([[:alnum:]]{4,})\s*$') as last) w
    -- unaccent makes signs of some letters: what it leaves is quoted and cleaned before it is read as a query
    cross join lateral (select nullif(regexp_replace(lower(unaccent('unaccent', last)), '[^[:alnum:]]+', '', 'g'), '') as begun) b
    cross join lateral (
      select case when begun is null or typed ~ '["-]|\mor\M' then whole
             else websearch_to_tsquery('concordat', left(rtrim(typed), -length(last)))
                  && (websearch_to_tsquery('concordat', last) || (quote_literal(begun) || ':*')::tsquery) end) r (q)
$$;

-- What somebody typed, as a name: each part as it is or as it sounds, the last one perhaps not finished once it has four letters; or all parts as one.
-- p_exact: only the parts as they are.
create function name_query(p_text text, p_exact boolean) returns tsquery language sql immutable parallel safe set search_path = public, pg_temp as
$$
  select string_agg('(' || quote_literal('n:' || part) || case when place = cardinality(parts) and not p_exact and length(part) > 3 then ':*' else '' end
                    || case when not p_exact and sound(part) is not null then ' | ' || quote_literal('s:' || sound(part)) else '' end || ')', ' & ')
         ::tsquery || (select quote_literal('n:' || array_to_string(parts, ''))::tsquery)
    from (select name_parts(p_text) as parts) p cross join lateral unnest(parts) with ordinality one (part, place)
   group by parts
$$;

-- The referrals that the caller finds, best first: in which class, and as what; own: in what the caller's agency keeps of its own work. Each class is
-- looked into only where the caller sees it in full, by the same rule as its row policy: the text of function sees() stands in each arm, since a
-- function is planned when the first row asks for it, and that time would tell of a row which is hidden. One kind after the other, the better
-- first, and the next only while there are fewer than are answered; so many of each table and kind at most. p_reference: the beginning of a
-- reference in its usual form; p_crime: a number of a crime or a URN, as it is kept; p_numbers: postcodes and other numbers in small letters without
-- spaces. Any may be null.
do $$
declare
  c_sight constant text := $sight$(select coalesce(bool_or(%2$L = any (v.data_classes)) and not bool_or(v.source = 'exclusion'), false)
           from visibility v where v.record = %1$s.referral and v.viewer = any (v_viewers) and v.valid @> now())$sight$;
  c_arm constant text := $arm$      (select t.referral, %2$L, t.words from %1$I t
        where t.audience && v_viewers and t.words @@ %3$s and %4$s limit c_each)$arm$;
  c_all constant text := E'\n      union all\n';
begin
  execute format($function$
create function search_referrals(p_text text, p_reference text, p_crime text, p_numbers text[], p_limit integer)
  returns table (referral uuid, part text, own boolean, matched text, rank real)
  language plpgsql stable security definer set search_path = public, pg_temp set enable_seqscan = off set jit = off
  set plan_cache_mode = force_generic_plan as
$body$
declare
  c_each    constant integer := 300; -- as many of each table and kind are ranked
  v_limit   constant integer := least(coalesce(p_limit, 101), 101);
  v_subject constant uuid := caller_subject();
  v_viewers constant text[] := caller_viewers();
  v_agency  constant text := caller_agency();
  v_casework constant boolean := exists (select from role_data_class c where c.role = caller_role() and c.data_class = 'D5' and c.recipient = 'FULL'
                                            and days(c.valid_from, c.valid_to) @> now()); -- as sees_casework
  v_typed   constant tsquery := word_query(p_text);
  v_allowed constant tsquery := !!quote_literal('x:' || v_subject::text)::tsquery;
  v_words   constant tsquery := v_typed && v_allowed;
  v_names   constant tsquery := name_query(p_text, false) && v_allowed;
  v_name    constant tsquery := name_query(p_text, true) && v_allowed;
  v_numbers constant tsquery := (select string_agg(quote_literal('i:' || n), ' | ')::tsquery from unnest(p_numbers) n) && v_allowed;
begin
  return query
    with number (referral, class, own, matched, rank) as materialized (
      select l.referral, 'D1', false, 'REFERENCE', 6::real from unnest(v_viewers) w (viewer) cross join lateral (
        select r.referral from referral_listing r
         where r.viewer = w.viewer and r.reference collate "C" >= p_reference and r.reference collate "C" < p_reference || '~' and r.valid @> now()
           and not v_subject = any (r.excluded)
         order by r.reference collate "C" desc limit c_each) l
      union all
      select c.referral, case when c.told then 'D16' else 'D5' end, not c.told, 'NUMBER', 5
        from (select t.referral, t.agency, %5$s as told from crime t where t.reference = p_crime offset 0) c
       where c.told or %6$s
      union all
      select c.referral, 'D5', true, 'NUMBER', 5
        from (select t.referral, t.agency from outcome_detail t where t.field = 'urn' and t.value = p_crime offset 0) c
       where %6$s
      union all
      select f.referral, f.class, false, 'NUMBER', 4 from (
%1$s) f (referral, class, words)
    ),
    name (referral, class, own, matched, rank) as materialized (
      select f.referral, f.class, false, 'NAME', 3::real from (
%2$s) f (referral, class, words)
       where (select count(distinct n.referral) from number n) < v_limit
    ),
    alike (referral, class, own, matched, rank) as materialized (
      select f.referral, f.class, false, 'NAME_LIKE', 2::real from (
%3$s) f (referral, class, words)
       where (select count(distinct n.referral) from (select * from number union all select * from name) n) < v_limit
    ),
    word (referral, class, own, matched, rank) as materialized (
      select f.referral, f.class, false, 'WORDS', ts_rank_cd(f.words, v_typed, 32) from (
%4$s) f (referral, class, words)
       where (select count(distinct n.referral) from (select * from number union all select * from name union all select * from alike) n) < v_limit
    ),
    hit as (select * from number union all select * from name union all select * from alike union all select * from word)
    select best.referral, best.class, best.own, best.matched, best.rank
      from (select distinct on (h.referral) h.* from hit h order by h.referral, h.rank desc, h.own, h.class) best
      join referral r on r.id = best.referral
     where sees(r.id, 'D1')
     order by best.rank desc, r.reference desc
     limit v_limit;
end
$body$
    $function$,
    (select string_agg(format(c_arm, name, class, 'v_numbers', format(c_sight, 't', class)), c_all) from searched() where numbered is not null),
    (select string_agg(format(c_arm, name, class, 'v_name', format(c_sight, 't', class)), c_all) from searched() where named is not null),
    (select string_agg(format(c_arm, name, class, 'v_names', format(c_sight, 't', class)), c_all) from searched() where named is not null),
    (select string_agg(format(c_arm, name, class, 'v_words', format(c_sight, 't', class)), c_all) from searched()),
    format(c_sight, 't', 'D16'),
    -- as sees_casework
    '(c.agency = v_agency and v_casework and ' || format(c_sight, 'c', 'D1') || $casework$
         and exists (select from referral r where r.id = c.referral and r.to_agency = c.agency and (r.content_until is null or now() < r.content_until)))$casework$);

  -- What of a hit is shown, read as any other content: the policies of the tables decide.
  execute 'create view search_text with (security_invoker) as
    select referral, ''D16'' as part, false as own, null::text as name, reference as number, reference as text,
           array_to_tsvector(array[''i:'' || lower(reference)]) as words from crime
    union all
    select referral, ''D5'', true, null, reference, reference, array_to_tsvector(array[''i:'' || lower(reference)]) from crime
    union all
    select referral, ''D5'', true, null, value, value, array_to_tsvector(array[''i:'' || lower(value)]) from outcome_detail where field = ''urn''
    union all '
    || (select string_agg(format('select referral, %L, false, %s, %s, %s, words from %I',
                                 class, coalesce(named, 'null'), coalesce(numbered, 'null'), shown, name), E'\n    union all ') from searched());
end
$$;
comment on view search_text is 'What search shows of where it found something; each row as the row policy of its table lets it.';
grant select on search_text to concordat_app;

revoke execute on function audience_of(visibility[], text), audiences_of(uuid), excluded_from(uuid), keep_audience(), keep_audiences(uuid), searched(),
  search_referrals(text, text, text, text[], integer) from public;
grant execute on function search_referrals(text, text, text, text[], integer) to concordat_app;
