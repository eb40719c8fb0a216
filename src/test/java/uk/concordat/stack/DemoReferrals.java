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
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Fills an empty demo with invented referrals, through the API as their senders and receivers
 * would, and then moves them into the past, so that an inbox has something late and something due
 * today. A fill that was cut short is completed by the next.
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
        InputStream file = DemoReferrals.class.getResourceAsStream("/demo/referrals.json")) {
      DemoTraces traces = new DemoTraces(connection);
      if (traces.mayFill()) {
        complete(JSON.readTree(file), traces);
      }
    } catch (IOException | SQLException e) {
      throw new StackFailure("The demo's referrals cannot be made: " + e.getMessage(), e);
    }
  }

  /** Tells what is missing of these stories. */
  void complete(JsonNode stories, DemoTraces traces) throws IOException, SQLException {
    for (JsonNode story : stories) {
      String key = story.path("key").textValue();
      UUID subject = stack.account(story.path("by").textValue()).subject();
      // Looked up, not asked for again: a story's dates, and so its content, depend on the day.
      Optional<DemoTraces.Told> told = traces.find(subject, key);
      tell(story, told.isPresent() ? told.get() : create(story));
      traces.age(subject, key, story.path("hoursAgo").asInt());
    }
  }

  private DemoTraces.Told create(JsonNode story) throws IOException {
    HttpResponse<String> answer =
        post(
            "/api/referrals",
            story.path("by").textValue(),
            content(story),
            Map.of("Idempotency-Key", story.path("key").textValue()));
    String reference = JSON.readTree(answer.body()).path("reference").textValue();
    return new DemoTraces.Told(reference, 0);
  }

  private void tell(JsonNode story, DemoTraces.Told told) throws IOException {
    for (int i = told.moves(); i < story.path("moves").size(); i++) {
      ObjectNode move = story.path("moves").path(i).deepCopy();
      String by = move.remove("by").textValue();
      String address = "/api/referrals/" + told.reference();
      post(address + "/moves", by, move, Map.of("If-Match", version(get(address, by))));
    }
  }

  private static ObjectNode content(JsonNode story) {
    ObjectNode content = story.path("content").deepCopy();
    ObjectNode occurred = ((ObjectNode) content.path("incident")).putObject("occurred");
    occurred.put("fromDate", day(story.path("happenedDaysAgo")));
    if (story.path("time").isTextual()) {
      occurred.put("fromTime", story.path("time").textValue());
    }
    if (story.path("untilDaysAgo").isInt()) {
      occurred.put("toDate", day(story.path("untilDaysAgo")));
    }
    return content;
  }

  private static String day(JsonNode ago) {
    return LocalDate.now().minusDays(ago.asLong()).toString();
  }

  private static String version(HttpResponse<String> answer) {
    return answer.headers().firstValue("ETag").orElseThrow();
  }

  /** Each mover names the version that they see: it is composed of what is shown to them. */
  private HttpResponse<String> get(String path, String user) throws IOException {
    return sent(path, user, HttpRequest.newBuilder().GET());
  }

  private HttpResponse<String> post(
      String path, String user, JsonNode body, Map<String, String> headers) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder()
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString()));
    headers.forEach(request::header);
    return sent(path, user, request);
  }

  private HttpResponse<String> sent(String path, String user, HttpRequest.Builder request)
      throws IOException {
    request
        .uri(URI.create(stack.portal() + path))
        .header("Authorization", "Bearer " + tokens.computeIfAbsent(user, stack::token));
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
}
