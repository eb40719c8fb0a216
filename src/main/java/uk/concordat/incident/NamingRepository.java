package uk.concordat.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import uk.concordat.kernel.Ids;
import uk.concordat.referral.Person;

/** Keeps who is said to have been harmed; the database shows it to whoever sees the identity. */
@ApplicationScoped
class NamingRepository {
  private static final String OF =
      """
      select id, name, date_of_birth, address, reason, proposed_role, proposed_at, proposed_by = caller_subject(), verdict = 'CONFIRMED',
             decided_reason, decided_role, decided_at
        from incident_naming where incident = ?1 order by proposed_at desc, id desc
      """;

  @Inject EntityManager em;

  /** Newest first. */
  List<Naming> of(UUID incident) {
    List<?> rows = em.createNativeQuery(OF).setParameter(1, incident).getResultList();
    return rows.stream().map(Object[].class::cast).map(NamingRepository::naming).toList();
  }

  /** False where the database does not let the caller, or another proposal waits. */
  boolean propose(UUID incident, Person person, String reason, Instant now) {
    LocalDate born = person.dateOfBirth();
    return (Boolean)
        em.createNativeQuery(
                "select propose_name(?1, ?2, ?3, cast(?4 as date), cast(?5 as text), ?6, ?7)")
            .setParameter(1, Ids.next())
            .setParameter(2, incident)
            .setParameter(3, person.name())
            .setParameter(4, born == null ? null : born.toString())
            .setParameter(5, person.address())
            .setParameter(6, reason)
            .setParameter(7, Timestamp.from(now))
            .getSingleResult();
  }

  /** Whether anything was ever proposed for it. */
  boolean any(UUID incident) {
    return asked("select exists (select from incident_naming where incident = ?1)", incident);
  }

  /** Whether somebody other than the caller could decide on a name. */
  boolean confirmable(UUID incident) {
    return asked("select naming_confirmable(?1)", incident);
  }

  /** Erases what the caller proposed; false where somebody was faster. */
  boolean withdraw(UUID naming) {
    return asked("select withdraw_name(?1)", naming);
  }

  private boolean asked(String sql, UUID id) {
    return (Boolean) em.createNativeQuery(sql).setParameter(1, id).getSingleResult();
  }

  /** False where the database does not let the caller, or the incident has changed. */
  boolean decide(UUID naming, long version, boolean confirmed, String reason, Instant now) {
    return (Boolean)
        em.createNativeQuery("select decide_name(?1, ?2, ?3, ?4, ?5)")
            .setParameter(1, naming)
            .setParameter(2, version)
            .setParameter(3, confirmed)
            .setParameter(4, reason)
            .setParameter(5, Timestamp.from(now))
            .getSingleResult();
  }

  private static Naming naming(Object[] row) {
    String name = (String) row[1];
    LocalDate born = row[2] == null ? null : ((Date) row[2]).toLocalDate();
    return new Naming(
        (UUID) row[0],
        name == null ? Person.EMPTY : new Person(true, name, born, (String) row[3]),
        (String) row[4],
        (String) row[5],
        instant(row[6]),
        (Boolean) row[7],
        (Boolean) row[8],
        (String) row[9],
        (String) row[10],
        instant(row[11]));
  }

  private static Instant instant(Object value) {
    return value == null ? null : ((Timestamp) value).toInstant();
  }
}
