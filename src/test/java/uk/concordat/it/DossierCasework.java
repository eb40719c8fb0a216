package uk.concordat.it;

/** What the police keep of their work on a referral. */
final class DossierCasework {
  private final DossierRows rows;
  private final String record;
  private final String officer = DossierRows.subject("council.officer");

  DossierCasework(DossierRows rows, String referral) {
    this.rows = rows;
    record = DossierRows.record(referral);
  }

  /** A crime, the plan, what has to be told, the contact, the outcome, a triage and a risk. */
  void fill() {
    rows.run(
        "with c as (insert into crime (id, referral, agency, reference, recorded_on, entered_by,"
            + " entered_role, entered_at) values (gen_random_uuid(), "
            + record
            + ", 'HERTS-POLICE', '41/900001/26', '2026-11-18', "
            + officer
            + ", 'hate-crime-officer', now()) returning *), d as (insert into crime_detail (crime,"
            + " referral, agency, reported_on, offence_class) select id, referral, agency,"
            + " recorded_on, '8M' from c) insert into crime_strand (id, crime, referral, agency,"
            + " strand, recorded_by, recorded_at) select gen_random_uuid(), id, referral, agency,"
            + " 'RAC', entered_by, now() from c");
    rows.run(
        "insert into crime_version (id, crime, referral, agency, number, reference, recorded_on,"
            + " reported_on, offence_class, strands, reason, corrected_by, corrected_role,"
            + " corrected_at) select gen_random_uuid(), id, referral, agency, 1, '41/900002/26',"
            + " recorded_on, recorded_on, '8N', 'RAC', 'Dossier', entered_by, entered_role, now() from"
            + " crime where referral = "
            + record);
    rows.run(
        "with o as (insert into crime_outcome (id, crime, referral, agency, suspect, number, type,"
            + " outcome_on, recorded_by, recorded_role, recorded_at) select gen_random_uuid(), id,"
            + " referral, agency, 1, 1, '20', recorded_on, entered_by, entered_role, now() from crime"
            + " where referral = "
            + record
            + " returning *) insert into crime_outcome_detail (outcome, referral, agency, field,"
            + " value) select id, referral, agency, 'receivingBody', 'Dossier' from o");
    rows.run(
        "insert into crime_merge (crime, referral, agency, number, reason, merged_by, merged_role,"
            + " merged_at) select id, referral, agency, 1, 'Dossier', entered_by, entered_role, now()"
            + " from crime where referral = "
            + record);
    rows.insert(
        "referral_file",
        "referral, file, agency, linked_by, linked_role, linked_at",
        record
            + ", (select id from referral where reference <> (select reference from referral where id = "
            + record
            + ") order by id limit 1), 'HERTS-POLICE', "
            + officer
            + ", 'hate-crime-officer', now()");
    rows.insert(
        "passed_result",
        "id, referral, agency, number, outcome, outcome_on, passed_by, passed_role, passed_at",
        "gen_random_uuid(), "
            + record
            + ", 'HERTS-POLICE', 1, 'CPS_CONVICTED', current_date, "
            + officer
            + ", 'hate-crime-officer', now()");
    rows.insert(
        "result_objection",
        "referral, agency, said_by, said_role, said_at",
        record + ", 'HERTS-POLICE', " + officer + ", 'hate-crime-officer', now()");
    rows.insert(
        "plan_measure",
        "id, referral, agency, number, version, kind, detail, owner_agency, due_on, status, readable,"
            + " changed_by, changed_role, changed_at",
        "gen_random_uuid(), "
            + record
            + ", 'HERTS-POLICE', 1, 1, 'ALARM', 'Dossier', 'HERTS-POLICE', current_date, 'OPEN', true, "
            + officer
            + ", 'hate-crime-officer', now()");
    rows.insert(
        "outcome_detail",
        "move, referral, agency, field, value",
        "(select id from referral_move where referral = "
            + record
            + " limit 1), "
            + record
            + ", 'HERTS-POLICE', 'activity', 'Dossier'");
    rows.run(
        "with o as (insert into victim_obligation (id, referral, agency, rule, event, event_at, due_at)"
            + " values (gen_random_uuid(), "
            + record
            + ", 'HERTS-POLICE', 'ARREST', 'SUSPECT_ARRESTED', now(), now() + interval '1 day')"
            + " returning *) insert into victim_obligation_change (obligation, referral, agency, was_due,"
            + " due_at) select id, referral, agency, due_at, due_at + interval '1 day' from o");
    rows.run(
        "with v as (insert into victim_review (id, referral, agency, decision, event, decided_by,"
            + " decided_at, told_at, since) values (gen_random_uuid(), "
            + record
            + ", 'HERTS-POLICE', gen_random_uuid(), 'NOT_PURSUED', "
            + officer
            + ", now(), now(), now()) returning *) insert into victim_review_move (id, review, referral,"
            + " agency, move, from_state, to_state, happened_at, late, actor, actor_role, at) select"
            + " gen_random_uuid(), id, referral, agency, 'ASK', 'OFFERED', 'ASKED', now(), false,"
            + " decided_by, 'hate-crime-officer', now() from v");
    rows.insert(
        "contact_officer",
        "id, referral, agency, officer, name, role, since, named_by",
        "gen_random_uuid(), "
            + record
            + ", 'HERTS-POLICE', "
            + officer
            + ", 'Dossier', 'police-officer', now(), "
            + officer);
    rows.insert(
        "triage",
        "id, referral, agency, number, hate_related, strands, urgency, red_flags, next_step,"
            + " triaged_by, triaged_role, triaged_at",
        "gen_random_uuid(), "
            + record
            + ", 'HERTS-POLICE', 1, true, 'RAC', 'HIGH', '', 'DECIDE', "
            + officer
            + ", 'hate-crime-officer', now()");
    rows.run(
        "with a as (insert into risk_assessment (id, referral, agency, number, suggested, rule, level,"
            + " review_on, assessed_by, assessed_role, assessed_at) values (gen_random_uuid(), "
            + record
            + ", 'HERTS-POLICE', 1, 'HIGH', 'Dossier', 'HIGH', current_date, "
            + officer
            + ", 'hate-crime-officer', now()) returning *), b as (insert into risk_answer (assessment,"
            + " referral, agency, factor, answer) select id, referral, agency, 'WEAPON', 'YES' from a)"
            + " insert into risk_safeguarding (assessment, referral, agency, adult, child) select id,"
            + " referral, agency, true, true from a");
  }
}
