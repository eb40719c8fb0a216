package uk.concordat.it;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * A record of the council and the police with everything that can stand around one, so that each
 * table holds a row that is nobody else's business.
 */
final class Dossier {
  private final DossierRows rows;
  private final String reference;
  private final String draft;
  private final String incident;
  private final String request;
  private final String glass;
  private final Answer proposal;

  Dossier(Api api, DataSource superuser) {
    rows = new DossierRows(superuser);
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
    surround(superuser);
    new DossierIncident(rows, incident, reference).fill(api);
    new DossierCasework(rows, reference).fill();
    new DossierOffice(rows, reference).fill();
    new DossierFile(rows, reference).fill();
    glass = rows.text("select id::text from break_glass where reference = '" + reference + "'");
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
    return DossierRows.record(reference);
  }

  private void surround(DataSource superuser) {
    String officer = DossierRows.subject("council.officer");
    String asker = DossierRows.subject("council2.officer");
    String breaker = DossierRows.subject("nhs.safeguarding");
    new Compartments(superuser).fill(reference, "dossier");
    rows.run(
        "insert into referral_feedback (move, referral, reason) select id, referral, 'OTHER' from"
            + " referral_move where referral = "
            + record()
            + " limit 1");
    rows.insert(
        "exclusion",
        "id, record, subject, reason, set_by",
        "gen_random_uuid(), " + record() + ", " + breaker + ", 'OTHER', " + officer);
    rows.insert(
        "consent_override",
        "referral, to_agency, wish, reason, decided_by, role",
        record()
            + ", 'HERTS-POLICE', 'DECLINES', 'SAFEGUARDING', "
            + officer
            + ", 'council-officer'");
    rows.insert(
        "referral_link",
        "referral, other, kind, linked_by",
        record() + ", " + DossierRows.record(draft) + ", 'DUPLICATE_OF', " + officer);
    rows.run(
        "with a as (insert into referral_amendment (id, referral, reason, text, actor, agency, role, at) values"
            + " (gen_random_uuid(), "
            + record()
            + ", 'CORRECTION', 'Dossier', "
            + officer
            + ", 'WELHAT-COUNCIL', 'council-officer', now()) returning id, referral), v as (insert into"
            + " referral_version (referral, data_class, number, content, at, amendment) select referral, 'D5', 2,"
            + " '{}', now(), id from a) insert into amendment_receipt (amendment, referral, agency,"
            + " data_classes) select id, referral, 'HERTS-POLICE', '{D5}' from a");
    rows.insert(
        "recall",
        "id, referral, agency, reason, text, recalled_by, recalled_role, recalled_at, near_at, report_due",
        "gen_random_uuid(), "
            + record()
            + ", 'WELHAT-COUNCIL', 'WRONG_AGENCY', 'Dossier', "
            + officer
            + ", 'council-officer', now(), now() + interval '2 days', now() + interval '3 days'");
    rows.insert("referral_escalation", "referral, step, due_at", record() + ", 'DECIDE', now()");
    rows.insert(
        "info_request",
        "id, referral, asked, due_on",
        "gen_random_uuid(), "
            + record()
            + ", (select id from referral_move where referral = "
            + record()
            + " limit 1), current_date");
    rows.run(
        "with d as (insert into document (id, referral, data_class, holder, name, type, size, digest, scan,"
            + " chunks, key_name, sealed_key, attached_by, attached_role, attached_at) values"
            + " (gen_random_uuid(), "
            + record()
            + ", 'D5', 'WELHAT-COUNCIL', 'dossier.txt', 'TEXT', 1, repeat('0', 64), 'NOT_SCANNED', 1,"
            + " 'dossier', '', "
            + officer
            + ", 'council-officer', now()) returning id) insert into document_chunk select id, 0, '' from"
            + " d");
    rows.insert(
        "info_answer",
        "info_request, referral, answer",
        "(select id from info_request where referral = "
            + record()
            + "), "
            + record()
            + ", 'Nobody saw it.'");
    rows.run(
        "with c as (insert into referral_contact (id, referral, kind, result, at, actor, agency, role) values"
            + " (gen_random_uuid(), "
            + record()
            + ", 'UPDATE', 'TOLD', now(), "
            + officer
            + ", 'WELHAT-COUNCIL', 'council-officer') returning id, referral, agency) insert into"
            + " contact_words select id, referral, agency, 'TELEPHONE', null, 'Dossier' from c");
    rows.insert(
        "referral_assignment",
        "referral, assignee, agency, assigned_at",
        record() + ", " + officer + ", 'HERTS-POLICE', now()");
    rows.insert("restriction", "record, agency", record() + ", 'HERTS-POLICE'");
    rows.insert(
        "restriction_name", "record, subject, set_by", record() + ", " + officer + ", " + officer);
    rows.insert(
        "access_grant",
        "id, record, subject, agency, role, kind, data_classes, purpose, valid_from, granted_by",
        "gen_random_uuid(), "
            + record()
            + ", "
            + asker
            + ", 'STEVENAGE-COUNCIL', 'council-officer', 'GRANT', '{D1,D2}', 'SAFEGUARDING', now(), "
            + officer);
    rows.insert("step_up", "subject, session, at", breaker + ", 'dossier', now()");
    rows.insert(
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
    rows.insert(
        "notice",
        "viewer, kind, reference, about",
        "'WELHAT-COUNCIL/information-governance', 'GLASS_BROKEN', '" + reference + "', " + officer);
    rows.run(
        "insert into notice_seen (notice, subject) select id, about from notice where reference = '"
            + reference
            + "' and kind = 'GLASS_BROKEN'");
  }
}
