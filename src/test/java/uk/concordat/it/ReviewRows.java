package uk.concordat.it;

import java.util.List;

/** SQL that puts beside a review what has to stand there before the database lets it go on. */
final class ReviewRows {
  static final List<String> DECISIONS =
      List.of(
          "APPLY_FULL_CODE", // first: it follows the charge by the Threshold Test
          "CHARGE_FULL_CODE",
          "CHARGE_THRESHOLD",
          "NFA_EVIDENTIAL",
          "NFA_PUBLIC_INTEREST",
          "OUT_OF_COURT_DISPOSAL",
          "ADMIN_FINALISED");

  private final String record;
  private final String who;

  /**
   * @param who the user name of whoever decides
   */
  ReviewRows(String reference, String who) {
    record = "(select id from referral where reference = '" + reference + "')";
    this.who = "(select subject from staff where username = '" + who + "')";
  }

  /** All at once: whatever is refused then is refused for the move, not for want of a row. */
  String everything() {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < DECISIONS.size(); i++) {
      all.append(decision(DECISIONS.get(i), i + 2));
    }
    return all.append(result("DISCONTINUED", "WITNESS")).append(asked()).toString();
  }

  /** A decision with the tests and charges that bear it, made in this transaction. */
  String decision(String kind, int number) {
    String decision =
        """
        insert into charging_decision (id, prosecution, referral, agency, defendant, number, kind, told, decided_by, decided_role, decided_at)
          select gen_random_uuid(), d.prosecution, d.referral, r.to_agency, d.id, %d, '%s', 'Why.', %s, 'cps-prosecutor', now()
            from defendant d join referral r on r.id = d.referral where r.id = %s and d.number = 1;
        """
            .formatted(number, kind, who, record);
    return decision
        + (kind.equals("ADMIN_FINALISED") ? "" : tests(kind, number))
        + charges(kind, number);
  }

  private String tests(String kind, int number) {
    boolean threshold = kind.equals("CHARGE_THRESHOLD");
    boolean evidence = !threshold && !kind.equals("NFA_EVIDENTIAL");
    boolean weighed = !kind.equals("NFA_EVIDENTIAL");
    return """
        insert into code_test (decision, referral, agency, test, evidential, evidential_met, public_interest, interest_met, conditions)
          select %1$s, '%2$s', 'Privileged.', %3$s, %4$s, '%5$s' from %6$s;
        insert into hostility_test (decision, referral, agency, strand, limb, provable, analysis)
          select %1$s, s, l, s = 'RAC' and l = 'DEMONSTRATED', 'Privileged.' from %6$s, unnest('{RAC,REL}'::text[]) s, unnest('{DEMONSTRATED,MOTIVATED}'::text[]) l;
        insert into prosecuted_strand (decision, referral, agency, strand, provable)
          select %1$s, s, case s when 'RAC' then 'DEMONSTRATED' else 'NEITHER' end from %6$s, unnest('{RAC,REL}'::text[]) s;
        """
        .formatted(
            "c.id, c.referral, c.agency",
            threshold ? "THRESHOLD" : "FULL_CODE",
            evidence,
            weighed ? "'Privileged.', " + !kind.equals("NFA_PUBLIC_INTEREST") : "null, null",
            threshold
                ? "{REASONABLE_SUSPICION,FURTHER_EVIDENCE,SERIOUSNESS,BAIL_OBJECTION,PUBLIC_INTEREST}"
                : "{}",
            numbered(number));
  }

  private String charges(String kind, int number) {
    return kind.startsWith("CHARGE") || kind.startsWith("APPLY")
        ? """
          insert into authorised_charge (decision, referral, agency, charge)
            select c.id, c.referral, c.agency, g.id from %s join charge g on g.defendant = c.defendant;
          """
            .formatted(numbered(number))
        : "";
  }

  private String numbered(int number) {
    return "(select * from charging_decision where referral = %s and number = %d) c"
        .formatted(record, number);
  }

  /** The decision of that number. */
  String id(int number) {
    return "(select id from charging_decision where referral = %s and number = %d)"
        .formatted(record, number);
  }

  /** How the case ended, recorded in this transaction. */
  String result(String finalisation, String reason) {
    return """
        insert into court_result (id, prosecution, referral, agency, defendant, number, finalisation, reason, on_day, recorded_by, recorded_role, recorded_at)
          select gen_random_uuid(), d.prosecution, d.referral, r.to_agency, d.id, 1, '%s', '%s', london_day(), %s, 'cps-prosecutor', now()
            from defendant d join referral r on r.id = d.referral where r.id = %s and d.number = 1;
        """
        .formatted(finalisation, reason, who, record);
  }

  /** Something that the police are asked for and did not answer. */
  String asked() {
    return """
        insert into action_item (id, prosecution, referral, agency, move, number, words, asked_by, asked_at)
          select gen_random_uuid(), p.id, p.referral, r.to_agency, 'EARLY_ADVICE', 1, 'Ask the shop.', %s, now()
            from prosecution p join referral r on r.id = p.referral where r.id = %s;
        """
        .formatted(who, record);
  }

  String answered() {
    return "update action_item set done = 'Done.', done_by = asked_by, done_at = now() where referral = %s;"
        .formatted(record);
  }

  String unanswered() {
    return "update action_item set done = null, done_by = null, done_at = null where referral = %s;"
        .formatted(record);
  }

  /** Puts the review there, whatever led to it. */
  String stands(String state) {
    return "update defendant set state = '%s', state_since = now() - interval '1 hour' where referral = %s and number = 1;"
        .formatted(state, record);
  }

  /** Moves it on as whoever is bound. */
  String moving(String state) {
    boolean decided =
        List.of("CHARGE_AUTHORISED", "NFA", "OUT_OF_COURT", "ADMIN_FINALISED").contains(state);
    return "update defendant set state = '%s', state_since = now()%s where referral = %s and number = 1"
        .formatted(state, decided ? ", decided_by = caller_subject()" : "", record);
  }

  /** Leaves it where it stands, with another decision. */
  String deciding() {
    return "update defendant set decided_by = caller_subject() where referral = %s and number = 1"
        .formatted(record);
  }

  String written(String from, String to) {
    return """
        insert into review_move (id, prosecution, referral, defendant, move, from_state, to_state, actor, actor_role, agency, at)
          select gen_random_uuid(), d.prosecution, d.referral, d.id, 'MOVED', '%s', '%s', caller_subject(), caller_role(), caller_agency(), d.state_since
            from defendant d where d.referral = %s and d.number = 1"""
        .formatted(from, to, record);
  }
}
