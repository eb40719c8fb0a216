package uk.concordat.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

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

  /** The people named, of whichever agency. */
  public Set<UUID> names(UUID record) {
    List<?> found =
        em.createNativeQuery("select subject from restriction_name where record = ?1")
            .setParameter(1, record)
            .getResultList();
    return found.stream().map(UUID.class::cast).collect(Collectors.toSet());
  }

  /** Forgets those of the caller's agency who are not among these; other agencies' are its own. */
  public void keep(UUID record, Set<UUID> named) {
    em.createNativeQuery(
            "delete from restriction_name where record = ?1 and subject in (select subject from"
                + " staff where agency = caller_agency()) and not subject = any (cast(string_to_array(?2, ',') as uuid[]))")
        .setParameter(1, record)
        .setParameter(2, named.stream().map(UUID::toString).collect(Collectors.joining(",")))
        .executeUpdate();
  }
}
