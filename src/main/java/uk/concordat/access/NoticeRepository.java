package uk.concordat.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;

/** Tells people that something waits for them; a notice holds no content. */
@ApplicationScoped
public class NoticeRepository {
  @Inject EntityManager em;

  /** Tells one person. */
  public void tell(UUID subject, String kind, String reference, UUID about) {
    em.createNativeQuery(
            "insert into notice (viewer, kind, reference, about) values (?1, ?2, ?3, ?4)")
        .setParameter(1, "#" + subject)
        .setParameter(2, kind)
        .setParameter(3, reference)
        .setParameter(4, about)
        .executeUpdate();
  }
}
