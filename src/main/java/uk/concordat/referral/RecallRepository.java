package uk.concordat.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import uk.concordat.caller.Caller;
import uk.concordat.kernel.Ids;
import uk.concordat.kernel.Reference;
import uk.concordat.kernel.Urgency;

/** Keeps recalls; the database answers information governance of the agency that sent it. */
@ApplicationScoped
class RecallRepository {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final String SELECT =
      "select id, record, reference, version, from_agency, to_agency, state, submitted_at, urgency,"
          + " due_step, clock_started, due_at, reason, text, recalled_by, recalled_role,"
          + " recalled_at, report_due, status, decided_at, decision, reported, reported_at,"
          + " breach_text, breach_delay, breach_at, went_on from recalls_of(cast(?1 as text))";

  @Inject EntityManager em;

  /** Keeps a recall. */
  void add(Referral referral, Caller lead, Feedback why, Instant now, Instant near, Instant due) {
    em.createNativeQuery(
            "insert into recall (id, referral, agency, reason, text, recalled_by, recalled_role,"
                + " recalled_at, near_at, report_due) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9,"
                + " ?10)")
        .setParameter(1, Ids.next())
        .setParameter(2, referral.id())
        .setParameter(3, lead.agency())
        .setParameter(4, why.reason())
        .setParameter(5, why.text())
        .setParameter(6, lead.subject())
        .setParameter(7, lead.role())
        .setParameter(8, Timestamp.from(now))
        .setParameter(9, Timestamp.from(near))
        .setParameter(10, Timestamp.from(due))
        .executeUpdate();
  }

  /**
   * Whether another person of the caller's agency, in any of their roles, could decide on a recall:
   * one that nobody ends would be frozen for ever.
   */
  boolean decidable() {
    return (Boolean)
        em.createNativeQuery(
                "select exists (select from staff s join role_permission p on p.role = any (s.roles ||"
                    + " s.role) where s.agency = caller_agency() and s.subject <> caller_subject() and"
                    + " s.suspended_at is null and p.action = 'breach.decide' and p.scope = 'AGENCY' and"
                    + " days(p.valid_from, p.valid_to) @> now())")
            .getSingleResult();
  }

  /** The newest recalls that the caller answers for, at most 200. */
  List<Recall> all() {
    return rows(null).toList();
  }

  /** The last recall of a referral. */
  Optional<Recall> find(Reference reference) {
    return rows(reference.text()).findFirst();
  }

  /**
   * Cancels the referral as sent in error, or lets it go on.
   *
   * @param due when what is due then is due; null where nothing is
   * @return the version of its header; null where that is not the caller's to decide
   */
  Long decide(Recall recall, boolean cancel, String text, Instant due, Instant now) {
    Object version =
        em.createNativeQuery(
                "select decide_recall(?1, ?2, ?3, ?4, cast(?5 as timestamptz), cast(?6 as timestamptz))")
            .setParameter(1, recall.id())
            .setParameter(2, Ids.next())
            .setParameter(3, cancel)
            .setParameter(4, text)
            .setParameter(5, due == null ? null : due.toString())
            .setParameter(6, now.toString())
            .getSingleResult();
    em.clear(); // what was loaded before says otherwise
    return (Long) version;
  }

  /** Keeps what was decided on the breach; false where it was decided already. */
  boolean decide(Recall recall, Breach breach, Instant now) {
    Instant reported = breach.reportedInstant();
    return (Boolean)
        em.createNativeQuery(
                "select decide_breach(?1, ?2, cast(?3 as timestamptz), ?4, cast(?5 as text), cast(?6 as"
                    + " timestamptz))")
            .setParameter(1, recall.id())
            .setParameter(2, breach.reported())
            .setParameter(3, reported == null ? null : reported.toString())
            .setParameter(4, breach.text())
            .setParameter(5, breach.delay())
            .setParameter(6, now.toString())
            .getSingleResult();
  }

  private Stream<Recall> rows(String reference) {
    List<?> rows = em.createNativeQuery(SELECT).setParameter(1, reference).getResultList();
    return rows.stream().map(Object[].class::cast).map(RecallRepository::recall);
  }

  private static Recall recall(Object[] row) {
    return new Recall(
        (UUID) row[0],
        (UUID) row[1],
        (String) row[2],
        (Long) row[3],
        (String) row[4],
        (String) row[5],
        ReferralState.valueOf((String) row[6]),
        instant(row[7]),
        Urgency.valueOf((String) row[8]),
        row[11] == null ? null : new Clocked((String) row[9], instant(row[10]), instant(row[11])),
        (String) row[12],
        (String) row[13],
        (UUID) row[14],
        (String) row[15],
        instant(row[16]),
        instant(row[17]),
        Recall.Status.valueOf((String) row[18]),
        instant(row[19]),
        (String) row[20],
        (Boolean) row[26],
        row[25] == null ? null : breach(row),
        instant(row[25]));
  }

  private static Breach breach(Object[] row) {
    Instant reported = instant(row[22]);
    return new Breach(
        (Boolean) row[21],
        reported == null ? null : LocalDateTime.ofInstant(reported, LONDON),
        (String) row[23],
        (String) row[24]);
  }

  private static Instant instant(Object value) {
    return value == null ? null : ((Timestamp) value).toInstant();
  }
}
