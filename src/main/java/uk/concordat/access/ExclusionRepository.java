package uk.concordat.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.concordat.kernel.Ids;

/** Keeps exclusions; the database lets only those change them who may. */
@ApplicationScoped
public class ExclusionRepository {
  @Inject EntityManager em;

  /** Excludes somebody; does nothing where they are excluded already. */
  public void exclude(UUID record, UUID subject, String reason, UUID setBy) {
    em.createNativeQuery(
            "insert into exclusion (id, record, subject, reason, set_by) values (?1, ?2, ?3, ?4, ?5)"
                + " on conflict (record, subject) where lifted_at is null do nothing")
        .setParameter(1, Ids.next())
        .setParameter(2, record)
        .setParameter(3, subject)
        .setParameter(4, reason)
        .setParameter(5, setBy)
        .executeUpdate();
  }

  /** Lifts an exclusion; false where there is none in force. */
  public boolean lift(UUID record, UUID subject, UUID liftedBy) {
    return em.createNativeQuery(
                "update exclusion set lifted_by = ?3, lifted_at = now() where record = ?1 and subject"
                    + " = ?2 and lifted_at is null")
            .setParameter(1, record)
            .setParameter(2, subject)
            .setParameter(3, liftedBy)
            .executeUpdate()
        == 1;
  }

  /**
   * The caller's colleagues who would find the record if it were given to them to work on: neither
   * excluded nor left out by a restriction. Why somebody is not among them is not said.
   */
  public Set<UUID> assignable(UUID record) {
    List<?> found =
        em.createNativeQuery("select * from assignable(?1)")
            .setParameter(1, record)
            .getResultList();
    return found.stream().map(UUID.class::cast).collect(Collectors.toSet());
  }

  /** The exclusions in force, oldest first. */
  public List<Exclusion> of(UUID record) {
    List<?> rows =
        em.createNativeQuery(
                "select x.id, s.subject, s.username, s.display_name, x.reason, x.set_at from exclusion x left join staff s on"
                    + " s.subject = x.subject where x.record = ?1 and x.lifted_at is null order by"
                    + " x.set_at")
            .setParameter(1, record)
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(
            row ->
                new Exclusion(
                    (UUID) row[0],
                    (UUID) row[1],
                    (String) row[2],
                    (String) row[3],
                    (String) row[4],
                    ((Timestamp) row[5]).toInstant()))
        .toList();
  }
}
