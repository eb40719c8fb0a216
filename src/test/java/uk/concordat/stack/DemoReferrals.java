package uk.concordat.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * Fills an empty demo with invented referrals, through the API as their senders and receivers
 * would, and then moves them into the past, so that an inbox has something late and something due
 * today.
 */
final class DemoReferrals {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, String> tokens = new HashMap<>();
  private final Stack stack;

  DemoReferrals(Stack stack) {
    this.stack = stack;
  }

  void fill() {
    try (Connection connection = stack.postgres().superuser().getConnection();
        Statement statement = connection.createStatement();
        InputStream file = DemoReferrals.class.getResourceAsStream("/demo/referrals.json")) {
      ResultSet count = statement.executeQuery("select count(*) from referral");
      count.next();
      if (count.getInt(1) == 0) {
        for (JsonNode story : JSON.readTree(file)) {
          age(statement, tell(story), story.path("hoursAgo").asInt());
        }
      }
    } catch (IOException | SQLException e) {
      throw new StackFailure("The demo's referrals cannot be made: " + e.getMessage(), e);
    }
  }

  private String tell(JsonNode story) throws IOException {
    ObjectNode content = story.path("content").deepCopy();
    ObjectNode occurred = ((ObjectNode) content.path("incident")).putObject("occurred");
    occurred.put("fromDate", day(story.path("happenedDaysAgo")));
    if (story.path("time").isTextual()) {
      occurred.put("fromTime", story.path("time").textValue());
    }
    if (story.path("untilDaysAgo").isInt()) {
      occurred.put("toDate", day(story.path("untilDaysAgo")));
    }
    HttpResponse<String> answer =
        post("/api/referrals", story.path("by").textValue(), content, null);
    String reference = JSON.readTree(answer.body()).path("reference").textValue();
    for (JsonNode move : story.path("moves")) {
      ObjectNode body = move.deepCopy();
      body.remove("by");
      answer =
          post(
              "/api/referrals/" + reference + "/moves",
              move.path("by").textValue(),
              body,
              answer.headers().firstValue("ETag").orElseThrow());
    }
    return reference;
  }

  private static String day(JsonNode ago) {
    return LocalDate.now().minusDays(ago.asLong()).toString();
  }

  private HttpResponse<String> post(String path, String user, JsonNode body, String version)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(stack.portal() + path))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + tokens.computeIfAbsent(user, stack::token))
            .POST(BodyPublishers.ofString(body.toString()));
    if (version != null) {
      request.header("If-Match", version);
    }
    try {
      HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new StackFailure("%s answered %s".formatted(path, answer.body()));
      }
      return answer;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** Only the demo does this: the product has no way to change when something happened. */
  private static void age(Statement statement, String reference, int hours) throws SQLException {
    String ago = " - interval '%d hours'".formatted(hours);
    statement.executeUpdate(
        ("update referral_move set at = at%1$s where referral ="
                + " (select id from referral where reference = '%2$s')")
            .formatted(ago, reference));
    statement.executeUpdate(
        ("update referral set created_at = created_at%1$s, changed_at = changed_at%1$s,"
                + " submitted_at = submitted_at%1$s, clock_started = clock_started%1$s,"
                + " due_at = due_at%1$s where reference = '%2$s'")
            .formatted(ago, reference));
  }
}
