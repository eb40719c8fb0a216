package uk.concordat.it;

import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the description gives as examples is as it describes. */
class ConformanceTest {
  private static final List<String> METHODS = List.of("get", "post", "patch");
  private final Description description = new Description();
  private final Conformance conformance = new Conformance(description);

  @TestFactory
  List<DynamicTest> everyExampleOfAnAnswer() {
    return description.tree().get("paths").properties().stream()
        .flatMap(
            path ->
                METHODS.stream()
                    .filter(path.getValue()::has)
                    .flatMap(
                        method ->
                            path.getValue().get(method).get("responses").properties().stream()
                                .filter(response -> response.getKey().matches("\\d+"))
                                .map(
                                    response ->
                                        DynamicTest.dynamicTest(
                                            method + path.getKey() + " " + response.getKey(),
                                            () ->
                                                holds(
                                                    method,
                                                    path.getKey(),
                                                    Integer.parseInt(response.getKey()),
                                                    response.getValue())))))
        .toList();
  }

  /** The numbers that a question needs. */
  private String query(String method, String path) {
    StringBuilder query = new StringBuilder();
    description
        .tree()
        .get("paths")
        .get(path)
        .get(method)
        .path("parameters")
        .forEach(
            parameter -> {
              if (parameter.path("in").asText().equals("query")
                  && parameter.path("required").asBoolean()) {
                query.append(query.isEmpty() ? "?" : "&").append(parameter.get("name").asText());
                query.append('=').append(parameter.path("example").asText("1"));
              }
            });
    return query.toString();
  }

  private void holds(String method, String path, int status, JsonNode response) {
    JsonNode whole =
        response.has("$ref")
            ? description.tree().at(response.get("$ref").asText().substring(1))
            : response;
    if (!whole.has("content")) {
      return; // an answer without a body has no example
    }
    var content = whole.get("content").properties().iterator().next();
    if (!content.getValue().has("example")) {
      return; // held by every exchange of the API tests
    }
    String sent = description.sent(method, path);
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://127.0.0.1"
                        + path.replaceAll("\\{[^}]+}", "HCR-2026-000137-L")
                        + query(method, path)))
            .header("Authorization", "Bearer x")
            .header("Content-Type", description.mediaType(method, path))
            .header("If-Match", "\"v1\"")
            .method(
                method.toUpperCase(),
                sent == null ? BodyPublishers.noBody() : BodyPublishers.ofString(sent))
            .build();
    HttpHeaders headers =
        HttpHeaders.of(
            Map.of(
                "Content-Type", List.of(content.getKey()),
                "ETag", List.of("\"v3\""),
                "Location", List.of("/api/referrals/HCR-2026-000137-L"),
                "WWW-Authenticate", List.of("Bearer")),
            (name, value) -> true);
    String example = content.getValue().get("example").toString();
    assertThatCode(
            () ->
                conformance.check(
                    request,
                    sent,
                    new Answer(status, headers, example, content.getValue().get("example"))))
        .doesNotThrowAnyException();
  }
}
