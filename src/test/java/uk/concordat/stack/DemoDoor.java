package uk.concordat.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** The API as the demo's people use it; whatever goes wrong stops the fill. */
final class DemoDoor {
  /** Where the portal says what day it is. */
  static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, String> tokens = new HashMap<>();
  private final Stack stack;

  DemoDoor(Stack stack) {
    this.stack = stack;
  }

  HttpResponse<String> get(String path, String user) throws IOException {
    return sent(path, user, HttpRequest.newBuilder().GET());
  }

  HttpResponse<String> post(String path, String user, JsonNode body, Map<String, String> headers)
      throws IOException {
    return send("POST", path, user, body, headers);
  }

  HttpResponse<String> send(
      String method, String path, String user, JsonNode body, Map<String, String> headers)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder()
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body.toString()));
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
