package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.concordat.access.DataClass;

/**
 * Asks the one function that may use the vectors of words, and reads what is shown of its answers
 * under the row policies of the tables.
 */
@ApplicationScoped
class SearchRepository {
  private static final String FIND =
      "select cast(referral as text), part, matched from search_referrals(?1, nullif(?2, ''), ?3,"
          + " string_to_array(?4, ','), ?5)";

  /** Of several answers and remarks the one that holds the words. */
  private static final String SHOW =
      """
      select distinct on (h.place) h.place,
             case when h.matched like 'NAME%%' then s.name
                  else ts_headline('concordat', s.text, q.words, 'StartSel="%s", StopSel="%s", MaxFragments=1, MinWords=10, MaxWords=25') end
        from unnest(cast(string_to_array(?1, ',') as uuid[]), string_to_array(?2, ','), string_to_array(?3, ','))
             with ordinality h (referral, part, matched, place)
        cross join (select coalesce(word_query(cast(?4 as text)) || websearch_to_tsquery('concordat', cast(?4 as text)),
                                    websearch_to_tsquery('concordat', cast(?4 as text))) as words) q
        cross join lateral (select * from search_text t where t.referral = h.referral and t.part = h.part and t.text <> '') s
       order by h.place, (s.words @@ q.words) desc
      """
          .formatted(Passage.START, Passage.STOP);

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
                    Matched.valueOf((String) row[2])))
        .toList();
  }

  /**
   * The text around what was found, by what was found; what the database does not show is missing.
   */
  Map<Found, List<Passage>> passages(List<Found> found, String text) {
    Map<Found, List<Passage>> passages = new HashMap<>();
    if (found.isEmpty()) {
      return passages;
    }
    List<?> rows =
        em.createNativeQuery(SHOW)
            .setParameter(1, joined(found, Found::referral))
            .setParameter(2, joined(found, Found::part))
            .setParameter(3, joined(found, Found::matched))
            .setParameter(4, text)
            .getResultList();
    rows.stream()
        .map(Object[].class::cast)
        .forEach(
            row ->
                passages.put(
                    found.get(((Number) row[0]).intValue() - 1), Passage.of((String) row[1])));
    return passages;
  }

  private static String joined(List<Found> found, Function<Found, Object> of) {
    return found.stream().map(of).map(Object::toString).collect(Collectors.joining(","));
  }
}
