package uk.concordat.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.concordat.caller.Caller;
import uk.concordat.stack.TestDatabase;

/**
 * The two walls around incidents, compared for everybody who can stand towards one: each role in
 * each agency, its author or not, of its team or not, leading it or not, a draft or not.
 */
class IncidentWallsIT {
  private static final List<String> HOLDERS =
      List.of("WELHAT-COUNCIL", "HERTS-POLICE", "NORTH-LEA-NHS", "HAH-CENTRE-1");
  private static final String TEAM = "the-team";
  private static final String ROWS =
      """
      select incident || ' D6' from incident_suspect union all select id || ' D1' from incident union all select incident || ' D2' from incident_identity
      union all select incident || ' D5' from incident_account
      """;

  private static TestDatabase database;
  private final AccessPolicy policy = AccessPolicies.at(Instant.now());
  private final UUID author = UUID.randomUUID();

  /** How the referrals made of them bar or name the author; of the others none says anything. */
  private final Map<UUID, String> referred = new HashMap<>();

  private Connection connection;
  private int serial;
  private Sql sql;

  @BeforeAll
  static void start() {
    database = TestDatabase.start();
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @BeforeEach
  void begin() throws SQLException {
    connection = database.postgres().superuser().getConnection();
    connection.setAutoCommit(false);
    sql = new Sql(connection);
  }

  @AfterEach
  void leaveNoTrace() throws SQLException {
    connection.rollback();
    connection.close();
  }

  @Test
  void agree() throws SQLException {
    List<Participation> incidents = new ArrayList<>();
    for (String holder : HOLDERS) {
      incidents.add(incident(holder, true));
      incidents.add(incident(holder, false));
      incidents.add(referred(incident(holder, false), "excluded"));
      incidents.add(referred(incident(holder, false), "named"));
    }
    Map<String, Integer> met = new LinkedHashMap<>();
    for (Caller caller : callers()) {
      Set<String> expected = decided(caller, incidents);
      assertThat(shown(caller)).as(caller.toString()).isEqualTo(expected);
      met.merge(caller.role(), expected.size(), Integer::sum);
    }
    assertThat(met.get("third-party-reporter")).as("their own draft only").isEqualTo(2 * 3);
    assertThat(met).containsEntry("board-analyst", 0).containsEntry("agency-admin", 0);
    assertThat(met).containsEntry("information-governance", 0).containsEntry("cps-prosecutor", 0);
    for (String reader :
        List.of(
            "police-officer",
            "hate-crime-officer",
            "council-officer",
            "nhs-practitioner",
            "nhs-safeguarding-lead")) {
      assertThat(met.get(reader)).as(reader).isPositive();
    }
  }

  private Participation incident(String holder, boolean draft) throws SQLException {
    UUID id = UUID.randomUUID();
    String reference = "HCI-2026-9%05d-A".formatted(++serial);
    sql.run(
        "insert into incident (id, reference, version, state, agency, team, origin_agency, owner,"
            + " owner_role, strands, person_known, harmed, created_at, changed_at, logged_at) values"
            + " (?, ?, 1, ?, ?, ?, ?, ?, 'council-officer', 'RAC', true, gen_random_uuid(), now(),"
            + " now(), case when ? then null else now() end)",
        id,
        reference,
        draft ? "DRAFT" : "LOGGED",
        holder,
        TEAM,
        holder,
        author,
        draft);
    sql.run("insert into incident_account (incident, version) values (?, 1)", id);
    sql.run("insert into incident_identity (incident, version) values (?, 1)", id);
    sql.run("insert into incident_suspect (incident, version) values (?, 1)", id);
    return new Participation(id, draft, author, holder, TEAM, null, null, null, null, false, null);
  }

  /**
   * A referral of it to another force, from which the author is excluded, or is the only one named,
   * by the council.
   */
  private Participation referred(Participation incident, String author) throws SQLException {
    UUID id = UUID.randomUUID();
    sql.run("set local role concordat_owner");
    sql.run(
        "insert into staff (subject, username, display_name, agency, role, teams) values (?, ?,"
            + " 'Somebody', 'WELHAT-COUNCIL', 'council-officer', '{}') on conflict do nothing",
        this.author,
        this.author.toString());
    sql.run(
        "insert into referral (id, reference, version, type, from_agency, to_agency, state, owner,"
            + " owner_role, created_at, changed_at, submitted_at, submitter) values (?, ?, 1, 'ANY',"
            + " ?, 'BTP', 'SUBMITTED', ?, 'council-officer', now(), now(), now(), ?)",
        id,
        "HCR-2019-9%05d-A".formatted(++serial),
        incident.fromAgency(),
        this.author,
        this.author);
    sql.run(
        "insert into incident_referral (referral, incident, referred_by) values (?, ?, ?)",
        id,
        incident.record(),
        this.author);
    if (author.equals("excluded")) {
      sql.run(
          "insert into exclusion (id, record, subject, reason, set_by) values (?, ?, ?, 'OTHER', ?)",
          UUID.randomUUID(),
          id,
          this.author,
          this.author);
    } else {
      sql.run("update referral set restricted = true where id = ?", id);
      sql.run("insert into restriction (record, agency) values (?, 'WELHAT-COUNCIL')", id);
      sql.run(
          "insert into restriction_name (record, subject, set_by) values (?, ?, ?)",
          id,
          this.author,
          this.author);
    }
    sql.run("set local role postgres");
    referred.put(incident.record(), author);
    return incident;
  }

  private List<ReferredFacts> facts(Caller caller, Participation incident) {
    boolean me = caller.subject().equals(author);
    String how = referred.get(incident.record());
    return how == null
        ? List.of()
        : List.of(
            new ReferredFacts(
                how.equals("named") ? Set.of("WELHAT-COUNCIL") : Set.of(),
                me && how.equals("named"),
                me && how.equals("excluded")));
  }

  private List<Caller> callers() throws SQLException {
    List<Caller> callers = new ArrayList<>();
    for (String post :
        sql.strings(
            "select a.code || ' ' || r.code from agency a join staff_role r on a.kind = any"
                + " (r.kinds) order by 1")) {
      String[] parts = post.split(" ");
      for (UUID subject : List.of(author, UUID.randomUUID())) {
        for (Set<String> teams : List.of(Set.<String>of(), Set.of(TEAM))) {
          callers.add(
              Caller.holding(
                  subject, subject.toString(), "Somebody", parts[0], teams, List.of(parts[1])));
        }
      }
    }
    return callers;
  }

  private Set<String> decided(Caller caller, List<Participation> incidents) {
    Set<String> seen = new HashSet<>();
    for (Participation incident : incidents) {
      Access access =
          policy.held(
              caller,
              Action.INCIDENT_READ,
              Action.INCIDENT_CREATE,
              incident,
              facts(caller, incident));
      for (DataClass one : List.of(DataClass.D1, DataClass.D2, DataClass.D5, DataClass.D6)) {
        if (access.reads() && access.level(one) == Level.FULL) {
          seen.add(incident.record() + " " + one);
        }
      }
    }
    return seen;
  }

  @Test
  void aDraftIsLoggedInTheVersionThatWasCheckedOnly() throws SQLException {
    UUID draft = incident("WELHAT-COUNCIL", true).record();
    sql.run(
        "update incident_account set category = 'OTHER', narrative = 'It', from_date = '2026-01-01',"
            + " location_type = 'STREET' where incident = ?",
        draft);
    bind(
        Caller.holding(
            author, "a", "Somebody", "WELHAT-COUNCIL", Set.of(), List.of("council-officer")));
    String log = "select log_incident(?, %s, now())::text";
    assertThat(sql.strings(log.formatted(2), draft)).containsExactly("false");
    assertThat(sql.strings(log.formatted(1), draft)).containsExactly("true");
  }

  @Test
  void noCentreIsWithoutAForceThatHoldsWhatItIsTold() {
    assertThatThrownBy(
            () -> sql.run("update agency set force = null where code = ?", "HAH-CENTRE-1"))
        .hasMessageContaining("check constraint");
  }

  @Test
  void nobodyBeginsADraftOfATeamThatIsNotTheirs() throws SQLException {
    bind(
        Caller.holding(
            author, "a", "Somebody", "WELHAT-COUNCIL", Set.of(TEAM), List.of("council-officer")));
    String begin =
        "insert into incident (id, reference, version, state, agency, team, origin_agency, owner,"
            + " owner_role, created_at, changed_at%s) values (gen_random_uuid(),"
            + " 'HCI-2026-95000%s-A', 1, 'DRAFT', 'WELHAT-COUNCIL', ?, 'WELHAT-COUNCIL', ?,"
            + " 'council-officer', now(), now()%s)";
    sql.run(begin.formatted("", 1, ""), TEAM, author);
    sql.run("savepoint begun");
    assertThatThrownBy(() -> sql.run(begin.formatted("", 2, ""), "another-team", author))
        .hasMessageContaining("row-level security");
    sql.run("rollback to savepoint begun");
    assertThatThrownBy(
            () -> sql.run(begin.formatted(", harmed", 3, ", gen_random_uuid()"), TEAM, author))
        .hasMessageContaining("permission denied");
    sql.run("rollback to savepoint begun");
    assertThatThrownBy(
            () ->
                sql.run(
                    "insert into incident_suspect (incident, version, name) select id, 2, 'Somebody'"
                        + " from incident where owner = ?",
                    author))
        .hasMessageMatching("(?s).*(permission denied|row-level security).*");
  }

  @Test
  void aNameIsProposedByOneAndDecidedByAnotherWhoLeads() throws SQLException {
    UUID incident = incident("WELHAT-COUNCIL", false).record();
    sql.run("update incident set person_known = false where id = ?", incident);
    Caller proposer = officer("WELHAT-COUNCIL");
    Caller lead = officer("WELHAT-COUNCIL");
    leads(proposer);
    String propose =
        "select propose_name(gen_random_uuid(), ?, 'Somebody', null, null, 'Told', now())::text";
    assertThat(answer(proposer, propose, incident)).as("nobody could decide").isEqualTo("false");
    leads(lead);
    assertThat(answer(officer("STEVENAGE-COUNCIL"), propose, incident)).isEqualTo("false");
    assertThat(answer(proposer, propose, incident)).isEqualTo("true");
    assertThat(answer(lead, propose, incident)).as("one waits").isEqualTo("false");
    UUID naming =
        UUID.fromString(
            sql.strings("select id::text from incident_naming where incident = ?", incident)
                .get(0));
    String withdraw = "select withdraw_name(?)::text";
    assertThat(answer(lead, withdraw, naming)).as("not theirs").isEqualTo("false");
    String decide = "select decide_name(?, %d, true, 'So', now())::text";
    assertThat(answer(proposer, decide.formatted(1), naming)).as("their own").isEqualTo("false");
    assertThat(answer(officer("WELHAT-COUNCIL"), decide.formatted(1), naming))
        .as("no lead")
        .isEqualTo("false");
    assertThat(answer(lead, decide.formatted(2), naming)).as("changed").isEqualTo("false");
    assertThat(answer(lead, decide.formatted(1), naming)).isEqualTo("true");
    assertThat(sql.strings("select name from incident_identity where incident = ?", incident))
        .containsExactly("Somebody");
    assertThat(answer(lead, propose, incident)).as("named already").isEqualTo("false");
  }

  private static Caller officer(String agency) {
    UUID subject = UUID.randomUUID();
    return Caller.holding(
        subject, subject.toString(), "Somebody", agency, Set.of(TEAM), List.of("council-officer"));
  }

  private void leads(Caller caller) throws SQLException {
    bind(caller);
    sql.run("set local role postgres");
    sql.run(
        "insert into team_lead (subject, agency, team, valid_from, set_by) values (?, ?, ?,"
            + " current_date - 1, ?)",
        caller.subject(),
        caller.agency(),
        TEAM,
        caller.subject());
  }

  private String answer(Caller caller, String question, UUID record) throws SQLException {
    bind(caller);
    String answer = sql.strings(question, record).get(0);
    sql.run("set local role postgres");
    return answer;
  }

  private Set<String> shown(Caller caller) throws SQLException {
    bind(caller);
    Set<String> rows = new HashSet<>(sql.strings(ROWS));
    sql.run("set local role postgres");
    return rows;
  }

  private void bind(Caller caller) throws SQLException {
    sql.run("set local role concordat_app");
    String status =
        sql.strings(
                "select o_status from bind_caller(?, ?, 'Somebody', ?, ?, ?)",
                caller.subject(),
                caller.subject().toString(),
                caller.agency(),
                sql.texts(caller.roles()),
                sql.texts(caller.teams()))
            .get(0);
    assertThat(status).isEqualTo("ACTIVE");
  }
}
