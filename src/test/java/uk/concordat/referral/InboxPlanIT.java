package uk.concordat.referral;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import uk.concordat.stack.TestDatabase;

/**
 * A page of the inbox costs the same with three hundred thousand referrals as with ten: for each of
 * the names under which the caller sees, an index is walked no further than the page. Most of what
 * lies in the inbox is excluded for somebody else or has long ended for nobody; a hundred rows at
 * the front are not the caller's to see any more.
 */
@Order(0)
class InboxPlanIT {
  private static final int PAGE = 25;
  private static final int HIDDEN = 100;
  private static final int MOST = 1_001;

  /** Every tenth arrives at the caller's team as well, every hundredth at the caller alone. */
  private static final String FILL =
      """
      insert into referral_listing (viewer, referral, box, open, reference, state, type, from_agency, to_agency, urgency,
                                    strands, person, due_at, changed_at, excluded, valid, holder, team, turn)
        select viewer, ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'INBOX', mod(n, 7) > 0,
               'HCR-2019-' || lpad(n::text, 6, '0') || '-A', case mod(n, 7) when 0 then 'REJECTED' else 'SUBMITTED' end, 'COUNCIL_TO_POLICE',
               'WELHAT-COUNCIL', 'HERTS-POLICE', 'STANDARD', 'RAC', true, now() + n * interval '1 minute',
               now() - n * interval '1 minute', case mod(n, 3) when 0 then array[gen_random_uuid()] else '{}' end,
               case when n <= 100 then tstzmultirange(tstzrange(null, now() - interval '1 day')) else '{(,)}' end,
               case mod(n, 5) when 0 then '%1$s'::uuid when 1 then '00000000-0000-0000-0000-000000000000' else gen_random_uuid() end,
               case when mod(n, 3) > 0 then 'hate-crime-unit' else 'response' end,
               case when mod(n, 7) = 0 then null when mod(n, 7) < 3 then 'THEIRS' else 'OURS' end
          from generate_series(1, 300000) n
          cross join lateral (select 'HERTS-POLICE/hate-crime-officer' as viewer
            union all select 'HERTS-POLICE/police-officer' where mod(n, 2) = 0
            union all select 'HERTS-POLICE/hate-crime-officer/hate-crime-unit' where mod(n, 10) = 0
            union all select 'HERTS-POLICE/hate-crime-officer/hate-crime-unit!lead' where mod(n, 10) = 0
            union all select 'HERTS-POLICE/hate-crime-officer#%1$s' where mod(n, 100) = 0) viewers
      """;

  @Test
  void aPageOfTheInboxWalksAnIndexNoFurtherThanThePage() throws Exception {
    try (TestDatabase database = TestDatabase.start();
        Connection connection = database.postgres().superuser().getConnection()) {
      connection.setAutoCommit(false);
      UUID caller = UUID.randomUUID();
      fill(connection, caller);
      bind(connection, caller);
      ListQuery inbox = ListQuery.of(Box.INBOX);
      walksTheIndex(connection, ListingSql.of(inbox, null), "referral_listing_due", HIDDEN);
      var deep = new Cursor(caller, inbox.sort(), true, halfway(connection), new UUID(0, 0));
      walksTheIndex(connection, ListingSql.of(inbox, deep), "referral_listing_due", 0);
      var latest =
          new ListQuery(
              Box.INBOX,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              ListQuery.Sort.CHANGED,
              PAGE,
              null);
      walksTheIndex(connection, ListingSql.of(latest, null), "referral_listing_changed", HIDDEN);
      for (Queue queue : Queue.values()) {
        ListQuery asked = ListQuery.of(queue);
        walksTheIndex(connection, ListingSql.of(asked, null), index(queue), HIDDEN);
        String place = asked.sort() == ListQuery.Sort.DUE ? "150000" : "-5000";
        var further = new Cursor(caller, asked.sort(), true, in(connection, place), new UUID(0, 0));
        if (queue != Queue.DUE) { // what is due today ends before that
          walksTheIndex(connection, ListingSql.of(asked, further), index(queue), 0);
        }
      }
      counts(connection);
      connection.rollback();
    }
  }

  private static String index(Queue queue) {
    return switch (queue) {
      case MINE, UNASSIGNED -> "referral_listing_holder";
      case TEAM -> "referral_listing_team";
      case DUE, WAITING -> "referral_listing_turn";
      case CHANGED -> "referral_listing_latest";
    };
  }

  /** However many there are, no more than a thousand of each viewer's are looked at. */
  private static void counts(Connection connection) throws Exception {
    JsonNode plan = explain(connection, new ListingSql(ListingSql.counts(MOST), List.of()));
    List<JsonNode> walks = scans(plan, new ArrayList<>());
    assertThat(walks).hasSameSizeAs(Queue.values());
    for (JsonNode walk : walks) {
      assertThat(walk.get("Node Type").asText()).as(walk.toString()).startsWith("Index");
      assertThat(walk.get("Actual Loops").asInt()).isEqualTo(7);
      assertThat(walk.get("Actual Rows").asDouble()).isLessThanOrEqualTo(MOST);
      assertThat(walk.path("Rows Removed by Filter").asLong()).isLessThanOrEqualTo(HIDDEN);
    }
    // A row takes one page at most, and the way to the first of them a few.
    assertThat(blocks(plan)).isLessThan(Queue.values().length * 7L * (MOST + HIDDEN + 10));
  }

  /** When what is in the middle of the list is due. */
  private static String halfway(Connection connection) throws Exception {
    return in(connection, "150000");
  }

  private static String in(Connection connection, String minutes) throws Exception {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select cast(now() + interval '" + minutes + " minutes' as text)")) {
      rows.next();
      return rows.getString(1);
    }
  }

  /** No rows of referrals: the projection is all that a list reads. */
  private static void fill(Connection connection, UUID caller) throws Exception {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set local session_replication_role = replica");
      statement.execute(FILL.formatted(caller));
      statement.execute("analyze referral_listing");
      statement.execute(
          "insert into team_lead (subject, agency, team, valid_from, set_by) values ('%1$s',"
                  .formatted(caller)
              + " 'HERTS-POLICE', 'hate-crime-unit', london_day(), '%1$s')".formatted(caller));
      statement.execute("set local session_replication_role = origin");
      statement.execute("set local role concordat_app");
    }
  }

  private static void walksTheIndex(Connection connection, ListingSql sql, String index, int hidden)
      throws Exception {
    JsonNode plan = explain(connection, sql);
    List<JsonNode> walks = scans(plan, new ArrayList<>());
    assertThat(walks).isNotEmpty();
    for (JsonNode walk : walks) {
      assertThat(walk.get("Node Type").asText()).as(walk.toString()).startsWith("Index");
      assertThat(walk.get("Index Name").asText()).isEqualTo(index);
      // Seven viewers: the role, the team, its lead, each for everybody and for this person; and
      // the person.
      assertThat(walk.get("Actual Loops").asInt()).isEqualTo(7);
      assertThat(walk.get("Actual Rows").asDouble()).isLessThanOrEqualTo(PAGE + 1);
      assertThat(walk.path("Rows Removed by Filter").asLong()).isLessThanOrEqualTo(hidden);
    }
    assertThat(blocks(plan)).as(plan.toString()).isLessThan(1_500);
  }

  /** How many pages of the database the whole question touched. */
  private static long blocks(JsonNode plan) {
    return plan.get("Shared Hit Blocks").asLong() + plan.get("Shared Read Blocks").asLong();
  }

  private static void bind(Connection connection, UUID caller) throws Exception {
    String bind = "select bind_caller(?, 'plan', 'Plan', 'HERTS-POLICE', ?, ?)";
    try (PreparedStatement bound = connection.prepareStatement(bind)) {
      bound.setObject(1, caller);
      bound.setArray(2, connection.createArrayOf("text", new String[] {"hate-crime-officer"}));
      bound.setArray(3, connection.createArrayOf("text", new String[] {"hate-crime-unit"}));
      bound.execute();
    }
  }

  private static JsonNode explain(Connection connection, ListingSql sql) throws Exception {
    String text =
        "explain (analyze, buffers, format json) " + sql.text().replaceAll("\\?\\d+", "?");
    try (PreparedStatement question = connection.prepareStatement(text)) {
      for (int i = 0; i < sql.values().size(); i++) {
        question.setObject(i + 1, sql.values().get(i));
      }
      try (ResultSet rows = question.executeQuery()) {
        rows.next();
        return new ObjectMapper().readTree(rows.getString(1)).get(0).get("Plan");
      }
    }
  }

  /** The nodes of a plan that read the projection. */
  private static List<JsonNode> scans(JsonNode plan, List<JsonNode> found) {
    if (plan.path("Relation Name").asText().equals("referral_listing")) {
      found.add(plan);
    }
    plan.path("Plans").forEach(inner -> scans(inner, found));
    return found;
  }
}
