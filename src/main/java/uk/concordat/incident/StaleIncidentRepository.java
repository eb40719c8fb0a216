package uk.concordat.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import uk.concordat.caller.Caller;

/** What nobody finished; the database answers only the product itself. */
@ApplicationScoped
class StaleIncidentRepository {
  @Inject EntityManager em;

  /** Tells the database that the product itself acts in this transaction. */
  void bind(Caller product) {
    em.createNativeQuery("select 1 from bind_clock(?1, ?2)")
        .setParameter(1, product.subject())
        .setParameter(2, product.agency())
        .getSingleResult();
  }

  List<StaleIncident> all() {
    List<?> rows =
        em.createNativeQuery("select record, record_type, agency, version from stale_incidents()")
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(
            row ->
                new StaleIncident((UUID) row[0], (String) row[1], (String) row[2], (Long) row[3]))
        .toList();
  }

  /** Erases it; false where somebody was faster. */
  boolean erase(UUID record) {
    return (Boolean)
        em.createNativeQuery("select erase_stale_incident(?1)")
            .setParameter(1, record)
            .getSingleResult();
  }
}
