package uk.concordat.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import uk.concordat.kernel.Reference;
import uk.concordat.kernel.StaleVersion;
import uk.concordat.referral.Footing;

/** Loads and keeps incidents; the database shows only what this caller may see. */
@ApplicationScoped
class IncidentRepository {
  @Inject EntityManager em;

  Reference nextReference(int year) {
    Number serial =
        (Number)
            em.createNativeQuery("select next_incident_serial(?1)")
                .setParameter(1, year)
                .getSingleResult();
    return Reference.of(Reference.Kind.INCIDENT, year, serial.longValue());
  }

  Optional<Incident> find(Reference reference) {
    return em.createQuery("select i from Incident i where i.reference = :reference", Incident.class)
        .setParameter("reference", reference.text())
        .getResultStream()
        .findFirst();
  }

  void add(Incident incident) {
    em.persist(incident);
    em.flush(); // the compartments' policies ask the header
    em.persist(new IncidentAccount(incident.id(), Account.EMPTY));
    em.persist(new IncidentIdentity(incident.id(), IncidentContent.EMPTY.person()));
  }

  Optional<IncidentAccount> account(UUID incident) {
    return Optional.ofNullable(em.find(IncidentAccount.class, incident));
  }

  Optional<IncidentIdentity> identity(UUID incident) {
    return Optional.ofNullable(em.find(IncidentIdentity.class, incident));
  }

  void flush() {
    try {
      em.flush();
    } catch (OptimisticLockException faster) {
      throw new StaleVersion();
    }
  }

  /** Reads a header, or a part of it, anew that the database has changed. */
  void refresh(Object part) {
    em.refresh(part);
  }

  /** The agency that holds what is logged there; null for a centre that has none. */
  String holder(String agency) {
    return (String)
        em.createNativeQuery("select incident_holder(?1)")
            .setParameter(1, agency)
            .getSingleResult();
  }

  /** The police force for an agency's area; null where there is none. */
  String force(String agency) {
    return (String)
        em.createNativeQuery("select force from agency where code = ?1")
            .setParameter(1, agency)
            .getSingleResult();
  }

  /** Ends a draft; false where the database does not let the caller, or it has changed. */
  boolean log(Incident incident, Instant now) {
    flush();
    return (Boolean)
        em.createNativeQuery("select log_incident(?1, ?2, ?3)")
            .setParameter(1, incident.id())
            .setParameter(2, incident.version())
            .setParameter(3, Timestamp.from(now))
            .getSingleResult();
  }

  /** On which footing a report of a third-party centre goes to its holder today. */
  Footing footing() {
    Object[] row =
        (Object[])
            em.createNativeQuery(
                    "select purpose, lawful_basis from report_footing where days(valid_from,"
                        + " valid_to) @> now()")
                .getSingleResult();
    return new Footing((String) row[0], (String) row[1], null);
  }

  /** Whether somebody linked it with an earlier one of the same person or place. */
  boolean repeatLinked(UUID incident) {
    return (Boolean)
        em.createNativeQuery("select repeat_linked(?1)")
            .setParameter(1, incident)
            .getSingleResult();
  }
}
