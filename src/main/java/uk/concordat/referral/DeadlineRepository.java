package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import uk.concordat.access.DataClass;
import uk.concordat.caller.Caller;
import uk.concordat.kernel.Urgency;

/** What is late, and what becomes of it; the database answers only the product itself. */
@ApplicationScoped
class DeadlineRepository {
  @Inject EntityManager em;

  /** Tells the database that the product itself acts in this transaction. */
  void bind(Caller product) {
    em.createNativeQuery("select 1 from bind_clock(?1, ?2)")
        .setParameter(1, product.subject())
        .setParameter(2, product.agency())
        .getSingleResult();
  }

  List<LateQuestion> lateQuestions() {
    List<?> rows =
        em.createNativeQuery(
                "select record, agency, urgency, step, started, due, paused from late_questions()")
            .getResultList();
    return rows.stream().map(Object[].class::cast).map(DeadlineRepository::question).toList();
  }

  /** Lets the decision go on; the version that makes, or null where somebody was faster. */
  Long timeOut(UUID referral, UUID move, Instant due) {
    return (Long)
        em.createNativeQuery("select time_out_question(?1, ?2, ?3)")
            .setParameter(1, referral)
            .setParameter(2, move)
            .setParameter(3, Timestamp.from(due))
            .getSingleResult();
  }

  List<StaleDraft> staleDrafts() {
    List<?> rows =
        em.createNativeQuery("select record, agency, version, classes from stale_drafts()")
            .getResultList();
    return rows.stream().map(Object[].class::cast).map(DeadlineRepository::draft).toList();
  }

  /** Erases it; false where somebody was faster. */
  boolean erase(UUID draft) {
    return (Boolean)
        em.createNativeQuery("select erase_draft(?1)").setParameter(1, draft).getSingleResult();
  }

  /** Tells those who lead of every time limit that ran out, each once. */
  void escalate() {
    em.createNativeQuery("select escalate_overdue()").getSingleResult();
  }

  /** Tells information governance of breaches whose time runs out or has, each once. */
  void escalateBreaches() {
    em.createNativeQuery("select 1 from escalate_breaches()").getSingleResult();
  }

  private static LateQuestion question(Object[] row) {
    return new LateQuestion(
        (UUID) row[0],
        (String) row[1],
        Urgency.valueOf((String) row[2]),
        new Clocked((String) row[3], instant(row[4]), instant(row[5])),
        instant(row[6]));
  }

  private static StaleDraft draft(Object[] row) {
    return new StaleDraft(
        (UUID) row[0],
        (String) row[1],
        (Long) row[2],
        Arrays.stream(((String) row[3]).split(",")).map(DataClass::valueOf).toList());
  }

  private static Instant instant(Object value) {
    return value == null ? null : ((Timestamp) value).toInstant();
  }
}
