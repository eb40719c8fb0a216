package uk.concordat.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A fill of the demo that was cut short is completed by the next, without doubles. */
@ExtendWith(StackExtension.class)
class DemoReferralsIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String STORIES =
      """
      select k.key || ' ' || r.state || ' ' ||
        round(extract(epoch from k.created_at - r.created_at) / 3600)
      from idempotency_key k join referral r using (reference)
      where k.key like 'cut-short-%' order by k.key, r.reference
      """;

  private final Connection superuser;
  private final DemoReferrals demo;
  private final ArrayNode stories;

  DemoReferralsIT(Stack stack) throws IOException, SQLException {
    superuser = stack.postgres().superuser().getConnection();
    demo = new DemoReferrals(stack);
    try (InputStream file = DemoReferrals.class.getResourceAsStream("/demo/referrals.json")) {
      JsonNode first = JSON.readTree(file).path(0);
      stories = JSON.createArrayNode();
      for (int i = 0; i < 3; i++) {
        // Keys of the test's own: the stack is shared, and its data are no demo.
        stories.add(((ObjectNode) first.deepCopy()).put("key", "cut-short-" + i));
      }
    }
  }

  @AfterEach
  void disconnect() throws SQLException {
    superuser.close();
  }

  @Test
  void isCompletedOnce() throws IOException, SQLException {
    ObjectNode fault = (ObjectNode) stories.path(1).path("moves").path(1);
    fault.put("move", "no-such-move");
    assertThatThrownBy(this::complete).isInstanceOf(StackFailure.class);
    assertThat(told()).containsExactly("cut-short-0 RECEIVED 30", "cut-short-1 SUBMITTED 0");
    fault.put("move", "acknowledge");
    // The next start may be on another day, which makes another content of the same story.
    stories.forEach(story -> ((ObjectNode) story).put("happenedDaysAgo", 8));
    complete();
    complete();
    assertThat(told())
        .containsExactly(
            "cut-short-0 RECEIVED 30", "cut-short-1 RECEIVED 30", "cut-short-2 RECEIVED 30");
  }

  @Test
  void theWorkOnOneOfThemIsKeptOnce() throws IOException, SQLException {
    ArrayNode worked = JSON.createArrayNode();
    try (InputStream file = DemoReferrals.class.getResourceAsStream("/demo/referrals.json")) {
      for (JsonNode story : JSON.readTree(file)) {
        if (story.path("casework").isArray()) {
          worked.add(((ObjectNode) story).put("key", "worked-on"));
        }
      }
    }
    demo.complete(worked, new DemoTraces(superuser));
    demo.complete(worked, new DemoTraces(superuser));
    for (String table :
        List.of("crime", "triage", "risk_assessment", "plan_measure", "contact_officer")) {
      String kept =
          "select count(*) from %s c join referral r on r.id = c.referral join idempotency_key k"
              + " on k.reference = r.reference where k.key = 'worked-on'";
      try (Statement statement = superuser.createStatement();
          ResultSet rows = statement.executeQuery(kept.formatted(table))) {
        rows.next();
        assertThat(rows.getInt(1)).as(table).isOne();
      }
    }
  }

  private void complete() throws IOException, SQLException {
    demo.complete(stories, new DemoTraces(superuser));
  }

  private List<String> told() throws SQLException {
    List<String> told = new ArrayList<>();
    try (Statement statement = superuser.createStatement();
        ResultSet rows = statement.executeQuery(STORIES)) {
      while (rows.next()) {
        told.add(rows.getString(1));
      }
    }
    return told;
  }
}
