package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.concordat.access.DataClass;

/**
 * Asks the one function that may use the vectors of words, and reads what is shown of its answers
 * under the row policies of the tables.
 */
@ApplicationScoped
class SearchRepository {
  private static final String FIND =
      "select cast(referral as text), part, own, matched from search_referrals(?1, nullif(?2, ''),"
          + " ?3, string_to_array(?4, ','), ?5)";

  /** Of a part that has several rows those that hold what was found, as that as what it was. */
  private static final String ROWS =
      """
        from unnest(cast(string_to_array(?1, ',') as uuid[]), string_to_array(?2, ','),
                    cast(string_to_array(?3, ',') as boolean[]), string_to_array(?4, ','))
             with ordinality h (referral, part, own, matched, place)
        cross join (select coalesce(word_query(typed) || websearch_to_tsquery('concordat', typed),
                                    websearch_to_tsquery('concordat', typed)) as words,
                           name_query(typed, false) as names,
                           (select cast(string_agg(quote_literal('i:' || n), ' | ') as tsquery) from unnest(string_to_array(?6, ',')) n) as numbers
                      from (select cast(?5 as text) as typed) t) q
        cross join lateral (
          select * from search_text t where t.referral = h.referral and t.part = h.part and t.own = h.own
             and t.words @@ case when h.matched = 'NUMBER' then q.numbers when h.matched like 'NAME%' then q.names else q.words end
           limit 1) s
      """;

  private static final String READABLE = "select h.place" + ROWS;

  /** Of a number, the number; of a name, the name; else the words around. */
  private static final String SHOW =
      """
      select h.place,
             case when h.matched = 'NUMBER' then s.number when h.matched like 'NAME%%' then s.name
                  else ts_headline('concordat', s.text, q.words, 'StartSel="%s", StopSel="%s", MaxFragments=1, MinWords=10, MaxWords=25') end
      """
              .formatted(Passage.START, Passage.STOP)
          + ROWS;

  @Inject EntityManager em;

  /** What the caller finds, best first, so many at most. */
  List<Found> find(SearchQuery query, int most) {
    List<?> rows =
        em.createNativeQuery(FIND)
            .setParameter(1, query.text())
            .setParameter(2, query.reference())
            .setParameter(3, query.crime())
            .setParameter(4, String.join(",", query.numbers()))
            .setParameter(5, most)
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(
            row ->
                new Found(
                    UUID.fromString((String) row[0]),
                    DataClass.valueOf((String) row[1]),
                    (Boolean) row[2],
                    Matched.valueOf((String) row[3])))
        .toList();
  }

  /** Those whose text the row policies show; a reference has no text. */
  Set<Found> readable(List<Found> found, SearchQuery query) {
    Stream<Found> texts =
        rows(READABLE, found, query).stream()
            .map(place -> found.get(((Number) place).intValue() - 1));
    return Stream.concat(found.stream().filter(one -> one.part() == DataClass.D1), texts)
        .collect(Collectors.toSet());
  }

  /** The text around what was found, by what was found. */
  Map<Found, List<Passage>> passages(List<Found> found, SearchQuery query) {
    Map<Found, List<Passage>> passages = new HashMap<>();
    rows(SHOW, found, query).stream()
        .map(Object[].class::cast)
        .forEach(
            row ->
                passages.put(
                    found.get(((Number) row[0]).intValue() - 1), Passage.of((String) row[1])));
    return passages;
  }

  private List<?> rows(String sql, List<Found> found, SearchQuery query) {
    if (found.isEmpty()) {
      return List.of();
    }
    Stream<String> numbers =
        Stream.concat(query.numbers().stream(), Stream.of(query.crime().toLowerCase(Locale.ROOT)));
    return em.createNativeQuery(sql)
        .setParameter(1, joined(found, Found::referral))
        .setParameter(2, joined(found, Found::part))
        .setParameter(3, joined(found, Found::own))
        .setParameter(4, joined(found, Found::matched))
        .setParameter(5, query.text())
        .setParameter(6, numbers.map(one -> one.replace(",", "")).collect(Collectors.joining(",")))
        .getResultList();
  }

  private static String joined(List<Found> found, Function<Found, Object> of) {
    return found.stream().map(of).map(Object::toString).collect(Collectors.joining(","));
  }
}
