package uk.concordat.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/** Knows which referrals were started from an incident, as far as the caller sees both. */
@ApplicationScoped
class IncidentReferralRepository {
  @Inject EntityManager em;

  /** References of the referrals, oldest first. */
  List<String> of(UUID incident) {
    return texts(
        "select r.reference from incident_referral l join referral r on r.id = l.referral where"
            + " l.incident = ?1 order by r.id",
        incident);
  }

  /** References of the incident that a referral was started from; one or none. */
  List<String> behind(String referral) {
    return texts(
        "select i.reference from incident_referral l join incident i on i.id = l.incident join"
            + " referral r on r.id = l.referral where r.reference = ?1",
        referral);
  }

  /** Keeps the link, once. */
  void link(UUID incident, String referral, UUID by) {
    em.createNativeQuery(
            "insert into incident_referral (referral, incident, referred_by) select r.id, ?1, ?2"
                + " from referral r where r.reference = ?3 and not exists (select from"
                + " incident_referral l where l.referral = r.id)")
        .setParameter(1, incident)
        .setParameter(2, by)
        .setParameter(3, referral)
        .executeUpdate();
  }

  /** Whether whoever is excluded from another referral of the incident is from this draft too. */
  boolean excludes(UUID draft) {
    return (Boolean)
        em.createNativeQuery("select carried_exclusions(?1)")
            .setParameter(1, draft)
            .getSingleResult();
  }

  private List<String> texts(String sql, Object parameter) {
    List<?> rows = em.createNativeQuery(sql).setParameter(1, parameter).getResultList();
    return rows.stream().map(String.class::cast).toList();
  }
}
