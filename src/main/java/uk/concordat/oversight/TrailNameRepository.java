package uk.concordat.oversight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What entries are about, by name: row-level security shows the references of the records that the
 * reader knows today, agreements that they may read, and colleagues.
 */
@ApplicationScoped
class TrailNameRepository {
  private static final String SELECT =
      """
      with named as (select cast(unnest(string_to_array(?1, ',')) as uuid) as id)
      select cast(h.referral as text), h.reference from referral_header h join named on named.id = h.referral
      union all
      select cast(a.id as text), a.code || ' version ' || a.version from agreement a join named using (id)
      union all
      select cast(s.subject as text), s.display_name from staff s join named on named.id = s.subject
       where s.agency = caller_agency()
      """;

  @Inject EntityManager em;

  /** The names by identity; what the reader may not know is not in it. */
  Map<String, String> of(Collection<TrailEntry> entries) {
    String ids =
        entries.stream()
            .flatMap(entry -> entry.records().stream())
            .distinct()
            .collect(Collectors.joining(","));
    List<?> rows =
        ids.isEmpty()
            ? List.of()
            : em.createNativeQuery(SELECT).setParameter(1, ids).getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1], (a, b) -> a));
  }
}
