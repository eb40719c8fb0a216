package uk.concordat.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
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
  private final DemoDoor door;
  private final Stack stack;

  DemoReferrals(Stack stack) {
    this.stack = stack;
    door = new DemoDoor(stack);
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
      if (told.filter(DemoTraces.Told::isGone).isEmpty()) {
        DemoTraces.Told whole = told.isPresent() ? told.get() : create(story);
        tell(story, whole);
        work(story, whole.reference());
        traces.age(subject, key, story.path("hoursAgo").asInt());
      }
    }
  }

  private DemoTraces.Told create(JsonNode story) throws IOException {
    HttpResponse<String> answer =
        door.post(
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
      // Each mover names the version that they see: it is composed of what is shown to them.
      door.post(address + "/moves", by, move, Map.of("If-Match", version(door.get(address, by))));
    }
  }

  /** What the police keep of their work on it; what is there already is not told again. */
  private void work(JsonNode story, String reference) throws IOException {
    for (JsonNode step : story.path("casework")) {
      String by = step.path("by").textValue();
      String address = "/api/referrals/" + reference + "/" + step.path("part").textValue();
      HttpResponse<String> now = door.get(address, by);
      if (JSON.readTree(now.body()).path("items").isEmpty()) {
        String method = step.path("method").asText("POST");
        door.send(method, address, by, dated(step), Map.of("If-Match", version(now)));
      }
    }
  }

  private static ObjectNode dated(JsonNode step) {
    ObjectNode body = step.path("body").deepCopy();
    step.path("inDays")
        .properties()
        .forEach(
            day ->
                body.put(
                    day.getKey(),
                    LocalDate.now(DemoDoor.LONDON).plusDays(day.getValue().asLong()).toString()));
    return body;
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
    return LocalDate.now(DemoDoor.LONDON).minusDays(ago.asLong()).toString();
  }

  private static String version(HttpResponse<String> answer) {
    return answer.headers().firstValue("ETag").orElseThrow();
  }
}
