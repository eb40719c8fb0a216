-- Search: one vector of words for each data class, in the table of that class, and one function that looks only where the caller sees the
-- class in full. Row-level security and a full-text index do not go together (@@ is not leakproof), so the function answers for the wall itself.

-- Words as English has them, whatever their accents.
create text search dictionary concordat_english (template = pg_catalog.snowball, language = english, stopwords = english);
create text search configuration concordat (copy = pg_catalog.english);
alter text search configuration concordat alter mapping for asciiword, asciihword, hword_asciipart with concordat_english;
alter text search configuration concordat alter mapping for word, hword, hword_part with unaccent, concordat_english;

-- One spelling of what can be typed in several: no marks of direction, no apostrophe within a word, nothing that glues two words together.
create function plain(p_text text) returns text language sql immutable parallel safe set search_path = public, pg_temp as
$$
  select regexp_replace(translate(regexp_replace(normalize(coalesce(p_text, ''), nfkc), '[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD]', '', 'g'),
                                  '/_|', '   '),
                        '([[:alpha:]])[''’‘ʼʹ`´]([[:alpha:]])', '\1\2', 'g')
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

-- What a number is found by however it was spaced: an NHS number, a telephone number. Null where there are too few digits.
create function number_key(p_text text) returns text[] language sql immutable parallel safe as
$$ select array['i:' || regexp_replace(p_text, '[^0-9]', '', 'g')] where length(regexp_replace(p_text, '[^0-9]', '', 'g')) between 7 and 20 $$;

create function word_vector(p_text text, p_keys text[]) returns tsvector language sql immutable parallel safe set search_path = public, pg_temp as
$$ select to_tsvector('concordat', plain(p_text)) || array_to_tsvector(coalesce(p_keys, '{}')) $$;

alter table referral_identity add column words tsvector
  generated always as (word_vector(coalesce(name, '') || ' . ' || coalesce(address, ''), name_keys(name))) stored;
alter table referral_monitoring add column words tsvector generated always as (word_vector(notes, null)) stored;
alter table referral_needs add column words tsvector
  generated always as (word_vector(coalesce(contact_detail, '') || ' . ' || coalesce(contact_safety, '') || ' . ' || coalesce(communication, ''),
                                   number_key(contact_detail))) stored;
alter table referral_incident add column words tsvector
  generated always as (word_vector(coalesce(narrative, '') || ' . ' || coalesce(place, '') || ' . ' || coalesce(postcode, ''), postcode_keys(postcode))) stored;
alter table referral_suspect add column words tsvector
  generated always as (word_vector(coalesce(name, '') || ' . ' || coalesce(description, ''), name_keys(name))) stored;
alter table referral_antecedents add column words tsvector
  generated always as (word_vector(coalesce(history, '') || ' . ' || coalesce(bail_conditions, ''), null)) stored;
alter table referral_intelligence add column words tsvector generated always as (word_vector(report, null)) stored;
alter table referral_witness add column words tsvector
  generated always as (word_vector(coalesce(name, '') || ' . ' || coalesce(contact, ''), name_keys(name) || coalesce(number_key(contact), '{}'))) stored;
alter table referral_clinical add column words tsvector
  generated always as (word_vector(coalesce(detail, '') || ' . ' || coalesce(rationale, ''), number_key(nhs_number))) stored;
alter table referral_housing add column words tsvector generated always as (word_vector(history, null)) stored;
alter table referral_safeguarding add column words tsvector generated always as (word_vector(concern, null)) stored;
alter table referral_feedback add column words tsvector
  generated always as (word_vector(coalesce(comment, '') || ' . ' || coalesce(advice, ''), null)) stored;
alter table info_answer add column words tsvector generated always as (word_vector(answer, null)) stored;

-- Who is a viewer of a class of a record in full, now or later. What the caller sees is decided by sees(); this is only where search looks,
-- so that what others hold costs the caller no time.
create function audience_of(p_record uuid, p_class text) returns text[] language sql stable security definer set search_path = public, pg_temp as
$$
  select array(select distinct v.viewer from visibility v
                where v.record = p_record and p_class = any (v.data_classes) and (upper_inf(v.valid) or upper(v.valid) > now()) order by 1)
$$;
create function keep_audience() returns trigger language plpgsql security definer set search_path = public, pg_temp as
$$ begin new.audience := audience_of(new.referral, tg_argv[0]); return new; end $$;

do $$
declare
  t text;
  c text;
begin
  foreach t in array array['referral_identity/D2', 'referral_monitoring/D3', 'referral_needs/D4', 'referral_incident/D5', 'referral_suspect/D6',
      'referral_antecedents/D7', 'referral_intelligence/D8', 'referral_witness/D9', 'referral_clinical/D13', 'referral_housing/D14',
      'referral_safeguarding/D15', 'referral_feedback/D16', 'info_answer/D5'] loop
    c := split_part(t, '/', 2);
    t := split_part(t, '/', 1);
    execute format('alter table %I add column audience text[] not null default ''{}''', t);
    execute format('comment on column %I.words is ''What search finds it by: words, parts of names (n:), their sound (s:) and numbers (i:).''', t);
    execute format('comment on column %I.audience is ''The viewers who see this class of the record in full; function publish keeps it.''', t);
    execute format('update %I set audience = audience_of(referral, %L)', t, c);
    execute format('create trigger keep_audience before insert on %I for each row execute function keep_audience(%L)', t, c);
    -- without a list of what waits, which everybody's search would read through
    execute format('create index %1$I on %2$I using gin (audience, words) with (fastupdate = off)', t || '_words', t);
  end loop;
end
$$;
create index info_answer_by_referral on info_answer (referral);
create index referral_listing_reference on referral_listing (viewer, reference collate "C");
create index crime_by_reference on crime (reference);

-- As before, and what search keeps beside the content is no content.
create or replace function keep_version() returns trigger language plpgsql security definer set search_path = public, pg_temp as
$$
declare
  v_class text := tg_argv[0];
  v_old   jsonb := case tg_op when 'UPDATE' then jsonb_strip_nulls(to_jsonb(old)) - '{referral,version,words,audience}'::text[] else '{}' end;
  v_new   jsonb := jsonb_strip_nulls(to_jsonb(new)) - '{referral,version,words,audience}'::text[];
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
  update referral_identity t set audience = a.viewers from (select audience_of(r.id, 'D2') as viewers) a where t.referral = r.id and t.audience <> a.viewers;
  update referral_monitoring t set audience = a.viewers from (select audience_of(r.id, 'D3') as viewers) a where t.referral = r.id and t.audience <> a.viewers;
  update referral_needs t set audience = a.viewers from (select audience_of(r.id, 'D4') as viewers) a where t.referral = r.id and t.audience <> a.viewers;
  update referral_incident t set audience = a.viewers from (select audience_of(r.id, 'D5') as viewers) a where t.referral = r.id and t.audience <> a.viewers;
  update referral_suspect t set audience = a.viewers from (select audience_of(r.id, 'D6') as viewers) a where t.referral = r.id and t.audience <> a.viewers;
  update referral_antecedents t set audience = a.viewers from (select audience_of(r.id, 'D7') as viewers) a where t.referral = r.id and t.audience <> a.viewers;
  update referral_intelligence t set audience = a.viewers from (select audience_of(r.id, 'D8') as viewers) a where t.referral = r.id and t.audience <> a.viewers;
  update referral_witness t set audience = a.viewers from (select audience_of(r.id, 'D9') as viewers) a where t.referral = r.id and t.audience <> a.viewers;
  update referral_clinical t set audience = a.viewers from (select audience_of(r.id, 'D13') as viewers) a where t.referral = r.id and t.audience <> a.viewers;
  update referral_housing t set audience = a.viewers from (select audience_of(r.id, 'D14') as viewers) a where t.referral = r.id and t.audience <> a.viewers;
  update referral_safeguarding t set audience = a.viewers from (select audience_of(r.id, 'D15') as viewers) a where t.referral = r.id and t.audience <> a.viewers;
  update referral_feedback t set audience = a.viewers from (select audience_of(r.id, 'D16') as viewers) a where t.referral = r.id and t.audience <> a.viewers;
  update info_answer t set audience = a.viewers from (select audience_of(r.id, 'D5') as viewers) a where t.referral = r.id and t.audience <> a.viewers;
end
$$;

alter function publish(uuid) set plan_cache_mode = force_generic_plan; -- see V015; replacing the function forgot it

-- What somebody typed, as words: all of them, the last one perhaps not finished; quotes and "or" as on the web. Nobody asks for what does not
-- hold a word. Null where there is none.
create function word_query(p_text text) returns tsquery language sql immutable parallel safe
  set search_path = public, pg_temp set client_min_messages = warning as
$$
  select case when numnode(q) > 0 then q end
    from (select regexp_replace(plain(p_text), '(^|\s)-+', ' ', 'g') as typed) t
    cross join lateral (select websearch_to_tsquery('concordat', typed) as whole, substring(typed from '([[:alnum:]]{3,})\s*$') as last) w
    -- unaccent makes signs of some letters: what it leaves is quoted and cleaned before it is read as a query
    cross join lateral (select nullif(regexp_replace(lower(unaccent('unaccent', last)), '[^[:alnum:]]+', '', 'g'), '') as begun) b
    cross join lateral (
      select case when begun is null or typed ~ '["-]|\mor\M' then whole
             else websearch_to_tsquery('concordat', left(rtrim(typed), -length(last)))
                  && (websearch_to_tsquery('concordat', last) || (quote_literal(begun) || ':*')::tsquery) end) r (q)
$$;

-- What somebody typed, as a name: each part as it is or as it sounds, the last one perhaps not finished; or all parts as one.
-- p_exact: only the parts as they are.
create function name_query(p_text text, p_exact boolean) returns tsquery language sql immutable parallel safe set search_path = public, pg_temp as
$$
  select string_agg('(' || quote_literal('n:' || part) || case when place = cardinality(parts) and not p_exact and length(part) > 1 then ':*' else '' end
                    || case when not p_exact and sound(part) is not null then ' | ' || quote_literal('s:' || sound(part)) else '' end || ')', ' & ')
         ::tsquery || (select quote_literal('n:' || array_to_string(parts, ''))::tsquery)
    from (select name_parts(p_text) as parts) p cross join lateral unnest(parts) with ordinality one (part, place)
   group by parts
$$;

-- The referrals that the caller finds, best first: in which class, and as what. Each class is looked into only where the caller sees it in full, by the
-- same rule as its row policy; what is ranked is bounded before. p_reference: the beginning of a reference in its usual form; p_crime: a
-- number of a crime; p_numbers: postcodes and other numbers in small letters without spaces. Any may be null.
create function search_referrals(p_text text, p_reference text, p_crime text, p_numbers text[], p_limit integer)
  returns table (referral uuid, part text, matched text, rank real)
  language plpgsql stable security definer set search_path = public, pg_temp set enable_seqscan = off set jit = off as
$$
declare
  c_each    constant integer := 300; -- as many of each class are ranked
  v_viewers constant text[] := caller_viewers();
  v_words   constant tsquery := word_query(p_text);
  v_names   constant tsquery := name_query(p_text, false);
  v_name    constant tsquery := name_query(p_text, true);
  v_numbers constant tsquery := (select string_agg(quote_literal('i:' || n), ' | ')::tsquery from unnest(p_numbers) n);
  v_text    constant tsquery := coalesce(v_words || v_numbers, v_words, v_numbers);
  v_all     constant tsquery := coalesce(v_text || v_names, v_text, v_names);
begin
  return query
    with found (referral, class, words) as (
      (select t.referral, 'D2', t.words from referral_identity t where t.audience && v_viewers and t.words @@ v_all and sees(t.referral, 'D2') limit c_each)
      union all
      (select t.referral, 'D3', t.words from referral_monitoring t where t.audience && v_viewers and t.words @@ v_all and sees(t.referral, 'D3') limit c_each)
      union all
      (select t.referral, 'D4', t.words from referral_needs t where t.audience && v_viewers and t.words @@ v_all and sees(t.referral, 'D4') limit c_each)
      union all
      (select t.referral, 'D5', t.words from referral_incident t where t.audience && v_viewers and t.words @@ v_all and sees(t.referral, 'D5') limit c_each)
      union all
      (select t.referral, 'D6', t.words from referral_suspect t where t.audience && v_viewers and t.words @@ v_all and sees(t.referral, 'D6') limit c_each)
      union all
      (select t.referral, 'D7', t.words from referral_antecedents t where t.audience && v_viewers and t.words @@ v_all and sees(t.referral, 'D7') limit c_each)
      union all
      (select t.referral, 'D8', t.words from referral_intelligence t where t.audience && v_viewers and t.words @@ v_all and sees(t.referral, 'D8') limit c_each)
      union all
      (select t.referral, 'D9', t.words from referral_witness t where t.audience && v_viewers and t.words @@ v_all and sees(t.referral, 'D9') limit c_each)
      union all
      (select t.referral, 'D13', t.words from referral_clinical t where t.audience && v_viewers and t.words @@ v_all and sees(t.referral, 'D13') limit c_each)
      union all
      (select t.referral, 'D14', t.words from referral_housing t where t.audience && v_viewers and t.words @@ v_all and sees(t.referral, 'D14') limit c_each)
      union all
      (select t.referral, 'D15', t.words from referral_safeguarding t where t.audience && v_viewers and t.words @@ v_all and sees(t.referral, 'D15') limit c_each)
      union all
      (select t.referral, 'D16', t.words from referral_feedback t where t.audience && v_viewers and t.words @@ v_all and sees(t.referral, 'D16') limit c_each)
      union all
      (select t.referral, 'D5', t.words from info_answer t where t.audience && v_viewers and t.words @@ v_all and sees(t.referral, 'D5') limit c_each)
    ),
    hit (referral, class, matched, rank) as (
      select f.referral, f.class,
             case when f.words @@ v_numbers then 'NUMBER' when f.words @@ v_name then 'NAME' when f.words @@ v_names then 'NAME_LIKE' else 'WORDS' end,
             case when f.words @@ v_numbers then 4 when f.words @@ v_name then 3 when f.words @@ v_names then 2
                  else ts_rank_cd(f.words, v_words, 32) end
        from found f
      union all
      select l.referral, 'D1', 'REFERENCE', 5 from unnest(v_viewers) v (viewer) cross join lateral (
        select r.referral from referral_listing r
         where r.viewer = v.viewer and r.reference collate "C" >= p_reference and r.reference collate "C" < p_reference || '~' and r.valid @> now()
         order by r.reference collate "C" desc limit c_each) l
      union all
      select c.referral, 'D16', 'NUMBER', 5 from crime c
       where c.reference = p_crime and (sees(c.referral, 'D16') or sees_casework(c.referral, c.agency, 'D5'))
    )
    select best.referral, best.class, best.matched, best.rank::real
      from (select distinct on (h.referral) h.* from hit h order by h.referral, h.rank desc, h.class) best
      join referral r on r.id = best.referral
     where sees(r.id, 'D1')
     order by best.rank desc, r.reference desc
     limit least(coalesce(p_limit, 101), 101);
end
$$;

-- What of a hit is shown, read as any other content: the policies of the tables decide.
create view search_text with (security_invoker) as
  select referral, 'D2' as part, name as name, concat_ws(', ', name, address) as text, words from referral_identity
  union all
  select referral, 'D3' as part, null::text as name, notes as text, words from referral_monitoring
  union all
  select referral, 'D4' as part, null::text as name, concat_ws('. ', contact_detail, contact_safety, communication) as text, words from referral_needs
  union all
  select referral, 'D5' as part, null::text as name, concat_ws('. ', narrative, place, postcode) as text, words from referral_incident
  union all
  select referral, 'D6' as part, name as name, concat_ws('. ', name, description) as text, words from referral_suspect
  union all
  select referral, 'D7' as part, null::text as name, concat_ws('. ', history, bail_conditions) as text, words from referral_antecedents
  union all
  select referral, 'D8' as part, null::text as name, report as text, words from referral_intelligence
  union all
  select referral, 'D9' as part, name as name, concat_ws('. ', name, contact) as text, words from referral_witness
  union all
  select referral, 'D13' as part, null::text as name, concat_ws('. ', nhs_number, detail, rationale) as text, words from referral_clinical
  union all
  select referral, 'D14' as part, null::text as name, history as text, words from referral_housing
  union all
  select referral, 'D15' as part, null::text as name, concern as text, words from referral_safeguarding
  union all
  select referral, 'D16' as part, null::text as name, concat_ws('. ', comment, advice) as text, words from referral_feedback
  union all
  select referral, 'D5' as part, null::text as name, answer as text, words from info_answer
  union all
  select referral, 'D16', null, reference, array_to_tsvector(array['i:' || lower(reference)]) from crime;
comment on view search_text is 'What search shows of where it found something; each row as the row policy of its table lets it.';
grant select on search_text to concordat_app;

revoke execute on function audience_of(uuid, text), keep_audience(), search_referrals(text, text, text, text[], integer) from public;
grant execute on function search_referrals(text, text, text, text[], integer) to concordat_app;
