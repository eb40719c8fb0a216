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
import org.junit.jupiter.api.Test;
import uk.concordat.stack.TestDatabase;

/** The inbox costs the same with twenty thousand referrals as with ten. */
class InboxPlanIT {
  private static final int PAGE = 25;
  private static final String FILL =
      """
      insert into referral (id, reference, version, type, from_agency, to_agency, state, owner, owner_role, created_at,
                            changed_at, submitted_at, submitter, due_at)
        select gen_random_uuid(), 'HCR-2019-' || lpad(n::text, 6, '0') || '-A', 1, 'COUNCIL_TO_POLICE', 'WELHAT-COUNCIL',
               'HERTS-POLICE', 'SUBMITTED', gen_random_uuid(), 'council-officer', now(), now(), now(), gen_random_uuid(),
               now() + n * interval '1 minute'
          from generate_series(1, 20000) n;
      insert into referral_listing (viewer, referral, box, open, reference, state, type, from_agency, to_agency, urgency,
                                    strands, person, due_at, changed_at, excluded, valid)
        select viewer, id, 'INBOX', true, reference, state, type, from_agency, to_agency, urgency, strands, true, due_at,
               changed_at, '{}', '{(,)}'
          from referral cross join unnest('{HERTS-POLICE/hate-crime-officer,HERTS-POLICE/police-officer}'::text[]) viewer;
      analyze referral; analyze referral_listing; analyze visibility
      """;

  @Test
  void aPageOfTheInboxWalksAnIndexNoFurtherThanThePage() throws Exception {
    try (TestDatabase database = TestDatabase.start();
        Connection connection = database.postgres().superuser().getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("alter table referral disable trigger publish");
      statement.execute(FILL);
      statement.execute("set local role concordat_app");
      bind(connection);
      JsonNode plan = explain(connection, ListingSql.of(ListQuery.of(Box.INBOX), null));
      List<JsonNode> walks = scans(plan, new ArrayList<>());
      assertThat(walks).isNotEmpty();
      for (JsonNode walk : walks) {
        assertThat(walk.get("Node Type").asText()).as(walk.toString()).startsWith("Index");
        assertThat(walk.get("Index Name").asText()).isEqualTo("referral_listing_due");
        assertThat(walk.get("Actual Rows").asDouble()).isLessThanOrEqualTo(PAGE + 1);
        assertThat(walk.path("Rows Removed by Filter").asLong()).isZero();
      }
      connection.rollback();
    }
  }

  private static void bind(Connection connection) throws Exception {
    String bind = "select bind_caller(?, 'plan', 'Plan', 'HERTS-POLICE', ?, ?)";
    try (PreparedStatement caller = connection.prepareStatement(bind)) {
      caller.setObject(1, UUID.randomUUID());
      caller.setArray(2, connection.createArrayOf("text", new String[] {"hate-crime-officer"}));
      caller.setArray(3, connection.createArrayOf("text", new String[] {"hate-crime-unit"}));
      caller.execute();
    }
  }

  private static JsonNode explain(Connection connection, ListingSql sql) throws Exception {
    String text = "explain (analyze, format json) " + sql.text().replaceAll("\\?\\d+", "?");
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
