package uk.concordat.it;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * A record of the council and the police with everything that can stand around one, so that each
 * table holds a row that is nobody else's business.
 */
final class Dossier {
  private static final String RECORD = "(select id from referral where reference = '%s')";
  private static final String SUBJECT = "(select subject from staff where username = '%s')";

  private final DataSource superuser;
  private final String reference;
  private final String draft;
  private final String incident;
  private final String request;
  private final String glass;
  private final Answer proposal;

  Dossier(Api api, DataSource superuser) {
    this.superuser = superuser;
    var referrals = new Referrals(api);
    reference = referrals.received().reference();
    draft = referrals.draft().reference();
    incident = new Incidents(api).logged("council.officer");
    request =
        api.post(
                "council2.officer",
                "/api/access-requests",
                """
                {"reference":"%s","dataClasses":["D2"],"purpose":"SAFEGUARDING","why":"They live here.",
                 "duration":"SEVEN_DAYS"}
                """
                    .formatted(reference))
            .text("/id");
    var agreements = new Agreements(api);
    proposal =
        agreements.proposed(
            "police.governance",
            agreements.proposal("WELHAT-COUNCIL", List.of("D1"), List.of("D1")));
    surround(api);
    glass = text("select id::text from break_glass where reference = '" + reference + "'");
  }

  /** A received referral of the council to the police. */
  String reference() {
    return reference;
  }

  /** A draft of {@code council.officer}. */
  String draft() {
    return draft;
  }

  /** An incident that the council holds. */
  String incident() {
    return incident;
  }

  /** A request of {@code council2.officer} for access to it. */
  String request() {
    return request;
  }

  /** The emergency in which {@code nhs.safeguarding} opened it. */
  String glass() {
    return glass;
  }

  /** An agreement that the police propose to the council. */
  Answer proposal() {
    return proposal;
  }

  /** Which rows of a table to look at, where it is not told by a column that names the record. */
  Map<String, String> conditions() {
    String proposed =
        "'%s' = code and version = %s".formatted(proposal.text("/code"), proposal.text("/version"));
    return Map.of(
        "agreement",
        proposed,
        "document_chunk",
        "document in (select id from document where referral = " + record() + ")",
        "agreement_class",
        "agreement in (select id from agreement where " + proposed + ")",
        "ledger_entry",
        "record_ids @> array[" + record() + "]",
        "staff",
        "username = 'council.officer'");
  }

  private String record() {
    return RECORD.formatted(reference);
  }

  /** What stands around the ledger; the pending entry is none that the sequencer would find. */
  private void log(String officer) {
    run("insert into ledger_pending values (-1, now()) on conflict do nothing");
    run(
        "insert into ledger_witness values ('dossier.example/witness', 'STEVENAGE-COUNCIL', 'none') on"
            + " conflict do nothing");
    run(
        "insert into ledger_cosignature select max(tree_size), 'dossier.example/witness', now(), ''"
            + " from ledger_checkpoint on conflict do nothing");
    insert("security_event", "kind, actor", "'CHECKPOINT_READ', " + officer);
  }

  private void surround(Api api) {
    String officer = SUBJECT.formatted("council.officer");
    String asker = SUBJECT.formatted("council2.officer");
    String breaker = SUBJECT.formatted("nhs.safeguarding");
    new Compartments(superuser).fill(reference, "dossier");
    run(
        "insert into referral_feedback (move, referral, reason) select id, referral, 'OTHER' from"
            + " referral_move where referral = "
            + record()
            + " limit 1");
    insert(
        "exclusion",
        "id, record, subject, reason, set_by",
        "gen_random_uuid(), " + record() + ", " + breaker + ", 'OTHER', " + officer);
    insert(
        "consent_override",
        "referral, to_agency, wish, reason, decided_by, role",
        record()
            + ", 'HERTS-POLICE', 'DECLINES', 'SAFEGUARDING', "
            + officer
            + ", 'council-officer'");
    insert(
        "referral_link",
        "referral, other, kind, linked_by",
        record() + ", " + RECORD.formatted(draft) + ", 'DUPLICATE_OF', " + officer);
    run(
        "with a as (insert into referral_amendment (id, referral, reason, text, actor, agency, role, at) values"
            + " (gen_random_uuid(), "
            + record()
            + ", 'CORRECTION', 'Dossier', "
            + officer
            + ", 'WELHAT-COUNCIL', 'council-officer', now()) returning id, referral), v as (insert into"
            + " referral_version (referral, data_class, number, content, at, amendment) select referral, 'D5', 2,"
            + " '{}', now(), id from a) insert into amendment_receipt (amendment, referral, agency,"
            + " data_classes) select id, referral, 'HERTS-POLICE', '{D5}' from a");
    insert(
        "recall",
        "id, referral, agency, reason, text, recalled_by, recalled_role, recalled_at, near_at, report_due",
        "gen_random_uuid(), "
            + record()
            + ", 'WELHAT-COUNCIL', 'WRONG_AGENCY', 'Dossier', "
            + officer
            + ", 'council-officer', now(), now() + interval '2 days', now() + interval '3 days'");
    insert("referral_escalation", "referral, step, due_at", record() + ", 'DECIDE', now()");
    insert(
        "info_request",
        "id, referral, asked, due_on",
        "gen_random_uuid(), "
            + record()
            + ", (select id from referral_move where referral = "
            + record()
            + " limit 1), current_date");
    run(
        "with d as (insert into document (id, referral, data_class, holder, name, type, size, digest, scan,"
            + " chunks, key_name, sealed_key, attached_by, attached_role, attached_at) values"
            + " (gen_random_uuid(), "
            + record()
            + ", 'D5', 'WELHAT-COUNCIL', 'dossier.txt', 'TEXT', 1, repeat('0', 64), 'NOT_SCANNED', 1,"
            + " 'dossier', '', "
            + officer
            + ", 'council-officer', now()) returning id) insert into document_chunk select id, 0, '' from"
            + " d");
    insert(
        "info_answer",
        "info_request, referral, answer",
        "(select id from info_request where referral = "
            + record()
            + "), "
            + record()
            + ", 'Nobody saw it.'");
    run(
        "with c as (insert into referral_contact (id, referral, kind, result, at, actor, agency, role) values"
            + " (gen_random_uuid(), "
            + record()
            + ", 'UPDATE', 'TOLD', now(), "
            + officer
            + ", 'WELHAT-COUNCIL', 'council-officer') returning id, referral, agency) insert into"
            + " contact_words select id, referral, agency, 'TELEPHONE', null, 'Dossier' from c");
    insert(
        "referral_assignment",
        "referral, assignee, agency, assigned_at",
        record() + ", " + officer + ", 'HERTS-POLICE', now()");
    insert("restriction", "record, agency", record() + ", 'HERTS-POLICE'");
    insert(
        "restriction_name", "record, subject, set_by", record() + ", " + officer + ", " + officer);
    insert(
        "access_grant",
        "id, record, subject, agency, role, kind, data_classes, purpose, valid_from, granted_by",
        "gen_random_uuid(), "
            + record()
            + ", "
            + asker
            + ", 'STEVENAGE-COUNCIL', 'council-officer', 'GRANT', '{D1,D2}', 'SAFEGUARDING', now(), "
            + officer);
    String held = "(select id from incident where reference = '" + incident + "')";
    insert(
        "incident_recording",
        "id, incident, decision, regime, tests, rationale, review_on, decided_by, decided_role, decided_at",
        "gen_random_uuid(), "
            + held
            + ", 'ASB', 'None', '{}', 'Dossier', now() + interval '1 year', "
            + officer
            + ", 'council-officer', now()");
    insert(
        "incident_referral",
        "referral, incident, referred_by",
        record() + ", " + held + ", " + officer);
    String linked = new Incidents(api).logged("council.officer");
    insert(
        "incident_link",
        "earlier, later, ground, verdict, reason, decided_by, decided_role, decided_at",
        held
            + ", (select id from incident where reference = '"
            + linked
            + "'), 'PERSON', 'CONFIRMED', 'Dossier', "
            + officer
            + ", 'council-officer', now()");
    run(
        "with m as (insert into incident_import (id, owner, owner_role, agency, state, created_at) values (gen_random_uuid(), "
            + officer
            + ", 'council-officer', 'WELHAT-COUNCIL', 'READY', now()) returning id), r as (insert into"
            + " incident_import_row (id, import, row, strands, others, category, narrative, from_date,"
            + " location_type, perceived_by, person_known) select gen_random_uuid(), m.id, 2, 'RAC', '',"
            + " 'THREATS', 'Dossier', '2026-11-01', 'HOME', 'VICTIM', false from m) insert into"
            + " incident_import_error select m.id, 2, 'name', 'required' from m");
    run(
        "insert into incident_import_progress select id, 'READING', 1, now() from incident_import"
            + " where owner = "
            + officer
            + " on conflict do nothing");
    insert(
        "incident_naming",
        "id, incident, name, reason, proposed_by, proposed_role, proposed_at",
        "gen_random_uuid(), "
            + held
            + ", 'Dossier', 'Dossier', "
            + officer
            + ", 'council-officer', now()");
    insert("incident_suspect", "incident, version, name", held + ", 1, 'Dossier'");
    casework(officer);
    insert("step_up", "subject, session, at", breaker + ", 'dossier', now()");
    log(officer);
    insert(
        "break_glass",
        "id, access_grant, record, reference, owner_agency, subject, agency, role, data_classes,"
            + " reason, reason_text, expires_at, review_due",
        "gen_random_uuid(), (select id from access_grant where record = "
            + record()
            + " limit 1), "
            + record()
            + ", '"
            + reference
            + "', 'WELHAT-COUNCIL', "
            + breaker
            + ", 'NORTH-LEA-NHS', 'nhs-safeguarding-lead', '{D2}', 'RISK_TO_LIFE', repeat('x', 30),"
            + " now() + interval '4 hours', now() + interval '1 day'");
    insert(
        "notice",
        "viewer, kind, reference, about",
        "'WELHAT-COUNCIL/information-governance', 'GLASS_BROKEN', '" + reference + "', " + officer);
    run(
        "insert into notice_seen (notice, subject) select id, about from notice where reference = '"
            + reference
            + "' and kind = 'GLASS_BROKEN'");
    mail(officer);
    run(
        "with b as (insert into bulk_run (id, subject, move) values (gen_random_uuid(), "
            + officer
            + ", 'ACKNOWLEDGE') returning id) insert into bulk_item (run, position, reference) select id,"
            + " 0, '"
            + reference
            + "' from b");
    run(
        "insert into saved_filter (id, subject, name, box, sort) values (gen_random_uuid(), "
            + officer
            + ", 'Dossier', 'INBOX', 'DUE') on conflict do nothing");
    insert("reference_attempt", "subject, opened", officer + ", true");
    insert(
        "idempotency_key",
        "subject, key, digest, reference",
        officer + ", gen_random_uuid()::text, '', '" + reference + "'");
    run(
        "insert into acting_role (subject, role) values ("
            + officer
            + ", 'council-officer') on conflict do nothing");
  }

  /** What is kept of somebody's mail. */
  private void mail(String officer) {
    run(
        "insert into staff_email (subject, email) select "
            + officer
            + ", 'dossier@example.org' on conflict do nothing");
    run(
        "insert into mail_setting (subject, choice) select "
            + officer
            + ", 'AT_ONCE' on conflict do nothing");
    insert("mail", "id, subject, state", "gen_random_uuid(), " + officer + ", 'SENT'");
    run(
        "insert into mail_outbox (subject, notice, at) select "
            + officer
            + ", id, now() from notice where reference = '"
            + reference
            + "' limit 1 on conflict do nothing");
  }

  /** What the police keep of their work on it. */
  private void casework(String officer) {
    run(
        "with c as (insert into crime (id, referral, agency, reference, recorded_on, entered_by,"
            + " entered_role, entered_at) values (gen_random_uuid(), "
            + record()
            + ", 'HERTS-POLICE', '41/900001/26', '2026-11-18', "
            + officer
            + ", 'hate-crime-officer', now()) returning *), d as (insert into crime_detail (crime,"
            + " referral, agency, reported_on, offence_class) select id, referral, agency,"
            + " recorded_on, '8M' from c) insert into crime_strand (id, crime, referral, agency,"
            + " strand, recorded_by, recorded_at) select gen_random_uuid(), id, referral, agency,"
            + " 'RAC', entered_by, now() from c");
    insert(
        "plan_measure",
        "id, referral, agency, number, version, kind, detail, owner_agency, due_on, status, readable,"
            + " changed_by, changed_role, changed_at",
        "gen_random_uuid(), "
            + record()
            + ", 'HERTS-POLICE', 1, 1, 'ALARM', 'Dossier', 'HERTS-POLICE', current_date, 'OPEN', true, "
            + officer
            + ", 'hate-crime-officer', now()");
    insert(
        "outcome_detail",
        "move, referral, agency, field, value",
        "(select id from referral_move where referral = "
            + record()
            + " limit 1), "
            + record()
            + ", 'HERTS-POLICE', 'activity', 'Dossier'");
    insert(
        "contact_officer",
        "id, referral, agency, officer, name, role, since, named_by",
        "gen_random_uuid(), "
            + record()
            + ", 'HERTS-POLICE', "
            + officer
            + ", 'Dossier', 'police-officer', now(), "
            + officer);
    insert(
        "triage",
        "id, referral, agency, number, hate_related, strands, urgency, red_flags, next_step,"
            + " triaged_by, triaged_role, triaged_at",
        "gen_random_uuid(), "
            + record()
            + ", 'HERTS-POLICE', 1, true, 'RAC', 'HIGH', '', 'DECIDE', "
            + officer
            + ", 'hate-crime-officer', now()");
    run(
        "with a as (insert into risk_assessment (id, referral, agency, number, suggested, rule, level,"
            + " review_on, assessed_by, assessed_role, assessed_at) values (gen_random_uuid(), "
            + record()
            + ", 'HERTS-POLICE', 1, 'HIGH', 'Dossier', 'HIGH', current_date, "
            + officer
            + ", 'hate-crime-officer', now()) returning *), b as (insert into risk_answer (assessment,"
            + " referral, agency, factor, answer) select id, referral, agency, 'WEAPON', 'YES' from a)"
            + " insert into risk_safeguarding (assessment, referral, agency, adult, child) select id,"
            + " referral, agency, true, true from a");
  }

  private void insert(String table, String columns, String values) {
    run("insert into %s (%s) values (%s)".formatted(table, columns, values));
  }

  private void run(String sql) {
    try (Connection connection = superuser.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.execute();
    } catch (SQLException broken) {
      throw new IllegalStateException(sql, broken);
    }
  }

  private String text(String sql) {
    try (Connection connection = superuser.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getString(1);
    } catch (SQLException broken) {
      throw new IllegalStateException(sql, broken);
    }
  }
}
