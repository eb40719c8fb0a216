package uk.concordat.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;

/** Keeps the names of those who may see a restricted record. */
@ApplicationScoped
public class RestrictionRepository {
  @Inject EntityManager em;

  /** Names somebody; does nothing where they are named already. */
  public void name(UUID record, UUID subject, UUID setBy) {
    em.createNativeQuery(
            "insert into restriction_name (record, subject, set_by) values (?1, ?2, ?3)"
                + " on conflict do nothing")
        .setParameter(1, record)
        .setParameter(2, subject)
        .setParameter(3, setBy)
        .executeUpdate();
  }

  /** Forgets the names. */
  public void clear(UUID record) {
    em.createNativeQuery("delete from restriction_name where record = ?1")
        .setParameter(1, record)
        .executeUpdate();
  }
}
