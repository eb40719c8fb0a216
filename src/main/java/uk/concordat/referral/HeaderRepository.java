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

/** Loads the headers of referrals that the caller knows of without reading them. */
@ApplicationScoped
class HeaderRepository {
  @Inject EntityManager em;

  /** The header; empty where the caller does not know of the record. */
  Optional<ReferralHeader> find(Reference reference) {
    List<?> rows =
        em.createNativeQuery(
                "select id, reference, version, state, type, from_agency, to_agency, from_team,"
                    + " to_team, owner, assignee, purpose, agreed, content_until, restricted,"
                    + " submitted_at, recalled from header_of(?1)")
            .setParameter(1, reference.text())
            .getResultList();
    return rows.stream().map(Object[].class::cast).map(HeaderRepository::header).findFirst();
  }

  /**
   * Restricts the record or lifts that; false where the database does not let the caller. What was
   * loaded before is forgotten: it says otherwise.
   */
  boolean restrict(UUID record, boolean restricted) {
    Boolean done =
        (Boolean)
            em.createNativeQuery("select restrict_record(?1, ?2)")
                .setParameter(1, record)
                .setParameter(2, restricted)
                .getSingleResult();
    em.clear();
    return done;
  }

  private static ReferralHeader header(Object[] row) {
    ReferralState state = ReferralState.valueOf((String) row[3]);
    return new ReferralHeader(
        (String) row[1],
        (Long) row[2],
        row[4] == null ? null : ReferralType.valueOf((String) row[4]),
        state,
        new Participation(
            (UUID) row[0],
            state == ReferralState.DRAFT,
            (UUID) row[9],
            (String) row[5],
            (String) row[7],
            (String) row[6],
            (String) row[8],
            (UUID) row[10],
            (String) row[11],
            (Boolean) row[12],
            instant(row[13]),
            (Boolean) row[16]),
        (Boolean) row[14],
        instant(row[15]));
  }

  private static Instant instant(Object value) {
    return value == null ? null : ((Timestamp) value).toInstant();
  }
}
