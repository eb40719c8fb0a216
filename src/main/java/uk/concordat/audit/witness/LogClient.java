package uk.concordat.audit.witness;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.concordat.audit.merkle.ConsistencyProof;
import uk.concordat.audit.note.StrictBase64;

/** The log's three addresses that a witness needs. */
final class LogClient implements Log {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int LARGEST = 1 << 20;
  private static final int OK = 200;
  private static final int CONFLICT = 409;
  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final URI log;
  private final Optional<String> token;

  /**
   * Of a log.
   *
   * @param log its address, without path
   * @param token what it wants to see as bearer token
   * @throws UsageException where the token would go over the network in the clear
   */
  LogClient(URI log, Optional<String> token) {
    boolean safe = "https".equals(log.getScheme());
    if (!safe && !("http".equals(log.getScheme()) && HERE.contains(log.getHost()))) {
      throw new UsageException("--log is an https address, or an http one of this machine");
    }
    this.log = log;
    this.token = token;
  }

  @Override
  public String checkpoint() throws IOException {
    return body(request("/api/ledger/checkpoint").GET().build());
  }

  @Override
  public ConsistencyProof consistency(long from, long to) throws IOException {
    String address = "/api/ledger/proof/consistency?from=%d&to=%d".formatted(from, to);
    String body = body(request(address).GET().build());
    try (JsonReader reader = Json.createReader(new StringReader(body))) {
      JsonObject json = reader.readObject();
      List<byte[]> hashes =
          json.getJsonArray("hashes").getValuesAs(JsonString.class).stream()
              .map(hash -> StrictBase64.decode(hash.getString()))
              .toList();
      // For the trees that were asked about, whatever the answer says that it is for.
      return new ConsistencyProof(from, to, hashes);
    } catch (JsonException
        | IllegalArgumentException
        | ClassCastException
        | NullPointerException noProof) {
      throw new InconsistentException("The log gives no proof that it only grew");
    }
  }

  @Override
  public void witness(String note) throws IOException {
    HttpRequest request =
        request("/api/ledger/witness")
            .header("Content-Type", "text/plain; charset=UTF-8")
            .POST(BodyPublishers.ofString(note))
            .build();
    HttpResponse<InputStream> answer = send(request);
    answer.body().close();
    // A conflict says that this state has been witnessed already.
    if (answer.statusCode() / 100 != 2 && answer.statusCode() != CONFLICT) {
      throw new IOException("The log takes no cosignature: status " + answer.statusCode());
    }
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(log.resolve(path)).timeout(PATIENCE);
    token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
    return request;
  }

  private String body(HttpRequest request) throws IOException {
    HttpResponse<InputStream> answer = send(request);
    try (InputStream body = answer.body()) {
      if (answer.statusCode() != OK) {
        throw new IOException("%s: %d".formatted(request.uri(), answer.statusCode()));
      }
      return new String(body.readNBytes(LARGEST), StandardCharsets.UTF_8);
    }
  }

  private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
    try {
      return http.send(request, BodyHandlers.ofInputStream());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("Stopped", stopped);
    }
  }
}
