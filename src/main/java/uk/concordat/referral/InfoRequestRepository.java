package uk.concordat.referral;

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

/** Keeps the questions about referrals and their answers. */
@ApplicationScoped
class InfoRequestRepository {
  @Inject EntityManager em;

  /** All about a referral, oldest first. */
  List<InfoRequest> of(UUID referral) {
    List<?> rows =
        em.createNativeQuery(
                "select q.id, m.at, f.comment, q.due_on, q.status, a.answer, c.at from info_request"
                    + " q join referral_move m on m.id = q.asked left join referral_feedback f on"
                    + " f.move = q.asked left join info_answer a on a.info_request = q.id left join"
                    + " referral_move c on c.id = q.closed where q.referral = ?1 order by m.at, m.id")
            .setParameter(1, referral)
            .getResultList();
    return rows.stream().map(Object[].class::cast).map(InfoRequestRepository::request).toList();
  }

  /** Keeps a question; its words are said with the move. */
  void ask(ReferralMove asked, LocalDate dueOn) {
    em.createNativeQuery(
            "insert into info_request (id, referral, asked, due_on) values (?1, ?2, ?3, ?4)")
        .setParameter(1, Ids.next())
        .setParameter(2, asked.referral())
        .setParameter(3, asked.id())
        .setParameter(4, Date.valueOf(dueOn))
        .executeUpdate();
  }

  /** Closes the open question of a referral with its answer. */
  void answer(ReferralMove answered, String answer) {
    close(answered, InfoRequest.Status.ANSWERED);
    em.createNativeQuery(
            "insert into info_answer (info_request, referral, answer) select id, referral, ?2 from"
                + " info_request where closed = ?1")
        .setParameter(1, answered.id())
        .setParameter(2, answer)
        .executeUpdate();
  }

  /** Closes the open question of a referral, if there is one. */
  void close(ReferralMove move, InfoRequest.Status status) {
    em.createNativeQuery(
            "update info_request set status = ?3, closed = ?2 where referral = ?1 and status ="
                + " 'OPEN'")
        .setParameter(1, move.referral())
        .setParameter(2, move.id())
        .setParameter(3, status.name())
        .executeUpdate();
  }

  private static InfoRequest request(Object[] row) {
    return new InfoRequest(
        (UUID) row[0],
        instant(row[1]),
        (String) row[2],
        ((Date) row[3]).toLocalDate(),
        InfoRequest.Status.valueOf((String) row[4]),
        (String) row[5],
        instant(row[6]));
  }

  private static Instant instant(Object value) {
    return value == null ? null : ((Timestamp) value).toInstant();
  }
}
