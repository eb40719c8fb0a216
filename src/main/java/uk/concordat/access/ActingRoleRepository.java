package uk.concordat.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;

/** Keeps the role that somebody chose to act in; the database takes none that they do not hold. */
@ApplicationScoped
public class ActingRoleRepository {
  @Inject EntityManager em;

  /** Remembers the choice instead of any former one. */
  public void choose(UUID subject, String role) {
    em.createNativeQuery(
            "insert into acting_role (subject, role) values (?1, ?2) on conflict (subject) do update"
                + " set role = excluded.role, since = now()")
        .setParameter(1, subject)
        .setParameter(2, role)
        .executeUpdate();
  }
}
