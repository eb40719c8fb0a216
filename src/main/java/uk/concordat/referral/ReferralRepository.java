package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.concordat.kernel.Reference;

/** Loads and keeps referrals; the database shows only what this caller may see. */
@ApplicationScoped
class ReferralRepository {
  @Inject EntityManager em;

  Reference nextReference(int year) {
    Number serial =
        (Number)
            em.createNativeQuery("select next_serial(?1)").setParameter(1, year).getSingleResult();
    return Reference.of(year, serial.longValue());
  }

  Optional<Referral> find(Reference reference) {
    return em.createQuery("select r from Referral r where r.reference = :reference", Referral.class)
        .setParameter("reference", reference.text())
        .getResultStream()
        .findFirst();
  }

  void add(Referral referral) {
    em.persist(referral);
    em.flush(); // the compartments' policies ask for the visibility that the header's insert writes
    em.persist(new ReferralIdentity(referral.id()));
    em.persist(new ReferralNeeds(referral.id()));
    var incident = new ReferralIncident(referral.id());
    incident.set(Incident.EMPTY);
    em.persist(incident);
  }

  Optional<ReferralIdentity> identity(UUID referral) {
    return Optional.ofNullable(em.find(ReferralIdentity.class, referral));
  }

  Optional<ReferralNeeds> needs(UUID referral) {
    return Optional.ofNullable(em.find(ReferralNeeds.class, referral));
  }

  Optional<ReferralIncident> incident(UUID referral) {
    return Optional.ofNullable(em.find(ReferralIncident.class, referral));
  }

  void add(ReferralMove move) {
    em.persist(move);
  }

  void add(Disclosure disclosure) {
    em.persist(disclosure);
  }

  void flush() {
    em.flush();
  }

  /** Moves, newest first. */
  List<HistoryEvent> history(UUID referral) {
    return em.createQuery(
            "select m from ReferralMove m where m.referral = :referral order by m.at desc, m.id desc",
            ReferralMove.class)
        .setParameter("referral", referral)
        .getResultStream()
        .map(ReferralMove::event)
        .toList();
  }

  List<Audience> audiences(UUID referral) {
    List<?> rows =
        em.createNativeQuery(
                "select audience, source, classes, until from who_sees(cast(?1 as uuid))")
            .setParameter(1, referral.toString())
            .getResultList();
    return rows.stream().map(Object[].class::cast).map(ReferralRepository::audience).toList();
  }

  private static Audience audience(Object[] row) {
    String[] viewer = ((String) row[0]).split("/", 2);
    boolean person = viewer.length == 1;
    return new Audience(
        person ? null : viewer[0],
        person ? null : viewer[1],
        (String) row[1],
        List.of(((String) row[2]).split(",")),
        row[3] == null ? null : ((Timestamp) row[3]).toInstant());
  }
}
