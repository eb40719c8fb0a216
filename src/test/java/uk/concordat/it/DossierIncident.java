package uk.concordat.it;

/** What can stand around an incident of {@code council.officer} that a referral was made of. */
final class DossierIncident {
  private final DossierRows rows;
  private final String incident;
  private final String record;
  private final String officer = DossierRows.subject("council.officer");

  /**
   * @param incident its reference
   * @param referral the reference of what was made of it
   */
  DossierIncident(DossierRows rows, String incident, String referral) {
    this.rows = rows;
    this.incident = incident;
    record = DossierRows.record(referral);
  }

  /** Decisions on it, its link with another one, who is suspected, who is said to be harmed. */
  void fill(Api api) {
    String held = "(select id from incident where reference = '" + incident + "')";
    rows.insert(
        "incident_recording",
        "id, incident, decision, regime, tests, rationale, review_on, decided_by, decided_role, decided_at",
        "gen_random_uuid(), "
            + held
            + ", 'ASB', 'None', '{}', 'Dossier', now() + interval '1 year', "
            + officer
            + ", 'council-officer', now()");
    rows.insert(
        "incident_referral",
        "referral, incident, referred_by",
        record + ", " + held + ", " + officer);
    String linked = new Incidents(api).logged("council.officer");
    rows.insert(
        "incident_link",
        "earlier, later, ground, verdict, reason, decided_by, decided_role, decided_at",
        held
            + ", (select id from incident where reference = '"
            + linked
            + "'), 'PERSON', 'CONFIRMED', 'Dossier', "
            + officer
            + ", 'council-officer', now()");
    rows.run(
        "with m as (insert into incident_import (id, owner, owner_role, agency, state, created_at) values (gen_random_uuid(), "
            + officer
            + ", 'council-officer', 'WELHAT-COUNCIL', 'READY', now()) returning id), r as (insert into"
            + " incident_import_row (id, import, row, strands, others, category, narrative, from_date,"
            + " location_type, perceived_by, person_known) select gen_random_uuid(), m.id, 2, 'RAC', '',"
            + " 'THREATS', 'Dossier', '2026-11-01', 'HOME', 'VICTIM', false from m) insert into"
            + " incident_import_error select m.id, 2, 'name', 'required' from m");
    rows.run(
        "insert into incident_import_progress select id, 'READING', 1, now() from incident_import"
            + " where owner = "
            + officer
            + " on conflict do nothing");
    rows.insert(
        "incident_naming",
        "id, incident, name, reason, proposed_by, proposed_role, proposed_at",
        "gen_random_uuid(), "
            + held
            + ", 'Dossier', 'Dossier', "
            + officer
            + ", 'council-officer', now()");
    rows.insert("incident_suspect", "incident, version, name", held + ", 1, 'Dossier'");
  }
}
