package uk.concordat.platform.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Gives repositories the entity manager of the transaction. */
@ApplicationScoped
public class EntityManagerProducer {
  @PersistenceContext(unitName = "concordat")
  @Produces
  EntityManager em;
}
