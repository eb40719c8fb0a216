package uk.concordat.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import uk.concordat.caller.Caller;
import uk.concordat.caller.CurrentCaller;

/**
 * What happens beside the six operations, in the transaction of what it is about. Kept apart from
 * the ledger, so that whoever checks the ledger does not make it grow.
 */
@ApplicationScoped
public class SecurityLog {
  @Inject EntityManager em;
  @Inject CurrentCaller caller;

  /**
   * Records an event of the caller's.
   *
   * @param detail ids, sizes and codes only; null where there is nothing to add
   */
  public void append(SecurityEvent event, String detail) {
    Caller actor = caller.get();
    em.createNativeQuery(
            "insert into security_event (kind, actor, agency, detail) values (?1, ?2, ?3,"
                + " cast(?4 as text))")
        .setParameter(1, event.name())
        .setParameter(2, actor.subject())
        .setParameter(3, actor.agency())
        .setParameter(4, detail)
        .executeUpdate();
  }
}
