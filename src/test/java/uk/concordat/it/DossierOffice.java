package uk.concordat.it;

/** What is kept of the people at work around a referral: their mail, lists, ledger and doings. */
final class DossierOffice {
  private final DossierRows rows;
  private final String reference;
  private final String officer = DossierRows.subject("council.officer");

  DossierOffice(DossierRows rows, String reference) {
    this.rows = rows;
    this.reference = reference;
  }

  /** All of it; a notice about the referral is there already. */
  void fill() {
    log();
    mail();
    rows.run(
        "with b as (insert into bulk_run (id, subject, move) values (gen_random_uuid(), "
            + officer
            + ", 'ACKNOWLEDGE') returning id) insert into bulk_item (run, position, reference) select id,"
            + " 0, '"
            + reference
            + "' from b");
    rows.run(
        "insert into saved_filter (id, subject, name, box, sort) values (gen_random_uuid(), "
            + officer
            + ", 'Dossier', 'INBOX', 'DUE') on conflict do nothing");
    rows.insert("reference_attempt", "subject, opened", officer + ", true");
    rows.insert(
        "idempotency_key",
        "subject, key, digest, reference",
        officer + ", gen_random_uuid()::text, '', '" + reference + "'");
    rows.run(
        "insert into acting_role (subject, role) values ("
            + officer
            + ", 'council-officer') on conflict do nothing");
  }

  /** What is kept of somebody's mail. */
  private void mail() {
    rows.run(
        "insert into staff_email (subject, email) select "
            + officer
            + ", 'dossier@example.org' on conflict do nothing");
    rows.run(
        "insert into mail_setting (subject, choice) select "
            + officer
            + ", 'AT_ONCE' on conflict do nothing");
    rows.insert("mail", "id, subject, state", "gen_random_uuid(), " + officer + ", 'SENT'");
    rows.run(
        "insert into mail_outbox (subject, notice, at) select "
            + officer
            + ", id, now() from notice where reference = '"
            + reference
            + "' limit 1 on conflict do nothing");
  }

  /** What stands around the ledger; the pending entry is none that the sequencer would find. */
  private void log() {
    rows.run("insert into ledger_pending values (-1, now()) on conflict do nothing");
    rows.run(
        "insert into ledger_witness values ('dossier.example/witness', 'STEVENAGE-COUNCIL', 'none') on"
            + " conflict do nothing");
    rows.run(
        "insert into ledger_cosignature select max(tree_size), 'dossier.example/witness', now(), ''"
            + " from ledger_checkpoint on conflict do nothing");
    rows.insert("security_event", "kind, actor", "'CHECKPOINT_READ', " + officer);
  }
}
