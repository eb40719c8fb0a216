package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.concordat.kernel.InvalidInput;
import uk.concordat.kernel.Reference;

/** Remembers which create a key stood for, so that a retry finds the first answer. */
@ApplicationScoped
public class IdempotencyKeys {
  @Inject EntityManager em;

  /**
   * The record that the caller's key made.
   *
   * @throws InvalidInput when the key was used for something else
   */
  public Optional<Reference> find(UUID subject, String key, String digest) {
    return made(subject, key, digest).flatMap(Reference::parse);
  }

  /** The same as it was kept, whatever kind of thing it names. */
  Optional<String> made(UUID subject, String key, String digest) {
    // Two creates with one key wait for each other here and nobody else does.
    em.createNativeQuery(
            "select 1 from (select pg_advisory_xact_lock(hashtextextended(?1, 0))) locked")
        .setParameter(1, subject + "/" + key)
        .getSingleResult();
    List<?> rows =
        em.createNativeQuery("select digest, reference from idempotency_key where key = ?1")
            .setParameter(1, key)
            .getResultList();
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    Object[] row = (Object[]) rows.get(0);
    if (!row[0].equals(digest)) {
      throw new InvalidInput("Idempotency-Key", "reused");
    }
    return Optional.of((String) row[1]);
  }

  /** Whether the caller's key made anything: the database shows nobody else's. */
  boolean used(String key) {
    return !em.createNativeQuery("select 1 from idempotency_key where key = ?1")
        .setParameter(1, key)
        .getResultList()
        .isEmpty();
  }

  /** Keeps what the key made. */
  public void keep(UUID subject, String key, String digest, String reference) {
    em.createNativeQuery(
            "insert into idempotency_key (subject, key, digest, reference) values (cast(?1 as"
                + " uuid), ?2, ?3, ?4)")
        .setParameter(1, subject.toString())
        .setParameter(2, key)
        .setParameter(3, digest)
        .setParameter(4, reference)
        .executeUpdate();
  }
}
