package uk.concordat.access;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import uk.concordat.access.World.Paper;
import uk.concordat.access.World.Person;

/**
 * Builds a world in PostgreSQL within one transaction, and asks it as the application's role would:
 * through row-level security, for one caller after the other.
 */
final class DatabaseWall {
  private static final Map<DataClass, String> TABLES =
      Map.ofEntries(
          Map.entry(DataClass.D2, "referral_identity"),
          Map.entry(DataClass.D3, "referral_monitoring"),
          Map.entry(DataClass.D4, "referral_needs"),
          Map.entry(DataClass.D5, "referral_incident"),
          Map.entry(DataClass.D6, "referral_suspect"),
          Map.entry(DataClass.D7, "referral_antecedents"),
          Map.entry(DataClass.D8, "referral_intelligence"),
          Map.entry(DataClass.D9, "referral_witness"),
          Map.entry(DataClass.D13, "referral_clinical"),
          Map.entry(DataClass.D14, "referral_housing"),
          Map.entry(DataClass.D15, "referral_safeguarding"));

  private final Connection connection;

  DatabaseWall(Connection connection) {
    this.connection = connection;
  }

  Instant now() throws SQLException {
    return one("select now()", Timestamp.class).toInstant();
  }

  void build(World world) throws SQLException {
    run("set local role concordat_owner");
    run("delete from agreement");
    for (Person person : world.people()) {
      run(
          "insert into staff (subject, username, display_name, agency, role, teams) values (?, ?,"
              + " 'Somebody', ?, ?, ?)",
          person.subject(),
          person.subject().toString(),
          person.agency(),
          person.role(),
          array(person.teams()));
      for (String team : person.leads()) {
        run(
            "insert into team_lead (subject, agency, team, valid_from, set_by) values (?, ?, ?,"
                + " '2026-01-01', ?)",
            person.subject(),
            person.agency(),
            team,
            person.subject());
      }
    }
    for (Flow flow : world.agreements()) {
      build(flow);
    }
    int serial = 0;
    for (Paper paper : world.papers()) {
      build(paper, "HCR-2019-%06d-A".formatted(++serial));
    }
  }

  private void build(Flow flow) throws SQLException {
    UUID id = UUID.randomUUID();
    run(
        "insert into agreement (id, code, version, title, party_a, party_b, purposes, gateways,"
            + " retention, marking, dpia, contact_a, contact_b, review_date, status, proposed_for,"
            + " proposed_at, active_from, active_to) values (?, ?, 1, '', ?, ?, ?, '', '', '', '',"
            + " '', '', '2027-01-01', 'ACTIVE', ?, now(), ?, ?)",
        id,
        flow.agreement(),
        flow.from(),
        flow.to(),
        array(flow.purposes()),
        flow.from(),
        time(flow.valid().from()),
        time(flow.valid().to()));
    for (DataClass dataClass : flow.dataClasses()) {
      run("insert into agreement_class values (?, ?, ?)", id, flow.from(), dataClass.name());
    }
  }

  private void build(Paper paper, String reference) throws SQLException {
    Participation record = paper.participation();
    run(
        "insert into referral (id, reference, version, type, from_agency, from_team, to_agency,"
            + " to_team, state, owner, owner_role, assignee, purpose, agreed, content_until,"
            + " created_at, changed_at, submitted_at, submitter) values (?, ?, 1, 'ANY', ?, ?, ?, ?,"
            + " ?, ?, 'police-officer', ?, ?, ?, ?, now(), now(), now(), ?)",
        record.record(),
        reference,
        record.fromAgency(),
        record.fromTeam(),
        record.toAgency(),
        record.toTeam(),
        record.draft() ? "DRAFT" : "SUBMITTED",
        record.owner(),
        record.assignee(),
        record.purpose(),
        record.agreed(),
        time(record.contentUntil()),
        record.owner());
    for (String table : TABLES.values()) {
      run("insert into " + table + " (referral, version) values (?, 1)", record.record());
    }
    for (UUID named : paper.named()) {
      run("insert into restriction_name values (?, ?, ?, now())", record.record(), named, named);
    }
    if (paper.restricted()) {
      run("update referral set restricted = true where id = ?", record.record());
    }
    for (UUID excluded : paper.excluded()) {
      run(
          "insert into exclusion (id, record, subject, reason, set_by) values (gen_random_uuid(), ?,"
              + " ?, 'CONFLICT', ?)",
          record.record(),
          excluded,
          excluded);
    }
    for (Grant grant : paper.grants()) {
      run(
          "insert into access_grant (id, record, subject, agency, role, kind, data_classes, purpose,"
              + " valid_from, valid_to, granted_by) values (gen_random_uuid(), ?, ?, ?, ?, ?, ?, ?, ?,"
              + " ?, ?)",
          record.record(),
          grant.subject(),
          grant.agency(),
          grant.role(),
          grant.breakGlass() ? "BREAK_GLASS" : "GRANT",
          array(grant.dataClasses().stream().map(Enum::name).toList()),
          grant.purpose(),
          time(grant.valid().from()),
          time(grant.valid().to()),
          grant.subject());
    }
  }

  /** Binds a caller as the application does. */
  void enter(Person person) throws SQLException {
    run("set local role concordat_app");
    List<String> status =
        strings(
            "select o_status from bind_caller(?, ?, 'Somebody', ?, ?, ?)",
            person.subject(),
            person.subject().toString(),
            person.agency(),
            array(List.of(person.role())),
            array(person.teams()));
    if (!status.equals(List.of("ACTIVE"))) {
      throw new IllegalStateException("bound as " + status);
    }
  }

  /** What the caller sees, as {@code record class} and {@code record class:M}. */
  Set<String> seen() throws SQLException {
    run("set local role concordat_owner");
    List<String> ids = strings("select id::text from referral");
    run("set local role concordat_app");
    return new HashSet<>(
        strings(
            "select r || ' D' || n || level from unnest(?) r, generate_series(1, 16) n cross join"
                + " lateral (select case when sees(r::uuid, 'D' || n) then '' when sees(r::uuid, 'D'"
                + " || n || ':M') then ':M' when sees(r::uuid, 'D' || n || ':H') then ':H' end as"
                + " level) best where level is not null",
            array(ids)));
  }

  /** The rows that the tables give up, as {@code record class}; independent of {@link #seen}. */
  Set<String> rows() throws SQLException {
    Set<String> rows = new HashSet<>(strings("select id || ' D1' from referral"));
    for (var table : TABLES.entrySet()) {
      rows.addAll(strings("select referral || ' " + table.getKey() + "' from " + table.getValue()));
    }
    return rows;
  }

  /** The records in the caller's lists. */
  Set<String> listed() throws SQLException {
    return new HashSet<>(strings("select referral::text from referral_listing"));
  }

  /** What the caller may do, as {@code record action}. */
  Set<String> actions(Collection<String> records) throws SQLException {
    List<String> actions = Arrays.stream(Action.values()).map(Action::code).toList();
    return new HashSet<>(
        strings(
            "select r || ' ' || a from unnest(?) r, unnest(?) a where may(r::uuid, a)",
            array(records),
            array(actions)));
  }

  /** Where stored visibility does not follow from its sources. */
  List<String> differences() throws SQLException {
    run("set local role concordat_owner");
    return strings(
        "select record || ' ' || difference || ' ' || viewer from visibility_differences()");
  }

  private Array array(Collection<String> values) throws SQLException {
    return connection.createArrayOf("text", values.toArray());
  }

  private static Timestamp time(Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }

  private void run(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = prepared(sql, values)) {
      statement.execute();
    }
  }

  private List<String> strings(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = prepared(sql, values);
        ResultSet rows = statement.executeQuery()) {
      List<String> strings = new ArrayList<>();
      while (rows.next()) {
        strings.add(rows.getString(1));
      }
      return strings;
    }
  }

  private <T> T one(String sql, Class<T> type) throws SQLException {
    try (PreparedStatement statement = prepared(sql);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getObject(1, type);
    }
  }

  private PreparedStatement prepared(String sql, Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }
}
