package uk.concordat.victim;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import uk.concordat.kernel.Ids;
import uk.concordat.referral.Contact;
import uk.concordat.referral.TimelineCursor;

/** Keeps what has to be told; functions of the database write it and ask again who may. */
@ApplicationScoped
class ObligationRepository extends VictimRepository {
  private static final String SELECT =
      "select o.id, o.referral, o.rule, v.label, o.event, o.event_at, o.entitlement, o.due_at,"
          + " (select h.was_due from victim_obligation_change h where h.obligation = o.id order by"
          + " h.at desc limit 1) as was_due, o.contact, c.result, o.done_at, w.made_by, w.exemption,"
          + " c.role, array_to_string(v.told_by, ',') from victim_obligation o join victim_rule v on"
          + " v.code = o.rule and days(v.valid_from, v.valid_to) @> o.event_at left join referral_contact c on c.id ="
          + " o.contact left join contact_words w on w.contact = o.contact where o.agency ="
          + " caller_agency()";

  /** Function {@code may} for all of them at once: the records on which the caller works it. */
  private static final String KEPT =
      "with kept as materialized (select v.record from visibility v where v.viewer = any ((select"
          + " caller_viewers())::text[]) and v.valid @> now() group by v.record having"
          + " bool_or('timer.manage' = any (v.actions)) and bool_or(v.data_classes && '{D1,D1:H}')"
          + " and not bool_or(v.source in ('exclusion', 'break-glass'))) ";

  private static final String OPEN =
      " and o.done_at is null and o.referral in (select record from kept) and not exists (select"
          + " from referral r where r.id = o.referral and r.recalled)";

  private static final String AFTER =
      " and (o.due_at, o.id) > (cast(?2 as timestamptz), cast(?3 as uuid))";

  /** Whether a file says what has to be told of a referral, so that its outcome says it again. */
  boolean fileTells(UUID referral) {
    return (Boolean) one("select file_tells(?1)", referral);
  }

  /**
   * Opens an obligation of the caller's agency; false where there is one already.
   *
   * @param calendar the version of the bank holidays by which it was reckoned
   */
  boolean open(
      UUID referral,
      Rule rule,
      Instant event,
      Entitlement entitlement,
      Instant due,
      long calendar) {
    return (Boolean)
        one(
            "select open_obligation(?1, ?2, ?3, ?4, cast(?5 as timestamptz), ?6, cast(?7 as"
                + " timestamptz), ?8)",
            Ids.next(),
            referral,
            rule.code(),
            rule.event(),
            event,
            entitlement,
            due,
            calendar);
  }

  /**
   * Moves what is still to be told to another day of the event; false where one has to be opened
   * for that day.
   */
  boolean correct(
      UUID referral, Rule rule, Instant was, Instant event, Instant due, long calendar) {
    return (Boolean)
        one(
            "select correct_obligation(?1, ?2, ?3, cast(?4 as timestamptz), cast(?5 as timestamptz),"
                + " cast(?6 as timestamptz), ?7)",
            referral,
            rule.code(),
            rule.event(),
            was,
            event,
            due,
            calendar);
  }

  /** What the caller's agency has to tell about a referral, as it happened. */
  List<Obligation> of(UUID referral) {
    return rows(SELECT + " and o.referral = ?1 order by o.event_at, v.position, o.id", referral)
        .map(ObligationRepository::obligation)
        .toList();
  }

  /**
   * What is still to be told, due first before the rest.
   *
   * @param after where the page before ended; null for the first
   */
  List<Obligation> open(TimelineCursor after, int limit) {
    String order = " order by o.due_at, o.id limit ?1";
    return (after == null
            ? rows(KEPT + SELECT + OPEN + order, limit)
            : rows(
                KEPT + SELECT + OPEN + AFTER + order,
                limit,
                after.at().toString(),
                after.id().toString()))
        .map(ObligationRepository::obligation)
        .toList();
  }

  private static Obligation obligation(Object[] row) {
    return new Obligation(
        (UUID) row[0],
        (UUID) row[1],
        (String) row[2],
        (String) row[3],
        EventKind.valueOf((String) row[4]),
        at(row[5]),
        Entitlement.valueOf((String) row[6]),
        at(row[7]),
        at(row[8]),
        RuleRepository.kinds(row[15]),
        row[11] == null
            ? null
            : new Obligation.Told(
                (UUID) row[9],
                row[10] == null ? null : Contact.Result.valueOf((String) row[10]),
                at(row[11]),
                (String) row[12],
                (String) row[13],
                (String) row[14]));
  }
}
