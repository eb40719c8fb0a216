package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.concordat.access.Participation;
import uk.concordat.kernel.Reference;
import uk.concordat.kernel.Urgency;

/** Keeps who answers for sharing against the wish of the person harmed. */
@ApplicationScoped
class ConsentOverrideRepository {
  @Inject EntityManager em;

  /** The draft of that reference, where it needs an override that the caller may give. */
  Optional<PendingOverride> pending(Reference reference) {
    List<?> rows =
        em.createNativeQuery(
                "select id, from_agency, from_team, owner, to_agency, urgency, wish, reason,"
                    + " decided_role, decided_at from draft_to_override(?1)")
            .setParameter(1, reference.text())
            .getResultList();
    return rows.stream().map(Object[].class::cast).map(row -> pending(reference, row)).findFirst();
  }

  /** Records that the caller answers for it; false where it is not theirs or has changed. */
  boolean override(String reference, String to, String wish, String reason) {
    return (Boolean)
        em.createNativeQuery("select override_consent(?1, ?2, ?3, ?4)")
            .setParameter(1, reference)
            .setParameter(2, to)
            .setParameter(3, wish)
            .setParameter(4, reason)
            .getSingleResult();
  }

  /** Who answered for sharing with that receiver against that wish, for that reason. */
  Optional<ConsentOverride> of(UUID referral, String to, Needs needs) {
    List<?> rows =
        em.createNativeQuery(
                "select reason, role, decided_at from consent_override where referral = ?1 and"
                    + " to_agency = ?2 and wish = ?3 and reason = ?4")
            .setParameter(1, referral)
            .setParameter(2, to)
            .setParameter(3, needs.wish())
            .setParameter(4, needs.overrideReason())
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(row -> new ConsentOverride((String) row[0], (String) row[1], instant(row[2])))
        .findFirst();
  }

  private static PendingOverride pending(Reference reference, Object[] row) {
    return new PendingOverride(
        reference.text(),
        (String) row[1],
        (String) row[4],
        Urgency.valueOf((String) row[5]),
        (String) row[6],
        (String) row[7],
        (String) row[8],
        instant(row[9]),
        new Participation(
            (UUID) row[0],
            true,
            (UUID) row[3],
            (String) row[1],
            (String) row[2],
            (String) row[4],
            null,
            null,
            null,
            false,
            null));
  }

  private static Instant instant(Object value) {
    return value == null ? null : ((Timestamp) value).toInstant();
  }
}
