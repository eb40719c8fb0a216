package uk.concordat.access;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import uk.concordat.access.World.Gift;
import uk.concordat.access.World.Paper;
import uk.concordat.access.World.Person;
import uk.concordat.access.World.Treaty;

/**
 * Builds a world in PostgreSQL as the schema's owner, in the order in which it comes about: much
 * changes only after the records are there, so that whatever republishes visibility has to.
 */
record WorldBuilder(Sql sql) {
  private static final String PERMISSIONS =
      """
      insert into role_permission (role, action, scope, valid_from, valid_to)
        select distinct c[1], c[2], scope, c[3]::date, nullif(c[4], '')::date
          from unnest(?) line cross join lateral string_to_array(line, ',') c
          cross join lateral unnest(string_to_array(c[5], '+')) scope
      """;
  private static final String CLASSES =
      """
      insert into role_data_class (role, data_class, valid_from, valid_to, drafting, own, sender, recipient)
        select c[1], c[2], c[3]::date, nullif(c[4], '')::date, c[5], c[6], c[7], c[8]
          from unnest(?) line cross join lateral string_to_array(line, ',') c
      """;
  private static final String RECORD =
      """
      insert into referral (id, reference, version, type, from_agency, from_team, to_agency, state, owner, owner_role, purpose,
                            created_at, changed_at, submitted_at, submitter)
        values (?, ?, 1, 'ANY', ?, ?, ?, ?, ?, 'police-officer', ?, now(), now(), now(), ?)
      """;
  private static final String CHANGE =
      """
      update referral set to_team = ?, assignee = ?, agreed = ?, content_until = ?, restricted = ?, recalled = ?,
             state = case when state = 'DRAFT' then state when ?::timestamptz is null then 'ACCEPTED' else 'REJECTED' end
       where id = ?
      """;
  // Every compartment holds something, so that nothing is hidden merely because it is empty.
  private static final List<String> CONTENT =
      List.of(
          "insert into referral_identity (referral, version, name) select id, 1, 'A Person' from",
          "insert into referral_monitoring (referral, version, ethnicity) select id, 1, 'X_1' from",
          "insert into referral_needs (referral, version) select id, 1 from",
          "insert into referral_incident (referral, version) select id, 1 from",
          "insert into referral_suspect (referral, version, name) select id, 1, 'A Person' from",
          "insert into referral_antecedents (referral, version, bail_conditions) select id, 1, 'Bail'"
              + " from",
          "insert into referral_intelligence (referral, version) select id, 1 from",
          "insert into referral_witness (referral, version, name) select id, 1, 'A Person' from",
          "insert into referral_clinical (referral, version) select id, 1 from",
          "insert into referral_housing (referral, version) select id, 1 from",
          "insert into referral_safeguarding (referral, version, concern) select id, 1, 'Yes' from",
          "insert into referral_move (id, referral, move, to_state, at, actor, agency, role) select id,"
              + " id, 'submit', 'SUBMITTED', now(), id, 'BTP', 'police-officer' from",
          "insert into referral_feedback (move, referral, reason) select id, id, 'OTHER' from");
  private static final String GIFT =
      """
      insert into access_grant (id, record, subject, agency, role, kind, data_classes, purpose, valid_from, valid_to, granted_by)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String TREATY =
      """
      insert into agreement (id, code, version, title, party_a, party_b, purposes, gateways, retention, marking, dpia, contact_a,
                             contact_b, review_date, status, proposed_for, proposed_at, active_from, active_to)
        values (?, ?, 1, '', ?, ?, ?, '', '', '', '', '', '', '2027-01-01', ?, ?, now(), ?, ?)
      """;

  void build(World world) throws SQLException {
    sql.run("set local role concordat_owner");
    matrix(world);
    for (Person person : world.people()) {
      build(person);
    }
    for (Treaty treaty : world.treaties()) {
      build(treaty);
    }
    int serial = 0;
    for (Paper paper : world.papers()) {
      build(paper.participation(), "HCR-2019-%06d-A".formatted(++serial));
    }
    List<UUID> records = world.papers().stream().map(Paper::id).toList();
    for (String content : CONTENT) {
      sql.run(content + " unnest(?) id", sql.ids(records));
    }
    for (Paper paper : world.papers()) {
      change(paper);
    }
    for (Treaty treaty : world.treaties()) {
      if (treaty.late()) {
        conclude(treaty);
      }
    }
  }

  private void matrix(World world) throws SQLException {
    sql.run("delete from agreement");
    sql.run("delete from role_permission");
    sql.run("delete from role_data_class");
    sql.run(PERMISSIONS, sql.texts(lines(world.permissions(), 3)));
    sql.run(CLASSES, sql.texts(lines(world.classes(), 6)));
    sql.run(
        "update staff_role set valid_to = london_day() - 1 where code = any (?)",
        sql.texts(world.endedRoles()));
  }

  /** Each row as role, subject, from, to and then the cells. */
  private static List<String> lines(MatrixFile matrix, int columns) {
    return matrix.rows().stream()
        .map(
            row ->
                "%s,%s,%s,%s,%s"
                    .formatted(
                        row.cell(0),
                        row.cell(1),
                        row.from(),
                        row.to() == null ? "" : row.to(),
                        String.join(",", row.cells().subList(2, columns))))
        .toList();
  }

  private void build(Person person) throws SQLException {
    sql.run(
        "insert into staff (subject, username, display_name, agency, role, teams, suspended_at) values"
            + " (?, ?, 'Somebody', ?, ?, ?, case when ? then now() end)",
        person.subject(),
        person.subject().toString(),
        person.agency(),
        person.role(),
        sql.texts(person.teams()),
        person.suspended());
    if (!person.role().equals(person.roles().get(0))) {
      sql.run(
          "insert into acting_role (subject, role) values (?, ?)", person.subject(), person.role());
    }
    leads(person, person.leads(), "london_day(), london_day()");
    boolean before = person.subject().hashCode() % 2 == 0;
    leads(
        person, person.led(), before ? "'2026-01-01', london_day() - 1" : "london_day() + 1, null");
  }

  private void leads(Person person, Set<String> teams, String days) throws SQLException {
    sql.run(
        "insert into team_lead (subject, agency, team, valid_from, valid_to, set_by) select s, ?, team, "
            + days
            + ", s from unnest(?) team cross join (select ?::uuid as s) one",
        person.agency(),
        sql.texts(teams),
        person.subject());
  }

  private void build(Treaty treaty) throws SQLException {
    Period valid = treaty.late() ? null : treaty.valid();
    UUID id = UUID.randomUUID();
    sql.run(
        TREATY,
        id,
        treaty.code(),
        treaty.first(),
        treaty.second(),
        sql.texts(treaty.purposes()),
        treaty.late() ? "PROPOSED" : treaty.status(),
        treaty.first(),
        valid == null ? null : Sql.time(valid.from()),
        valid == null ? null : Sql.time(valid.to()));
    flows(id, treaty.first(), treaty.gives());
    flows(id, treaty.second(), treaty.gets());
  }

  private void flows(UUID agreement, String from, Set<DataClass> classes) throws SQLException {
    sql.run(
        "insert into agreement_class select ?, ?, unnest(?)", agreement, from, sql.names(classes));
  }

  private void conclude(Treaty treaty) throws SQLException {
    Period valid = treaty.valid();
    if (valid == null) {
      sql.run("update agreement set status = ? where code = ?", treaty.status(), treaty.code());
      return;
    }
    sql.run(
        "update agreement set status = 'ACTIVE', active_from = ? where code = ?",
        Sql.time(valid.from()),
        treaty.code());
    sql.run(
        "update agreement set status = ?, active_to = ? where code = ? and status <> ?",
        treaty.status(),
        Sql.time(valid.to()),
        treaty.code(),
        treaty.status());
  }

  private void build(Participation record, String reference) throws SQLException {
    sql.run(
        RECORD,
        record.record(),
        reference,
        record.fromAgency(),
        record.fromTeam(),
        record.toAgency(),
        record.draft() ? "DRAFT" : "SUBMITTED",
        record.owner(),
        record.purpose(),
        record.owner());
  }

  private void change(Paper paper) throws SQLException {
    UUID id = paper.id();
    names(id, paper.named());
    names(id, paper.unnamed());
    exclusions(id, paper.excluded());
    exclusions(id, paper.lifted());
    for (Gift gift : paper.gifts()) {
      give(id, gift);
    }
    Participation record = paper.participation();
    sql.run(
        CHANGE,
        record.toTeam(),
        record.assignee(),
        record.agreed(),
        Sql.time(record.contentUntil()),
        paper.restricted(),
        record.recalled(),
        Sql.time(record.contentUntil()),
        id);
    sql.run(
        "delete from restriction_name where record = ? and subject = any (?)",
        id,
        sql.ids(paper.unnamed()));
    sql.run(
        "update exclusion set lifted_by = subject, lifted_at = now() where record = ? and subject ="
            + " any (?)",
        id,
        sql.ids(paper.lifted()));
  }

  private void names(UUID record, Collection<UUID> people) throws SQLException {
    sql.run(
        "insert into restriction_name select ?, s, s, now() from unnest(?) s",
        record,
        sql.ids(people));
  }

  private void exclusions(UUID record, Collection<UUID> people) throws SQLException {
    sql.run(
        "insert into exclusion (id, record, subject, reason, set_by) select gen_random_uuid(), ?, s,"
            + " 'OTHER', s from unnest(?) s",
        record,
        sql.ids(people));
  }

  private void give(UUID record, Gift gift) throws SQLException {
    UUID id = UUID.randomUUID();
    sql.run(
        GIFT,
        id,
        record,
        gift.subject(),
        gift.agency(),
        gift.role(),
        gift.glass() ? "BREAK_GLASS" : "GRANT",
        sql.names(gift.dataClasses()),
        gift.purpose(),
        Sql.time(gift.from()),
        Sql.time(gift.to()),
        gift.subject());
    if (gift.revoked() != null) {
      sql.run("update access_grant set revoked_at = ? where id = ?", Sql.time(gift.revoked()), id);
    }
  }
}
