package uk.concordat.it;

/** A file for prosecutors on a referral, and what they made of it. */
final class DossierFile {
  private final DossierRows rows;
  private final String record;
  private final String officer = DossierRows.subject("council.officer");

  DossierFile(DossierRows rows, String referral) {
    this.rows = rows;
    record = DossierRows.record(referral);
  }

  /** The file, somebody in it, a decision and all that stands behind it. */
  void fill() {
    rows.insert(
        "prosecution",
        "id, referral, agency, urn, kind, priority, started_by, started_role, started_at,"
            + " submitted_at",
        "gen_random_uuid(), "
            + record
            + ", 'HERTS-POLICE', '41ZZ0000126', 'CHARGING_DECISION', 'GREEN', "
            + officer
            + ", 'hate-crime-officer', now(), now()");
    rows.run(
        "insert into defendant (id, prosecution, referral, number, state, state_since) select"
            + " gen_random_uuid(), id, referral, 1, 'UNDER_REVIEW', now() from prosecution where"
            + " referral = "
            + record);
    of(
        "defendant_identity",
        "defendant, prosecution, referral, name",
        "id, prosecution, referral, 'Dossier'");
    of(
        "defendant_record",
        "defendant, prosecution, referral, held",
        "id, prosecution, referral, 'BAIL'");
    of(
        "file_victim",
        "id, prosecution, referral, number, name, died",
        "gen_random_uuid(), prosecution, referral, 2, 'Dossier', false");
    rows.run(
        "insert into file_victim_needs (victim, prosecution, referral, safe_contact) select id,"
            + " prosecution, referral, 'Dossier' from file_victim where referral = "
            + record);
    of(
        "witness_care_step",
        "id, prosecution, referral, agency, number, person, step, on_day, said_by, said_role, said_at",
        "gen_random_uuid(), prosecution, referral, 'HERTS-POLICE', 1, 1, 'STATEMENT_OFFERED', current_date, "
            + officer
            + ", 'victim-liaison', now()");
    of(
        "decision_carried_out",
        "defendant, prosecution, referral, agency, kind, on_day, said_by, said_at",
        "id, prosecution, referral, 'HERTS-POLICE', 'SUSPECT_CHARGED', current_date, "
            + officer
            + ", now()");
    of(
        "decision_carried_out_version",
        "defendant, number, prosecution, referral, agency, was_day, reason, corrected_by, corrected_role, corrected_at",
        "id, 1, prosecution, referral, 'HERTS-POLICE', current_date, 'Dossier', "
            + officer
            + ", 'hate-crime-officer', now()");
    of(
        "file_answer",
        "prosecution, referral, item, data_class, status, words",
        "prosecution, referral, 'ACCOUNT', 'D5', 'THERE', 'Dossier'");
    of(
        "charge",
        "id, prosecution, referral, defendant, number, victim, offence, first_day, last_day",
        "gen_random_uuid(), prosecution, referral, id, 1, 1, 'ZZ26004', current_date, current_date");
    of(
        "review_move",
        "id, prosecution, referral, defendant, move, from_state, to_state, actor, actor_role, agency, at",
        "gen_random_uuid(), prosecution, referral, id, 'BEGIN', 'TRIAGED', 'UNDER_REVIEW', "
            + officer
            + ", 'cps-prosecutor', 'HERTS-POLICE', now()");
    of(
        "action_item",
        "id, prosecution, referral, agency, move, number, words, asked_by, asked_at",
        "gen_random_uuid(), prosecution, referral, 'HERTS-POLICE', 'SEND_BACK', 1, 'Dossier', "
            + officer
            + ", now()");
    of(
        "attorney_consent",
        "prosecution, referral, agency, status, on_day, changed_by, changed_at",
        "prosecution, referral, 'HERTS-POLICE', 'REQUESTED', current_date, " + officer + ", now()");
    of(
        "charging_decision",
        "id, prosecution, referral, agency, defendant, number, kind, told, decided_by, decided_role, decided_at",
        "gen_random_uuid(), prosecution, referral, 'HERTS-POLICE', id, 1, 'NFA_EVIDENTIAL', 'Dossier', "
            + officer
            + ", 'cps-prosecutor', now()");
    court();
    of(
        "decision_draft",
        "defendant, writer, prosecution, referral, agency, answers, kept_at",
        "id, " + officer + ", prosecution, referral, 'HERTS-POLICE', '{}', now()");
    of(
        "monitoring_flag",
        "id, prosecution, referral, agency, defendant, strand, number, stands, said_by, said_role, said_at",
        "gen_random_uuid(), prosecution, referral, 'HERTS-POLICE', id, 'RAC', 1, true, "
            + officer
            + ", 'cps-prosecutor', now()");
    behind("authorised_charge", "charge", "(select id from charge where referral = d.referral)");
    behind("prosecuted_strand", "strand, provable", "'RAC', 'NEITHER'");
    behind("code_test", "test, evidential, evidential_met", "'FULL_CODE', 'Dossier', false");
    behind(
        "hostility_test",
        "strand, limb, provable, analysis",
        "'RAC', 'MOTIVATED', false, 'Dossier'");
  }

  /** A hearing, and a result with all that belongs to it. */
  private void court() {
    of(
        "hearing",
        "id, prosecution, referral, agency, number, court, kind, on_day, at_time, defendants, set_by, set_role, set_at",
        "gen_random_uuid(), prosecution, referral, 'HERTS-POLICE', 1, 'LEAMC', 'FIRST', current_date, '10:00', array[id], "
            + officer
            + ", 'cps-prosecutor', now()");
    of(
        "court_result",
        "id, prosecution, referral, agency, defendant, number, recorded_by, recorded_role, recorded_at",
        "gen_random_uuid(), prosecution, referral, 'HERTS-POLICE', id, 1, "
            + officer
            + ", 'cps-prosecutor', now()");
    for (String part :
        new String[] {
          "court_finding (result, referral, agency, charge, plea) select r.id, r.referral, r.agency, (select id from charge where referral = r.referral), 'NONE'",
          "court_strand (result, referral, agency, strand, sentenced_as_hate, uplift_applied_for, why, uplift_announced) select r.id, r.referral, r.agency, 'RAC', false, 'NO', 'Dossier', false"
        }) {
      rows.run("insert into " + part + " from court_result r where r.referral = " + record);
    }
  }

  private void of(String table, String columns, String values) {
    rows.run(
        "insert into %s (%s) select %s from defendant where referral = %s"
            .formatted(table, columns, values, record));
  }

  private void behind(String table, String columns, String values) {
    rows.run(
        "insert into %s (decision, referral, agency, %s) select d.id, d.referral, d.agency, %s from charging_decision d where d.referral = %s"
            .formatted(table, columns, values, record));
  }
}
