package uk.concordat.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.UUID;
import uk.concordat.caller.Caller;
import uk.concordat.caller.CurrentCaller;

/**
 * What happens beside the six operations. Kept apart from the ledger, so that whoever checks the
 * ledger does not make it grow. An event that cannot be written fails what it is about.
 */
@ApplicationScoped
public class SecurityLog {
  @Inject EntityManager em;
  @Inject CurrentCaller caller;

  /**
   * Records an event of the caller's, in the transaction of what it is about.
   *
   * @param detail ids, sizes and codes only; null where there is nothing to add
   */
  public void append(SecurityEvent event, String detail) {
    Caller actor = caller.get();
    em.createNativeQuery(
            "insert into security_event (kind, actor, agency, role, detail) values (?1, ?2, ?3,"
                + " ?4, cast(?5 as text))")
        .setParameter(1, event.name())
        .setParameter(2, actor.subject())
        .setParameter(3, actor.agency())
        .setParameter(4, actor.role())
        .setParameter(5, detail)
        .executeUpdate();
  }

  /**
   * Records an event at the door, where nobody is bound to the database, or of the system.
   *
   * @param actor whose; null where it is nobody's
   * @param agency theirs; null where there is none. One that is unknown here is not kept
   * @param detail ids, sizes and codes only; null where there is nothing to add
   * @param occurrences how many such events it stands for
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void note(SecurityEvent event, UUID actor, String agency, String detail, int occurrences) {
    em.createNativeQuery(
            "select cast(note_security_event(?1, cast(?2 as uuid), cast(?3 as text), cast(?4 as"
                + " text), ?5) as text)")
        .setParameter(1, event.name())
        .setParameter(2, actor == null ? null : actor.toString())
        .setParameter(3, agency)
        .setParameter(4, detail)
        .setParameter(5, occurrences)
        .getResultList();
  }

  /**
   * Records that a portal began to work.
   *
   * @param key the verifier key of the ledger that it signs with
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void started(String key) {
    em.createNativeQuery("select cast(note_start(?1) as text)")
        .setParameter(1, key)
        .getResultList();
  }
}
