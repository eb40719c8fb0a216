package uk.concordat.it;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Speaks to the API as a user would with curl, and holds every exchange against OpenAPI. */
public final class Api {
  private static final String[] JSON = {"Content-Type", "application/json"};

  private final URI base;
  private final Function<String, String> tokens;
  private final Map<String, String> recent = new ConcurrentHashMap<>();
  private final Map<String, String> subjects = new ConcurrentHashMap<>();
  private final Exchanges seen;
  private final Description description = new Description();
  private final EveryDoor doors = new EveryDoor(description);
  private final Conformance conformance = new Conformance(description);
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ObjectMapper mapper = new ObjectMapper();

  /**
   * @param tokens gives a user's bearer token
   * @param seen keeps what is answered
   */
  public Api(URI base, Function<String, String> tokens, Exchanges seen) {
    this.seen = seen;
    this.base = base;
    this.tokens = tokens;
  }

  /** The OpenAPI file. */
  public Description description() {
    return description;
  }

  /**
   * A token of the user, not older than three minutes: Keycloak takes many sign-ins for an attack.
   */
  public String token(String user) {
    long period = System.nanoTime() / 180_000_000_000L;
    return recent.computeIfAbsent(user + "/" + period, key -> tokens.apply(user));
  }

  /** The identity of a user, by which addresses name them; from then on the product knows them. */
  public String subject(String user) {
    return subjects.computeIfAbsent(user, who -> get(who, "/api/me").text("/subject"));
  }

  /** Reads. */
  public Answer get(String user, String path, String... headers) {
    return send("GET", path, token(user), null, headers);
  }

  /** Posts JSON. */
  public Answer post(String user, String path, Object body, String... headers) {
    return send("POST", path, token(user), body.toString(), with(JSON, headers));
  }

  /** Attaches a file under a data class; its name is sent as it is, percent-encoded. */
  public Answer upload(
      String user,
      String reference,
      String dataClass,
      String name,
      byte[] file,
      String... headers) {
    String path = "/api/referrals/" + reference + "/documents?dataClass=" + dataClass;
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(Duration.ofSeconds(60))
            .POST(BodyPublishers.ofByteArray(file))
            .header("Authorization", "Bearer " + token(user))
            .header("Content-Type", "application/octet-stream")
            .header("Content-Disposition", "attachment; filename*=UTF-8''" + encoded);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build(), "a file");
  }

  /** Patches with a JSON merge patch. */
  public Answer patch(String user, String path, Object body, String... headers) {
    String[] type = {"Content-Type", "application/merge-patch+json"};
    return send("PATCH", path, token(user), body.toString(), with(type, headers));
  }

  /** Makes a move from the version that the user sees now. */
  public Answer move(String user, String reference, String body) {
    String etag = get(user, "/api/referrals/" + reference).etag();
    return post(user, "/api/referrals/" + reference + "/moves", body, "If-Match", etag);
  }

  /** All references that the user finds in any list, page by page. */
  public List<String> listed(String user) {
    List<String> references = new ArrayList<>();
    String path = "/api/referrals?limit=100";
    while (path != null) {
      Answer page = get(user, path);
      references.addAll(page.items("reference"));
      path = page.link("next").orElse(null);
    }
    return references;
  }

  /**
   * Sends anything.
   *
   * @param path below the portal, or a whole address
   * @param token null for none
   * @param body null for none
   * @param headers names and values in turn
   */
  public Answer send(String method, String path, String token, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(Duration.ofSeconds(60))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build(), body);
  }

  /** Reads without a token what is no part of the API. */
  public Answer open(String path) {
    return exchanged(HttpRequest.newBuilder(base.resolve(path)).build());
  }

  private Answer send(HttpRequest request, String body) {
    Instant from = Instant.now();
    Answer answer = exchanged(request);
    if (answer.status() < 300) {
      doors
          .operation(request.method(), request.uri())
          .ifPresent(door -> seen.passed(door, bearer(request), from));
    }
    conformance.check(request, body, answer);
    return answer;
  }

  private Answer exchanged(HttpRequest request) {
    try {
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      return new Answer(
          response.statusCode(), response.headers(), response.body(), json(response.body()));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** Whom the token is of. */
  private String bearer(HttpRequest request) {
    String token = request.headers().firstValue("Authorization").orElse("..");
    byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
    return json(new String(claims, StandardCharsets.UTF_8)).path("sub").asText();
  }

  JsonNode json(String body) {
    try {
      return mapper.readTree(body);
    } catch (JsonProcessingException noJson) {
      return MissingNode.getInstance();
    }
  }

  private static String[] with(String[] first, String[] then) {
    List<String> all = new ArrayList<>(List.of(first));
    all.addAll(List.of(then));
    return all.toArray(String[]::new);
  }
}
