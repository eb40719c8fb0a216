package uk.concordat.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;

/** Keeps when the caller proved with a second factor who they are, by session. */
@ApplicationScoped
class StepUpRepository {
  @Inject EntityManager em;

  /** Keeps a proof; false for one that is known already, which changes nothing. */
  boolean keep(String session, Instant at) {
    return em.createNativeQuery(
                "insert into step_up (subject, session, at) values (caller_subject(), ?1, cast(?2 as"
                    + " timestamptz)) on conflict do nothing")
            .setParameter(1, session)
            .setParameter(2, at.toString())
            .executeUpdate()
        == 1;
  }

  /** The newest proof of the caller in that session. */
  Optional<Instant> latest(String session) {
    Object at =
        em.createNativeQuery(
                "select max(at) from step_up where subject = caller_subject() and session = ?1")
            .setParameter(1, session)
            .getSingleResult();
    return Optional.ofNullable((Timestamp) at).map(Timestamp::toInstant);
  }
}
