package uk.concordat.journey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads which referrals a case came through; the policies of the tables show what is theirs. */
@ApplicationScoped
class JourneyRepository {
  /** A link is shown to those who see both of its ends. */
  private static final String CHAIN =
      "with recursive chain (id) as (select cast(?1 as uuid) union select w.referral from chain c"
          + " cross join lateral (select l.referral from referral_link l where l.other = c.id and"
          + " l.kind = 'REDIRECTED_AS' union all select f.referral from referral_file f where f.file ="
          + " c.id) w) select cast(id as text) from chain";

  private static final String SENT =
      "select created_at, submitted_at, from_agency, to_agency from referral where id = any"
          + " (cast(string_to_array(?1, ',') as uuid[])) order by created_at";

  private static final String MOVED =
      "select m.to_state, min(m.at), r.to_agency from referral_move m join referral r on r.id ="
          + " m.referral where m.referral = any (cast(string_to_array(?1, ',') as uuid[])) and"
          + " m.to_state in ('RECEIVED', 'ACCEPTED') and m.agency = r.to_agency group by r.id,"
          + " m.to_state, r.to_agency";

  @Inject EntityManager em;

  /** A referral as it was begun and sent; the latter is null for a draft. */
  record Sent(Instant begun, Instant sent, String from, String to) {}

  /** That a referral first reached a state where it went. */
  record Moved(String state, Instant at, String to) {}

  /** The referral and those that it came on from, as far as the caller sees each link. */
  List<UUID> chain(UUID referral) {
    List<?> ids = em.createNativeQuery(CHAIN).setParameter(1, referral.toString()).getResultList();
    return ids.stream().map(id -> UUID.fromString((String) id)).toList();
  }

  List<Sent> sent(Collection<UUID> referrals) {
    return rows(SENT, referrals).stream()
        .map(row -> new Sent(at(row[0]), at(row[1]), (String) row[2], (String) row[3]))
        .toList();
  }

  List<Moved> moved(Collection<UUID> referrals) {
    return rows(MOVED, referrals).stream()
        .map(row -> new Moved((String) row[0], at(row[1]), (String) row[2]))
        .toList();
  }

  private List<Object[]> rows(String sql, Collection<UUID> referrals) {
    List<?> rows =
        em.createNativeQuery(sql)
            .setParameter(
                1, referrals.stream().map(UUID::toString).collect(Collectors.joining(",")))
            .getResultList();
    return rows.stream().map(Object[].class::cast).toList();
  }

  private static Instant at(Object column) {
    return column == null ? null : ((Timestamp) column).toInstant();
  }
}
