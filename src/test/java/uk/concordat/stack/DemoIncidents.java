package uk.concordat.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * Fills the demo with invented incidents, oldest first, through the API as whoever was told of them
 * would, and then moves them into the past. A fill that was cut short is completed by the next.
 */
final class DemoIncidents {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Once and whole: an incident that is as young as its key has not been moved yet. */
  private static final String AGE =
      """
      update incident i set created_at = i.created_at - h.past, changed_at = i.changed_at - h.past, logged_at = i.logged_at - h.past
        from idempotency_key k, (select cast(? as interval) as past) h
       where k.reference = i.reference and k.subject = ? and k.key = ? and i.created_at > k.created_at - h.past / 2
      """;

  /** Or is not to be told: whoever was suspended in this demo logs nothing more. */
  private static final String TOLD =
      "select exists (select from idempotency_key where subject = ? and key = ?) or exists (select"
          + " from staff where subject = ? and suspended_at is not null)";

  private final Stack stack;
  private final DemoDoor door;

  DemoIncidents(Stack stack) {
    this.stack = stack;
    door = new DemoDoor(stack);
  }

  void fill() {
    try (Connection connection = stack.postgres().superuser().getConnection();
        InputStream file = DemoIncidents.class.getResourceAsStream("/demo/incidents.json")) {
      if (new DemoTraces(connection).mayFill()) {
        complete(JSON.readTree(file), connection);
      }
    } catch (IOException | SQLException e) {
      throw new StackFailure("The demo's incidents cannot be made: " + e.getMessage(), e);
    }
  }

  /** Tells what is missing of these stories. */
  void complete(JsonNode stories, Connection superuser) throws IOException, SQLException {
    for (JsonNode story : stories) {
      tell(story, superuser);
    }
  }

  private void tell(JsonNode story, Connection superuser) throws IOException, SQLException {
    String by = story.path("by").textValue();
    String key = story.path("key").textValue();
    UUID subject = stack.account(by).subject();
    // Looked up, not asked for again: a story's dates, and so its content, depend on the day.
    if (!told(subject, key, superuser)) {
      door.post("/api/incidents", by, content(story), Map.of("Idempotency-Key", key));
    }
    try (PreparedStatement age = superuser.prepareStatement(AGE)) {
      age.setString(1, story.path("hoursAgo").asInt() + " hours");
      age.setObject(2, subject);
      age.setString(3, key);
      age.executeUpdate();
    }
  }

  private static boolean told(UUID subject, String key, Connection superuser) throws SQLException {
    try (PreparedStatement query = superuser.prepareStatement(TOLD)) {
      query.setObject(1, subject);
      query.setString(2, key);
      query.setObject(3, subject);
      try (ResultSet row = query.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  private static ObjectNode content(JsonNode story) {
    ObjectNode content = story.path("content").deepCopy();
    ObjectNode occurred = content.putObject("occurred");
    occurred.put("fromDate", day(story.path("happenedDaysAgo")));
    occurred.set("fromTime", story.path("time"));
    if (story.path("untilDaysAgo").isInt()) {
      occurred.put("toDate", day(story.path("untilDaysAgo")));
    }
    return content;
  }

  private static String day(JsonNode ago) {
    return LocalDate.now(DemoDoor.LONDON).minusDays(ago.asLong()).toString();
  }
}
